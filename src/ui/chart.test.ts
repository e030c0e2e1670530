import { expect, it } from 'vitest'
import { chartRows } from './chart'

it('joins lines on one sorted x and leaves gaps where a line has no point', () => {
  const rows = chartRows([
    { label: 'Required', points: [{ x: 30n, y: 3n }, { x: 10n, y: 1n }] }, // prettier-ignore
    { label: 'Staked', points: [{ x: 20n, y: 2n }, { x: 30n, y: 0n }] }, // prettier-ignore
  ])
  expect(rows).toEqual([
    { x: 10n, ys: [1n, undefined] },
    { x: 20n, ys: [undefined, 2n] },
    { x: 30n, ys: [3n, 0n] },
  ])
})
