import {
  decodeFunctionData,
  formatUnits,
  isAddress,
  toFunctionSelector,
  type Abi,
  type AbiFunction,
  type Address,
  type Hex,
} from 'viem'

type DecodedArgument = { readonly name: string; readonly text: string; readonly address?: Address }
export type DecodedCall = { readonly functionName: string; readonly args: readonly DecodedArgument[] }

/** What a transaction's data asks of a contract, or undefined when it is none of its functions. */
export function decodeCall(abi: Abi, data: Hex): DecodedCall | undefined {
  const item = abi.find(
    (entry): entry is AbiFunction => entry.type === 'function' && data.startsWith(toFunctionSelector(entry)),
  )
  if (!item) return undefined
  try {
    const { functionName, args = [] } = decodeFunctionData({ abi: [item] as Abi, data })
    return {
      functionName,
      args: args.map((value, index) => toArgument(item.inputs[index]?.name ?? `${index}`, value)),
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
