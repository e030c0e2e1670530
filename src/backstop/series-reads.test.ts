import { describe, expect, it } from 'vitest'
import { answerReads } from '../chain/testing/answer-reads'
import type { Answerer } from '../chain/testing/answer-reads'
import { knownFrom, nothingKnown, seriesReads, tokensOf } from './series-reads'
import { account, addresses } from './test-series'

const readingsOf = (former: typeof nothingKnown, answer: Answerer) =>
  answerReads(seriesReads(addresses, undefined, account, former), answer)

const chain: Answerer = (name, args) => {
  if (name === 'stakers') return [account]
  if (name === 'balanceOf') return 2n
  if (name === 'tokenOfOwnerByIndex') return (args[1] as bigint) + 10n
  return 500n
}

describe('learning what to read, block by block', () => {
  it('reaches the amounts of all tokens and then rests', () => {
    const first = knownFrom(readingsOf(nothingKnown, chain), 200)
    expect(first).toMatchObject({ stakers: [account], noteCount: 2n, noteIds: [] })
    const second = knownFrom(readingsOf(first, chain), 200)
    expect(second.noteIds).toEqual([10n, 11n])
    const readings = readingsOf(second, chain)
    expect(tokensOf(readings, 'note')).toEqual([
      { id: 10n, usdtAmount: 500n },
      { id: 11n, usdtAmount: 500n },
    ])
    expect(knownFrom(readings, 200)).toEqual(second)
  })

  it('drops a token that was sold meanwhile', () => {
    const former = { ...nothingKnown, noteCount: 1n, noteIds: [10n, 99n] }
    expect(tokensOf(readingsOf(former, chain), 'note')).toEqual([{ id: 10n, usdtAmount: 500n }])
  })

  it('reads as many tokens as are asked for, and shows the largest first', () => {
    const crowded: Answerer = (name, args) => {
      if (name === 'balanceOf') return 60n
      if (name === 'principalOf' || name === 'parOf') return args[0] === 69n ? 320_000n : 1n
      return chain(name, args)
    }
    const read = (most: number) => {
      const ids = knownFrom(readingsOf(knownFrom(readingsOf(nothingKnown, crowded), most), crowded), most)
      return tokensOf(readingsOf(ids, crowded), 'note')
    }
    expect(read(40)).toHaveLength(40)
    expect(read(200)).toHaveLength(60)
    expect(read(200)[0]).toEqual({ id: 69n, usdtAmount: 320_000n })
  })
})
