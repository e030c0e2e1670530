import type { Address } from 'viem'
import {
  checkFields,
  checksummedAddress,
  checkValue,
  filledText,
  httpUrl,
  isObject,
  positiveNumber,
  trueOrFalse,
  wholeNumber,
  type Check,
} from './config-check'

/** Where one chain is read and which contracts on it are ours. */
export type Network = {
  readonly chainId: number
  readonly name: string
  readonly isDevnet: boolean
  readonly rpcUrls: readonly string[]
  readonly explorerUrl?: string | undefined
  /** No event of ours is older: history starts here. */
  readonly deploymentBlock: bigint
  /** A block this deep is final: nothing undoes it. */
  readonly finalityBlocks: number
  readonly blockSeconds: number
  readonly contracts: {
    readonly multicall3?: Address | undefined
    readonly usdt: Address
    readonly btc: Address
    readonly mstr: Address
    readonly backstopRegistry: Address
  }
}

/** The first network is the one shown. */
export type AppConfig = { readonly networks: readonly [Network, ...Network[]] }

export type ConfigResult =
  | { readonly isOk: true; readonly config: AppConfig }
  | { readonly isOk: false; readonly problems: readonly string[] }

const anyObject: Check = (value) => (isObject(value) ? undefined : 'is missing or of the wrong type')
const anyList: Check = (value) => (Array.isArray(value) ? undefined : 'must be a list of URLs')

const networkFields = {
  chainId: wholeNumber(1),
  name: filledText,
  isDevnet: trueOrFalse,
  rpcUrls: anyList,
  deploymentBlock: wholeNumber(0),
  finalityBlocks: wholeNumber(0),
  blockSeconds: positiveNumber,
  contracts: anyObject,
}
const contractFields = {
  usdt: checksummedAddress,
  btc: checksummedAddress,
  mstr: checksummedAddress,
  backstopRegistry: checksummedAddress,
}

/** A network of a config.json in which no problem was found. */
type CheckedNetwork = Omit<Network, 'deploymentBlock'> & { readonly deploymentBlock: number }

/**
 * Checks the parsed text of config.json. Every problem is one sentence that starts with the path of the
 * setting, e.g. "networks[0].contracts.usdt is not an address with a valid checksum". By hand rather than by
 * a schema library: it runs before the first pixel, and the library alone would be 7% of what that may weigh.
 */
export function parseConfig(json: unknown): ConfigResult {
  if (!isObject(json)) return problem('config.json must be an object with a list of networks.')
  const { networks, ...others } = json
  const unknown = Object.keys(others)
  if (unknown.length > 0)
    return problem(`config.json has a setting that does not exist: ${unknown.join(', ')}.`)
  if (!Array.isArray(networks) || networks.length === 0)
    return problem('networks must be a list with at least one network.')

  const problems = networks.flatMap((network, index) => networkProblems(`networks[${index}]`, network))
  const chainIds = networks.map((network: unknown) => (isObject(network) ? network.chainId : undefined))
  if (new Set(chainIds).size !== chainIds.length) problems.push('networks lists the same chainId twice.')
  if (problems.length > 0) return { isOk: false, problems }

  const [first, ...rest] = (networks as [CheckedNetwork, ...CheckedNetwork[]]).map(toNetwork)
  return first ? { isOk: true, config: { networks: [first, ...rest] } } : { isOk: false, problems }
}

function networkProblems(path: string, network: unknown): readonly string[] {
  if (!isObject(network)) return [`${path} must be a network with its settings.`]
  const { rpcUrls, contracts } = network
  return [
    ...checkFields(path, network, networkFields, { explorerUrl: httpUrl }),
    ...(Array.isArray(rpcUrls) ? urlProblems(`${path}.rpcUrls`, rpcUrls) : []),
    ...(isObject(contracts)
      ? checkFields(`${path}.contracts`, contracts, contractFields, { multicall3: checksummedAddress })
      : []),
  ]
}

function urlProblems(path: string, urls: readonly unknown[]): readonly string[] {
  if (urls.length === 0) return [`${path} has no RPC URL: the app cannot read the chain.`]
  return urls.flatMap((url, index) => checkValue(`${path}[${index}]`, url, httpUrl))
}

function toNetwork(network: CheckedNetwork): Network {
  return { ...network, deploymentBlock: BigInt(network.deploymentBlock) }
}

/** Fetches ./config.json beside the page and checks it. Never throws. */
export async function loadConfig(): Promise<ConfigResult> {
  let text: string
  try {
    const response = await fetch('./config.json', { cache: 'no-cache', credentials: 'omit' })
    if (!response.ok)
      return problem(`config.json could not be loaded: the server answered ${response.status}.`)
    text = await response.text()
  } catch {
    return problem(
      'config.json could not be loaded: the server did not answer. Check the connection and reload.',
    )
  }
  try {
    return parseConfig(JSON.parse(text))
  } catch {
    return problem('config.json is not JSON. Check it for a missing quote, comma or bracket.')
  }
}

function problem(sentence: string): ConfigResult {
  return { isOk: false, problems: [sentence] }
}
