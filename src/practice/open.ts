import { connect } from '../../devnet/rpc'
import type { ConfigResult, Network } from '../chain/config'
import { answerInTab } from '../chain/post-question'
import { PRACTICE_CHAIN_ID } from '../chain/practice'
import { practiceStateUrl } from '../chain/practice-state'
import { within } from '../chain/time-limit'
import { t } from '../words/t'
import { startNode } from './node-in-tab'
import { keepPractice } from './running'
import { startWallet } from './wallet'

/** A host that can't exist (RFC 2606): what would be sent there by mistake arrives nowhere. */
const NODE_URL = 'https://in-this-tab.invalid'
/** Some 600 kB to fetch, on a slow line. */
const LIMIT_MS = 60_000

/** There is one per page. */
let opened: Promise<Network> | undefined

/**
 * The networks with the practice chain as one more, running, and nothing else that a page could ask anybody by. Where the
 * build has none, or it can't be started, the configuration is as it was: it lacks the network that the address names, and
 * the page says so.
 */
export async function withPractice(loaded: ConfigResult): Promise<ConfigResult> {
  if (!loaded.isOk || practiceStateUrl === undefined) return loaded
  const [first, ...rest] = loaded.config.networks
  opened ??= openPractice(practiceStateUrl)
  try {
    return { isOk: true, config: { networks: [first, ...rest, await opened] } }
  } catch {
    return loaded
  }
}

/**
 * Starts the practice chain and its wallet, and says how it is read: like any other network.
 * Throws when what it begins with can't be fetched or read.
 */
async function openPractice(stateUrl: string): Promise<Network> {
  const { contracts, ask } = await within(LIMIT_MS, () => startNode(stateUrl))
  answerInTab(NODE_URL, ask)
  const network: Network = {
    chainId: PRACTICE_CHAIN_ID,
    name: t`Practice`,
    // It keeps a time of its own, and begins anew with the page.
    isDevnet: true,
    rpcUrls: [NODE_URL],
    deploymentBlock: 0n,
    finalityBlocks: 0,
    blockSeconds: 1,
    contracts,
  }
  const rpc = connect(NODE_URL, ask)
  keepPractice({ rpc, contracts })
  startWallet(rpc)
  return network
}
