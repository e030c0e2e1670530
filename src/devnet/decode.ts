import {
  decodeFunctionData,
  formatUnits,
  isAddress,
  isAddressEqual,
  type Abi,
  type Address,
  type Hex,
} from 'viem'
import { accounts } from '../../devnet/accounts'
import { seriesContracts } from '../../devnet/actions'
import { connect } from '../../devnet/rpc'
import { lockNftOf } from '../../devnet/systems/musdt/actions'
import { backstopPoolAbi } from '../../abis/BackstopPool'
import { backstopSeriesAbi } from '../../abis/BackstopSeries'
import { musdtLockedNftAbi } from '../../abis/MusdtLockedNft'
import { musdtVaultAbi } from '../../abis/MUSDTVault'
import { tetherUsdAbi } from '../../abis/TetherUSD'
import type { Network } from '../chain/config'

/** Every function the app's people call. What USDT has as well (`approve`) reads as USDT's. */
const abi: Abi = [
  ...backstopPoolAbi,
  ...backstopSeriesAbi,
  ...tetherUsdAbi,
  ...musdtVaultAbi,
  ...musdtLockedNftAbi,
]

type DecodedArgument = { readonly name: string; readonly text: string; readonly address?: Address }
export type DecodedCall = { readonly functionName: string; readonly args: readonly DecodedArgument[] }

/** What a transaction's data asks for, or undefined when it is none of our functions. */
export function decodeCall(data: Hex): DecodedCall | undefined {
  try {
    const { functionName, args = [] } = decodeFunctionData({ abi, data })
    const item = abi.find(
      (entry) =>
        entry.type === 'function' && entry.name === functionName && entry.inputs.length === args.length,
    )
    const inputs = item?.type === 'function' ? item.inputs : []
    return {
      functionName,
      args: args.map((value, index) => toArgument(inputs[index]?.name ?? `${index}`, value)),
    }
  } catch {
    return undefined
  }
}

function toArgument(name: string, value: unknown): DecodedArgument {
  if (typeof value === 'string' && isAddress(value)) return { name, text: value, address: value }
  if (typeof value === 'bigint' && /usdt|value|shares|assets|principal/i.test(name))
    return { name, text: `${value} (${formatUnits(value, 6)} in 6 decimals)` }
  return { name, text: Array.isArray(value) ? value.join(', ') : String(value) }
}

const named = (address: Address | undefined, label: string) => (address ? ([[address, label]] as const) : [])

/** What the devnet knows an address as. */
export async function labelOf(network: Network, address: Address): Promise<string | undefined> {
  const { shared, backstop, musdt } = network.contracts
  const fixed: readonly (readonly [Address, string])[] = [
    ...named(shared?.usdt, 'USDT (Tether)'),
    ...named(backstop?.btc, 'BTC'),
    ...named(backstop?.mstr, 'MSTR'),
    ...named(backstop?.registry, 'Backstop registry'),
    ...named(musdt?.vault, 'mUSDT vault'),
    ...accounts.map((account) => [account.address, account.label] as const),
  ]
  const known = fixed.find(([other]) => isAddressEqual(other, address))
  if (known) return known[1]
  const [rpcUrl] = network.rpcUrls
  if (rpcUrl === undefined) return undefined
  const rpc = connect(rpcUrl)
  if (musdt?.vault && isAddressEqual(await lockNftOf(rpc, musdt.vault), address))
    return 'mNFT of the mUSDT vault'
  const series = backstop?.registry ? await seriesContracts(rpc, backstop.registry) : []
  return series.find((contract) => isAddressEqual(contract.address, address))?.label
}
