import {
  decodeFunctionResult,
  encodeFunctionData,
  getAbiItem,
  numberToHex,
  type Abi,
  type AbiFunction,
  type AbiParameter,
  type Hex,
} from 'viem'

import type { Source } from '../math/reading'

/** One value of an answer, under the name the contract gives it. */
export type AnswerLine = { readonly name: string; readonly type: string; readonly text: string }

/** Lists of thousands are cut here; what was left out is counted. */
const MOST_LINES = 200
const LONGEST_TEXT = 400

/** The function as `cast` wants it, with what it returns: "pools(uint256)(address)". */
export function signatureOf(source: Source): string {
  const { name, inputs, outputs } = functionOf(source)
  return `${name}${tupleOf(inputs)}${tupleOf(outputs)}`
}

/** What a node is sent. */
export function calldataOf({ abi, functionName, args }: Source): Hex {
  return encodeFunctionData({ abi: abi as Abi, functionName, args })
}

/** Makes the same call at the same block with Foundry's `cast`, quoted for a POSIX shell. */
export function castCommand(source: Source, rpcUrl: string): string {
  const { inputs } = functionOf(source)
  const args = inputs.map((input, index) => argumentText(input, source.args[index]))
  const words = ['cast', 'call', source.contract, signatureOf(source), ...args]
  const at = ['--block', `${source.blockNumber}`, '--rpc-url', rpcUrl]
  return [...words, ...at].map(shellWord).join(' ')
}

/** Makes the same call with `curl` alone, as JSON-RPC. */
export function curlCommand(source: Source, rpcUrl: string): string {
  const call = { to: source.contract, data: calldataOf(source) }
  const params = [call, numberToHex(source.blockNumber)]
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'eth_call', params })
  return ['curl', '-s', '-H', 'content-type: application/json', '--data', body, rpcUrl]
    .map(shellWord)
    .join(' ')
}

/**
 * What an answer says, value by value; undefined where it is not an answer of this function.
 * @param raw another node's answer to the same call, else the source's own
 */
export function answerLines(
  source: Source,
  raw = source.raw,
): { readonly lines: readonly AnswerLine[]; readonly left: number } | undefined {
  // Whole words: the data of a refusal begins with four bytes of its own.
  if (raw.length % 64 !== 2) return undefined
  try {
    const { outputs } = functionOf(source)
    const { abi, functionName, args } = source
    const decoded: unknown = decodeFunctionResult({ abi: abi as Abi, functionName, args, data: raw as Hex })
    const values = outputs.length === 1 ? [decoded] : (decoded as readonly unknown[])
    const all = outputs.flatMap((output, index) => linesOf(output, output.name ?? '', values[index]))
    return { lines: all.slice(0, MOST_LINES), left: Math.max(0, all.length - MOST_LINES) }
  } catch {
    return undefined
  }
}

function functionOf({ abi, functionName, args }: Source): AbiFunction {
  const item = getAbiItem({ abi: abi as Abi, name: functionName, args })
  if (item?.type !== 'function') throw new Error(`No interface has ${functionName}.`)
  return item
}

function typeOf(parameter: AbiParameter): string {
  return 'components' in parameter
    ? `${tupleOf(parameter.components)}${parameter.type.slice('tuple'.length)}`
    : parameter.type
}

function tupleOf(parameters: readonly AbiParameter[]): string {
  return `(${parameters.map(typeOf).join(',')})`
}

/** Of "uint256[2][]" that of an element, "uint256[2]"; undefined for what is no list. */
function elementOf(parameter: AbiParameter): AbiParameter | undefined {
  const type = /^(.*)\[\d*\]$/.exec(parameter.type)?.[1]
  return type === undefined ? undefined : { ...parameter, type }
}

function memberOf(value: unknown, { name }: AbiParameter, index: number): unknown {
  return Array.isArray(value) ? value[index] : (value as Readonly<Record<string, unknown>>)[name ?? '']
}

function argumentText(parameter: AbiParameter, value: unknown, isInside = false): string {
  const element = elementOf(parameter)
  if (element)
    return `[${(value as readonly unknown[]).map((one) => argumentText(element, one, true)).join(',')}]`
  if ('components' in parameter)
    return `(${parameter.components.map((part, index) => argumentText(part, memberOf(value, part, index), true)).join(',')})`
  return isInside && parameter.type === 'string' ? JSON.stringify(value) : String(value)
}

function linesOf(parameter: AbiParameter, name: string, value: unknown): readonly AnswerLine[] {
  const element = elementOf(parameter)
  if (element)
    return (value as readonly unknown[]).flatMap((one, index) => linesOf(element, `${name}[${index}]`, one))
  if ('components' in parameter)
    return parameter.components.flatMap((part, index) =>
      linesOf(
        part,
        name === '' ? (part.name ?? '') : `${name}.${part.name ?? index}`,
        memberOf(value, part, index),
      ),
    )
  return [{ name, type: parameter.type, text: valueText(value) }]
}

/** Somebody else's words as code has them: in quotes, and nothing that would reorder a line. trust.md D36 */
function valueText(value: unknown): string {
  const text = typeof value === 'string' ? value : String(value)
  const short = text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text
  if (typeof value !== 'string' || value.startsWith('0x')) return short
  return JSON.stringify(short).replace(
    /[^\x20-\x7e…]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

function shellWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`
}
