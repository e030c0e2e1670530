import { readFileSync } from 'node:fs'
import type { Address } from 'viem'

type Contracts = Readonly<Record<string, Readonly<Record<string, Address>> | undefined>>
type Network = {
  readonly chainId: number
  readonly rpcUrls: readonly string[]
  readonly deploymentBlock: number
  readonly contracts: Contracts
}

const { CONFIG = '../../public/config.json', CHAIN } = process.env
const { networks } = JSON.parse(readFileSync(CONFIG, 'utf8')) as { readonly networks: readonly Network[] }
const chosen = CHAIN === undefined ? networks[0] : networks.find(({ chainId }) => `${chainId}` === CHAIN)
if (!chosen) throw new Error(`${CONFIG} has no network ${CHAIN}.`)

/** The network of the app's config.json that is served: CHAIN, or the first. */
export const network = chosen
