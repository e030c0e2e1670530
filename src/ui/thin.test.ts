import { describe, expect, it } from 'vitest'
import type { ChartPoint } from './chart'
import { thinned } from './thin'

const points = (ys: readonly number[]): ChartPoint[] => ys.map((y, x) => ({ x: BigInt(x), y: BigInt(y) }))

describe('thinned', () => {
  it('leaves few points as they are', () => {
    const few = points([1, 2, 3])
    expect(thinned(few, 1)).toBe(few)
    expect(thinned([], 10)).toEqual([])
  })

  it('keeps the first, lowest, highest and last of each column, in order', () => {
    const kept = thinned(points([5, 9, 1, 4, 6, 2, 7, 7, 7, 7, 7, 8]), 2)
    expect(kept.map(({ y }) => y)).toEqual([5n, 9n, 1n, 2n, 7n, 8n])
  })

  it('never loses a peak: 50,000 points in 600 columns', () => {
    const many = points(Array.from({ length: 50_000 }, (_, x) => (x === 31_234 ? 1_000_000 : x % 97)))
    const kept = thinned(many, 600)
    expect(kept.length).toBeLessThanOrEqual(2_400)
    expect(kept.some(({ y }) => y === 1_000_000n)).toBe(true)
    expect(kept.every((point, index) => index === 0 || point.x > (kept[index - 1]?.x ?? -1n))).toBe(true)
  })
})
