import { createClient } from 'viem'

import type { Network } from '../chain/config'
import { configuredContracts } from '../chain/contracts'
import { fetchBlock } from '../chain/fetch-block'
import { reasonOf } from '../chain/reason'
import type { EthGetCode } from '../chain/rpc-methods'
import { stallOf } from '../chain/stall'
import { ChainUnavailableError, createRpc } from '../chain/transport'
import { t } from '../words/t'

const MOST_BLOCKS_BEHIND = 10n

/**
 * Why a node can't be used, as a sentence, or undefined if it can: it must answer, serve this chain, know a fresh
 * block and have the code of one of our contracts. `head` is the newest block the other nodes know. trust.md D15
 */
export async function checkNode(
  network: Network,
  url: string,
  head: bigint | undefined,
): Promise<string | undefined> {
  const rpc = createRpc({ chainId: network.chainId, rpcUrls: [url] })
  const client = createClient({ transport: rpc.transport })
  try {
    const block = await fetchBlock(client, 'latest')
    // A local chain makes blocks when it is told to, at whatever time it is told.
    const stall = network.isDevnet ? undefined : stallOf(block, network.blockSeconds, Date.now())
    if (stall !== undefined) return stall
    if (head !== undefined && head - block.number > MOST_BLOCKS_BEHIND)
      return t`Its newest block is ${block.number}, ${head - block.number} behind the other nodes.`
    const ours = configuredContracts(network).find(({ group }) => group !== 'shared')
    if (!ours) return undefined
    const code = await client.request<EthGetCode>({ method: 'eth_getCode', params: [ours.address, 'latest'] })
    if (code === '0x') return t`It knows no contract at the address of ${ours.place}, ${ours.address}.`
    return undefined
  } catch (error) {
    if (!(error instanceof ChainUnavailableError)) return reasonOf(error)
    const reason = `${error.faults}.`
    return error.causes.includes('unreachable')
      ? t`${reason} It may be down, or not answer pages of this site (CORS).`
      : reason
  }
}

/** The browser tells of a blocked request in a task of its own, right after the request has failed. */
const POLICY_EVENT_MS = 250

/**
 * Listens for the browser refusing to ask `url` because of the site's content security policy. `wasBlocked` ends the
 * listening; ask it after a request has failed.
 */
export function watchPolicy(url: string): { readonly wasBlocked: () => Promise<boolean> } {
  const { origin } = new URL(url)
  const listening = new AbortController()
  const blocked = new Promise<boolean>((resolve) => {
    const onViolation = ({ effectiveDirective, blockedURI }: SecurityPolicyViolationEvent) => {
      if (effectiveDirective === 'connect-src' && blockedURI.startsWith(origin)) resolve(true)
    }
    document.addEventListener('securitypolicyviolation', onViolation, { signal: listening.signal })
  })
  const over = () => new Promise<boolean>((resolve) => setTimeout(() => resolve(false), POLICY_EVENT_MS))
  return {
    wasBlocked: () => Promise.race([blocked, over()]).finally(() => listening.abort()),
  }
}
