import { createReader, type ChainAt, type ChainReader } from '../chain/chain-reader'
import { parseConfig, type Network } from '../chain/config'
import { hasContracts } from '../chain/contracts'
import { checkContracts } from '../chain/contracts-check'
import { fetchBlock } from '../chain/fetch-block'
import { reasonOf } from '../chain/reason'
import { isSafeUrl } from '../chain/safe-url'
import { scripts } from '../scripts'
import { known, unknown } from '../system/plan-option'
import type { Found, SystemScript } from '../system/script'

/** Which network of a configuration, and by whom it is read. */
export type Choice = {
  /** The first of the configuration when absent. */
  readonly chainId?: number | undefined
  /** Asked instead of the configured nodes, in this order: https, or http on this machine. */
  readonly rpcUrls?: readonly string[] | undefined
}

/**
 * Reads a configuration of the app (`config.json`, parsed) and opens one of its networks; nothing is asked yet.
 * @returns a reader, or a sentence about what is wrong
 */
export function open(config: unknown, { chainId, rpcUrls = [] }: Choice = {}): Found<ChainReader> {
  const parsed = parseConfig(
    config,
    scripts.map(({ needs }) => needs),
  )
  if (!parsed.isOk) return unknown(parsed.problems.join(' '))
  const { networks } = parsed.config
  const network =
    chainId === undefined ? networks[0] : networks.find((candidate) => candidate.chainId === chainId)
  if (!network) {
    const ids = networks.map((candidate) => `${candidate.chainId} (${candidate.name})`).join(', ')
    return unknown(`The configuration has no network ${chainId}. It has ${ids}.`)
  }
  const refused = rpcUrls.find((url) => !isSafeUrl(url))
  if (refused !== undefined)
    return unknown(
      'A node has to be an https:// address, or http:// on this machine, without a user name in it.',
    )
  const { client, nodes } = createReader(network, rpcUrls.length > 0 ? rpcUrls : network.rpcUrls)
  return known({ network, client, nodes })
}

/** The systems that a network has contracts of. */
export function systemsOn(network: Pick<Network, 'contracts'>): readonly SystemScript[] {
  return scripts.filter(({ needs }) => hasContracts(network, needs))
}

/**
 * The same network at its newest block: whatever is read of it is of that moment. All configured contracts are checked
 * for their code first.
 * @returns a sentence where no node answers, or the configuration does not fit the chain
 */
export async function atHead(chain: ChainReader): Promise<Found<ChainAt>> {
  try {
    const problem = await checkContracts(chain.client, chain.network)
    if (problem !== undefined) return unknown(problem)
    return known({ ...chain, block: await fetchBlock(chain.client, 'latest') })
  } catch (error) {
    return unknown(`${chain.network.name} can’t be read: ${reasonOf(error)}`)
  }
}
