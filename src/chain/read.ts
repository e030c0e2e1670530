import {
  decodeErrorResult,
  decodeFunctionResult,
  encodeFunctionData,
  prepareEncodeFunctionData,
  type Abi,
  type Address,
  numberToHex,
  type Client,
  type ContractFunctionArgs,
  type ContractFunctionName,
  type ContractFunctionReturnType,
  type Hex,
  type PrepareEncodeFunctionDataReturnType,
} from 'viem'

import type { Reading, Source } from '../math/reading'
import { askChecked } from './ask-checked'
import { callTogether } from './call-together'
import type { Answer, ViewCall } from './carrier'
import type { Network } from './config'
import { plainText } from './plain-text'
import { t } from '../words/t'

declare const resultType: unique symbol

/** One view call that a snapshot makes. T is what it returns. */
export type Read<T> = {
  readonly address: Address
  /** The contract's name for people, e.g. "Backstop pool". */
  readonly label: string
  readonly abi: Abi
  readonly functionName: string
  readonly args: readonly unknown[]
  /** The rule of docs/ this figure follows, e.g. "B7". */
  readonly rule?: string | undefined
  /** The answer is a document (a tokenURI), no words to show: it is left as it is. */
  readonly isDocument?: boolean | undefined
  readonly [resultType]?: T
}

/** A tree of reads becomes the same tree of readings. Anything else in it (undefined, a label) stays as it is. */
export type Readings<Tree> =
  Tree extends Read<infer T>
    ? Reading<T>
    : Tree extends object
      ? { readonly [Key in keyof Tree]: Readings<Tree[Key]> }
      : Tree

/** Everything one page shows, read at one block. */
export type Snapshot<Tree> = {
  readonly chainId: number
  readonly blockNumber: bigint
  readonly timestamp: bigint
  readonly data: Readings<Tree>
}

type View = 'view' | 'pure'

/**
 * Declares a view call; nothing is read yet.
 * @example read({ address: pool, label: 'Backstop pool', abi: backstopPoolAbi, functionName: 'sharesOf', args: [account] })
 */
export function read<
  const TAbi extends Abi,
  TName extends ContractFunctionName<TAbi, View>,
  const TArgs extends ContractFunctionArgs<TAbi, View, TName>,
>(
  call: {
    address: Address
    label: string
    abi: TAbi
    functionName: TName
    rule?: string
    isDocument?: boolean
  } & (readonly [] extends TArgs ? { args?: TArgs } : { args: TArgs }),
): Read<ContractFunctionReturnType<TAbi, View, TName, TArgs>> {
  const { address, label, abi, functionName, args = [], rule, isDocument } = call
  return { address, label, abi, functionName, args: args as readonly unknown[], rule, isDocument }
}

/**
 * Reads a whole tree at one block in one eth_call, with all others that are asked for in the same turn: Multicall3 where
 * the network has it, else the same code carried along with the call. A call that fails leaves a reading with its reason;
 * the others are unharmed.
 * Throws if the node does not answer, or does not know the block.
 */
export async function fetchSnapshot<Tree>(
  client: Client,
  network: Pick<Network, 'chainId' | 'contracts'>,
  tree: Tree,
  block: { number: bigint; timestamp: bigint },
): Promise<Snapshot<Tree>> {
  const reads = collect(tree)
  const calls = reads.map((leaf): ViewCall => ({ target: leaf.address, callData: callDataOf(leaf) }))
  const told = new WeakMap<Answer, Reading<unknown>>()
  const readingOf = (answer: Answer, index: number): Reading<unknown> | undefined => {
    const leaf = reads[index]
    const reading = told.get(answer) ?? (leaf && toReading(leaf, answer, block.number))
    if (reading) told.set(answer, reading)
    return reading
  }
  const answers = await callTogether(
    client,
    network.contracts.shared?.multicall3,
    calls,
    numberToHex(block.number),
    // A call that failed is an answer; one that succeeded with gibberish is a node's fault until another agrees.
    (answer, index) => !answer.success || readingOf(answer, index)?.isKnown === true,
  )
  const readings = new Map(
    reads.map((leaf, index) => [leaf, answers[index] && readingOf(answers[index], index)]),
  )
  return {
    chainId: network.chainId,
    blockNumber: block.number,
    timestamp: block.timestamp,
    data: replace(tree, readings) as Readings<Tree>,
  }
}

/**
 * What a tree of one read tells, of whichever block the node is at: what only says what to ask for need not wait for the
 * newest block to be known. Undefined for another tree, and where the call fails. Throws if no node answers.
 */
export async function fetchHint<Tree>(client: Client, tree: Tree): Promise<Readings<Tree> | undefined> {
  const [leaf, ...others] = collect(tree)
  if (!leaf || others.length > 0) return undefined
  const readingOf = (returnData: Hex) => toReading(leaf, { success: true, returnData }, 0n)
  const wish = {
    method: 'eth_call',
    params: [{ to: leaf.address, data: callDataOf(leaf) }, 'latest'],
  } as const
  const reading = readingOf(await askChecked(client, wish, (returned) => readingOf(returned).isKnown))
  return reading.isKnown ? (replace(tree, new Map([[leaf, reading]])) as Readings<Tree>) : undefined
}

/**
 * A tree as it was answered before: `answerOf` gives the raw answer to a call by its name (`callName`). It is decoded
 * like a node's answer. Undefined if one is missing or can't be decoded.
 */
export function readAgain<Tree>(
  tree: Tree,
  blockNumber: bigint,
  answerOf: (call: string) => Hex | undefined,
): Readings<Tree> | undefined {
  const readings = new Map<Read<unknown>, Reading<unknown>>()
  for (const leaf of collect(tree)) {
    const returnData = answerOf(callIdentity(leaf))
    const reading = returnData && toReading(leaf, { success: true, returnData }, blockNumber)
    if (!reading?.isKnown) return undefined
    readings.set(leaf, reading)
  }
  return replace(tree, readings) as Readings<Tree>
}

/** Names a tree by what it calls: two trees with the same name show the same figures. */
export function treeIdentity(tree: unknown): string {
  return collect(tree).map(callIdentity).join(';')
}

function callIdentity({ address, functionName, args }: Read<unknown>): string {
  return callName(address, functionName, args)
}

/** Names a call by contract, function and arguments. */
export function callName(contract: string, functionName: string, args: readonly unknown[]): string {
  return `${contract}.${functionName}${JSON.stringify(args, bigintAsText)}`
}

/** Whether every reading of a snapshot is known. */
export function isComplete(readings: unknown): boolean {
  if (typeof readings !== 'object' || readings === null) return true
  if ('isKnown' in readings && 'source' in readings) return readings.isKnown === true
  return Object.values(readings).every(isComplete)
}

type Prepared = PrepareEncodeFunctionDataReturnType<Abi, string>
const prepared = new WeakMap<Abi, Map<string, Prepared>>()

/** A function's selector is a hash: worked out once, not for each of a hundred series. */
function callDataOf({ abi, functionName, args }: Read<unknown>): Hex {
  const known = prepared.get(abi) ?? new Map<string, Prepared>()
  prepared.set(abi, known)
  const key = `${functionName} ${args.length}`
  const found = known.get(key) ?? prepareEncodeFunctionData({ abi, functionName, args })
  known.set(key, found)
  return encodeFunctionData<Abi, string>({ ...found, args })
}

/** What a contract answered, or undefined if it can't be that. */
function valueOf(
  { abi, functionName, args }: Read<unknown>,
  { returnData }: Answer,
): { readonly value: unknown } | undefined {
  try {
    return { value: decodeFunctionResult({ abi, functionName, args, data: returnData }) }
  } catch {
    return undefined
  }
}

function toReading(leaf: Read<unknown>, answer: Answer, blockNumber: bigint): Reading<unknown> {
  const { address, label, abi, functionName, args, rule } = leaf
  const source: Source = {
    contract: address,
    label,
    abi,
    functionName,
    args,
    blockNumber,
    raw: answer.returnData,
    ...(rule !== undefined && { rule }),
  }
  const unknown = (reason: string): Reading<unknown> => ({ isKnown: false, reason, source })
  if (!answer.success) return unknown(revertText(`${label} ${functionName}`, abi, answer.returnData))
  if (answer.returnData === '0x')
    return unknown(t`There is no contract that answers ${functionName} at ${address}.`)
  const found = valueOf(leaf, answer)
  if (!found) return unknown(t`${label} answered ${functionName} in a form that this app does not know.`)
  return { isKnown: true, value: leaf.isDocument ? found.value : withPlainTexts(found.value), source }
}

/** Names and symbols are somebody else's words: short, on one line, in order. trust.md D36 */
function withPlainTexts(value: unknown): unknown {
  if (typeof value === 'string') return value.startsWith('0x') ? value : plainText(value, 80)
  if (Array.isArray(value)) return value.map(withPlainTexts)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, withPlainTexts(child)]))
}

/** A sentence with the name and arguments of a custom error, or the text of a reason string. */
function revertText(call: string, abi: Abi, data: Hex): string {
  if (data === '0x') return t`${call} reverted without a reason.`
  try {
    const { errorName, args = [] } = decodeErrorResult({ abi, data }) as {
      errorName: string
      args?: readonly unknown[]
    }
    const values = args.map((value) => plainText(String(value), 80)).join(', ')
    return errorName === 'Error'
      ? t`${call} reverted: ${values}.`
      : t`${call} reverted with ${`${errorName}(${values})`}.`
  } catch {
    return t`${call} reverted with an unknown error ${data.slice(0, 10)}.`
  }
}

function isRead(node: object): node is Read<unknown> {
  return 'functionName' in node && 'abi' in node && 'address' in node
}

function collect(tree: unknown, into: Read<unknown>[] = []): Read<unknown>[] {
  if (typeof tree !== 'object' || tree === null) return into
  if (isRead(tree)) into.push(tree)
  else for (const child of Object.values(tree)) collect(child, into)
  return into
}

function replace(tree: unknown, readings: ReadonlyMap<Read<unknown>, Reading<unknown> | undefined>): unknown {
  if (typeof tree !== 'object' || tree === null) return tree
  if (isRead(tree)) return readings.get(tree)
  if (Array.isArray(tree)) return tree.map((child) => replace(child, readings))
  return Object.fromEntries(Object.entries(tree).map(([key, child]) => [key, replace(child, readings)]))
}

function bigintAsText(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? `${value}` : value
}
