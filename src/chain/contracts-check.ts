import { concatHex, pad, size, slice, toHex, type Client, type Hex } from 'viem'

import type { Network } from './config'
import type { EthCall } from './rpc-methods'

/**
 * Init code that returns the code size of each address: PUSH20 a, EXTCODESIZE, PUSH2 i·32, MSTORE, …, then
 * RETURN(0, n·32). One eth_call answers for all contracts, and it needs no contract itself.
 */
function codeSizesProgram(addresses: readonly Hex[]): Hex {
  const push2 = (value: number) => concatHex(['0x61', pad(toHex(value), { size: 2 })])
  return concatHex([
    ...addresses.flatMap((address, index): Hex[] => ['0x73', address, '0x3b', push2(index * 32), '0x52']),
    push2(addresses.length * 32),
    '0x6000f3',
  ])
}

/**
 * Checks that every configured address has code. Returns a sentence about those that have none.
 * Throws ChainUnavailableError if no node answers.
 */
export async function checkContracts(client: Client, network: Network): Promise<string | undefined> {
  const contracts = Object.entries(network.contracts).filter((entry): entry is [string, Hex] => !!entry[1])
  const addresses = contracts.map(([, address]) => address)
  const sizes = await client.request<EthCall>({
    method: 'eth_call',
    params: [{ data: codeSizesProgram(addresses) }, 'latest'],
  })
  const missing = contracts.filter(([, address], index) => {
    const start = index * 32
    return size(sizes) < start + 32 || BigInt(slice(sizes, start, start + 32)) === 0n || !address
  })
  if (missing.length === 0) return undefined
  const list = missing.map(([name, address]) => `${name} (${address})`).join(', ')
  return `${network.name} has no contract at the configured address of ${list}. Figures are unavailable and nothing can be sent.`
}
