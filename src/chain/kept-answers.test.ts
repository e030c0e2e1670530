import { encodeFunctionResult, erc20Abi, type Hex } from 'viem'
import { afterEach, expect, it } from 'vitest'

import { knownValue } from '../math/reading'
import { keepAnswers, keptSnapshot } from './kept-answers'
import type { KnownReads } from './known'
import { read, type Read, type Readings, type Snapshot } from './read'
import { safeStorage } from './safe-storage'

const [address, other] = [
  '0x52908400098527886E0F7030069857D2E4169EE7',
  '0x8617E340B3D01FA5F11F306F4090FD50E238070D',
] as const
const network = { chainId: 7 }
const place = 'ballast.kept.7.bank'
const of = (functionName: 'decimals' | 'totalSupply' | 'symbol', token: typeof address | typeof other) =>
  read({ address: token, label: 'Token', abi: erc20Abi, functionName })

/** How many decimals there are is asked first, and the symbol once; the supply is what is shown. */
type Known = { readonly decimals: number | undefined; readonly symbol: string | undefined }
type Tree = { decimals: Read<number>; symbol: Read<string> | undefined; supply: Read<bigint> | undefined }
const source: KnownReads<Known, Tree> = {
  initial: { decimals: undefined, symbol: undefined },
  reads: ({ decimals, symbol }) => ({
    decimals: of('decimals', address) as Read<number>,
    symbol:
      decimals === undefined || symbol !== undefined ? undefined : (of('symbol', address) as Read<string>),
    supply: decimals === undefined ? undefined : (of('totalSupply', other) as Read<bigint>),
  }),
  learn: (data, known) => ({
    decimals: knownValue(data.decimals),
    symbol: known.symbol ?? knownValue(data.symbol),
  }),
  lasting: (known) => known,
}

const word = (functionName: 'decimals' | 'totalSupply' | 'symbol', result: never) =>
  encodeFunctionResult({ abi: erc20Abi, functionName, result })
const raws: Readonly<Record<string, Hex>> = {
  decimals: word('decimals', 6 as never),
  symbol: word('symbol', 'COIN' as never),
  totalSupply: word('totalSupply', 1_000_000n as never),
}

/** What a node answers at a block. */
function answered(known: Known, blockNumber: bigint, isKnown = true): Snapshot<Tree> {
  const of = (node: unknown): unknown => {
    if (typeof node !== 'object' || node === null) return node
    const { address: contract, label, functionName, args } = node as Read<unknown>
    const read = {
      contract,
      label,
      functionName,
      args,
      blockNumber,
      abi: [],
      raw: raws[functionName] ?? '0x',
    }
    return isKnown ? { isKnown, value: 0n, source: read } : { isKnown, reason: 'No.', source: read }
  }
  const tree = Object.entries(source.reads(known)).map(([name, node]) => [name, of(node)])
  const data = Object.fromEntries(tree) as Readings<Tree>
  return { ...network, blockNumber, timestamp: 1_700_000_000n, data }
}

const visit = () => {
  keepAnswers('bank', answered({ decimals: 6, symbol: undefined }, 10n), 1_000)
  // What was asked only once stays known.
  keepAnswers('bank', answered({ decimals: 6, symbol: 'COIN' }, 12n), 5_000)
}
const onReturn = () => keptSnapshot(network, 'bank', source, 65_999)
const stored = () => JSON.parse(safeStorage.getItem(place) ?? '') as Record<string, object>
const change = (part: object) => safeStorage.setItem(place, JSON.stringify({ ...stored(), ...part }))

afterEach(() => {
  safeStorage.removeItem(place)
  safeStorage.removeItem('ballast.genesis.7')
})

it('shows the figures of the last visit, with their block and age', () => {
  expect(onReturn()).toBeUndefined()
  visit()
  const kept = onReturn()
  expect(kept?.known).toEqual({ decimals: 6, symbol: 'COIN' })
  expect(kept?.ageSeconds).toBe(60n)
  expect(kept?.snapshot.blockNumber).toBe(12n)
  expect(kept?.snapshot.data.supply).toMatchObject({ value: 1_000_000n, source: { blockNumber: 12n } })
})

it('shows nothing of which a part is older than the rest', () => {
  visit()
  const { ofBlock, before } = stored()
  change({ ofBlock: {}, before: { ...before, ...ofBlock } })
  expect(onReturn()).toBeUndefined()
})

it('keeps nothing of which a part could not be read', () => {
  keepAnswers('bank', answered({ decimals: 6, symbol: undefined }, 10n, false), 1_000)
  expect(safeStorage.getItem(place)).toBeNull()
})

it('keeps no more than a browser has room for, and reads no more', () => {
  visit()
  const { before } = stored()
  const lengthTo = (length: number) => {
    change({ before: { ...before, long: '' } })
    const most = length - (safeStorage.getItem(place) ?? '').length
    change({ before: { ...before, long: 'x'.repeat(most) } })
  }
  lengthTo(400_001)
  expect(onReturn()).toBeUndefined()
  lengthTo(400_000)
  expect(onReturn()).toBeDefined()
  keepAnswers('bank', answered({ decimals: 6, symbol: 'COIN' }, 1_000_000n), 9_000)
  expect(safeStorage.getItem(place)).toBeNull()
})

it('knows nothing of another chain with the same id, or of a later time', () => {
  visit()
  expect(keptSnapshot(network, 'bank', source, 4_999)).toBeUndefined()
  safeStorage.setItem('ballast.genesis.7', '0xaa')
  expect(onReturn()).toBeUndefined()
})

it.each([
  ['no JSON', '{'],
  ['null', 'null'],
  ['a list', '[]'],
  ['nothing of it', '{}'],
])('takes %s for nothing kept', (_, text) => {
  safeStorage.setItem(place, text)
  expect(onReturn()).toBeUndefined()
})

it.each([
  ['a block that is none', { block: '-1' }],
  ['a block without end', { block: '9'.repeat(400) }],
  ['a block that is a number', { block: 12 }],
  ['a time that is none', { timestamp: 'now' }],
  ['a moment that is none', { atMs: 'then' }],
  ['no answers', { ofBlock: null }],
  ['no former answers', { before: 7 }],
])('takes what has %s for nothing kept', (_, part) => {
  visit()
  change(part)
  expect(onReturn()).toBeUndefined()
})

it.each([
  ['is no text', 7],
  ['is not bytes', '0xgg'],
  ['is nothing', '0x'],
  ['is too short for its function', '0x00'],
])('shows nothing where an answer %s', (_, answer) => {
  visit()
  const { ofBlock } = stored()
  change({ ofBlock: Object.fromEntries(Object.keys(ofBlock ?? {}).map((call) => [call, answer])) })
  expect(onReturn()).toBeUndefined()
})
