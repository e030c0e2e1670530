import { concatHex, pad, size, slice, toHex, zeroHash, type Client, type Hex } from 'viem'

import type { Network } from './config'
import { configuredContracts } from './contracts'
import { askChecked } from './ask-checked'
import { t } from '../words/t'

/** What EXTCODEHASH says of an address without code, depending on whether it was ever used: 0, or keccak256 of nothing. */
const noCode: readonly Hex[] = [
  zeroHash,
  '0xc5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470',
]

/**
 * Init code that returns the code hash of each address: PUSH20 a, EXTCODEHASH, PUSH2 i·32, MSTORE, …, then
 * RETURN(0, n·32). One eth_call answers for all contracts, and it needs no contract itself.
 */
function codeHashesProgram(addresses: readonly Hex[]): Hex {
  const push2 = (value: number) => concatHex(['0x61', pad(toHex(value), { size: 2 })])
  return concatHex([
    ...addresses.flatMap((address, index): Hex[] => ['0x73', address, '0x3f', push2(index * 32), '0x52']),
    push2(addresses.length * 32),
    '0x6000f3',
  ])
}

/**
 * Checks that every configured address has code, and the configured code where its hash is given. Returns a sentence
 * about those that have not. trust.md X9
 * Throws ChainUnavailableError if no node answers, another error if no answer can be read.
 */
export async function checkContracts(client: Client, network: Network): Promise<string | undefined> {
  const contracts = configuredContracts(network)
  const addresses = contracts.map(({ address }) => address)
  const wish = { method: 'eth_call', params: [{ data: codeHashesProgram(addresses) }, 'latest'] } as const
  // Bad news is believed only if a second node tells the same, or if there is none.
  const hashes = await askChecked(
    client,
    wish,
    (returned) => isReadable(contracts, returned) && findingOf(network, contracts, returned) === undefined,
  )
  if (!isReadable(contracts, hashes)) throw new Error(t`no node gave an answer that can be read`)
  return findingOf(network, contracts, hashes)
}

function isReadable(contracts: ReturnType<typeof configuredContracts>, hashes: Hex): boolean {
  return size(hashes) === contracts.length * 32
}

/** What is wrong with the contracts, as a sentence, by what a node says their code hashes are. */
function findingOf(
  network: Network,
  contracts: ReturnType<typeof configuredContracts>,
  hashes: Hex,
): string | undefined {
  const found = contracts.map(({ group, name, place, address }, index) => {
    const hash = slice(hashes, index * 32, index * 32 + 32)
    return { group, name, text: `${place} (${address})`, hash }
  })
  const missing = found.filter(({ hash }) => noCode.includes(hash))
  if (missing.length > 0)
    return t`${network.name} has no contract at the configured address of ${listOf(missing)}. Figures are unavailable and nothing can be sent.`
  const foreign = found.filter(
    ({ group, name, hash }) => (network.codeHashes?.[group]?.[name]?.toLowerCase() ?? hash) !== hash,
  )
  if (foreign.length > 0)
    return t`${network.name} has another contract than the configured one at the address of ${listOf(foreign)}. Figures are unavailable and nothing can be sent.`
  return undefined
}

function listOf(about: readonly { readonly text: string }[]): string {
  return about.map(({ text }) => text).join(', ')
}
