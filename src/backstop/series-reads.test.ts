import { describe, expect, it } from 'vitest'
import { knownFrom, knownKey, nothingKnown, seriesReads, tokensOf } from './series-reads'
import type { SeriesReadings } from './series-reads'
import { account, addresses, known } from './test-series'

/** Answers every read of the tree with what `answer` says. */
function readingsOf(
  former: typeof nothingKnown,
  answer: (name: string, args: readonly unknown[]) => unknown,
) {
  const answered = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(answered)
    if (typeof node !== 'object' || node === null) return node
    if ('functionName' in node && 'args' in node) {
      const args = node.args as readonly unknown[]
      const reading = known(answer(node.functionName as string, args))
      return { ...reading, source: { ...reading.source, args } }
    }
    return Object.fromEntries(Object.entries(node).map(([key, child]) => [key, answered(child)]))
  }
  return answered(seriesReads(addresses, undefined, account, former)) as SeriesReadings
}

const chain = (name: string, args: readonly unknown[]): unknown => {
  if (name === 'stakers') return [account]
  if (name === 'balanceOf') return 2n
  if (name === 'tokenOfOwnerByIndex') return (args[1] as bigint) + 10n
  return 500n
}

describe('learning what to read, block by block', () => {
  it('reaches the amounts of all tokens and then rests', () => {
    const first = knownFrom(readingsOf(nothingKnown, chain))
    expect(first).toMatchObject({ stakers: [account], noteCount: 2n, noteIds: [] })
    const second = knownFrom(readingsOf(first, chain))
    expect(second.noteIds).toEqual([10n, 11n])
    const readings = readingsOf(second, chain)
    expect(tokensOf(readings, 'note')).toEqual([
      { id: 10n, usdtAmount: 500n },
      { id: 11n, usdtAmount: 500n },
    ])
    expect(knownKey(knownFrom(readings))).toBe(knownKey(second))
  })

  it('drops a token that was sold meanwhile', () => {
    const former = { ...nothingKnown, noteCount: 1n, noteIds: [10n, 99n] }
    expect(tokensOf(readingsOf(former, chain), 'note')).toEqual([{ id: 10n, usdtAmount: 500n }])
  })
})
