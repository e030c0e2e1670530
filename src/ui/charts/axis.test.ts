import fc from 'fast-check'
import { expect, it } from 'vitest'
import { evenSpan, exactSpan, roundSpan } from './axis'

it.each([
  [0, 100, [0, 20, 40, 60, 80, 100]],
  [3, 97, [20, 40, 60, 80]],
  [0.101, 0.103, [0.101, 0.1015, 0.102, 0.1025, 0.103]],
  [-7, 12, [-5, 0, 5, 10]],
  [5, 5, [5]],
])('writes round values from %d to %d', (from, to, ticks) => {
  const span = exactSpan(from, to, 5)
  expect(span.domain).toEqual([from, to])
  expect(span.ticks.map((tick) => +tick.toPrecision(12))).toEqual(ticks)
})

it('divides dates evenly, both ends included', () => {
  expect(evenSpan(100, 200, 4)).toEqual({ domain: [100, 200], ticks: [100, 125, 150, 175, 200] })
  expect(evenSpan(7, 7, 4)).toEqual({ domain: [7, 7], ticks: [7] })
})

it.each([
  [0, 96, [0, 100]],
  [97, 103, [96, 104]],
  [0, 0, [0, 1]],
  [50, 50, [49.4, 50.6]],
  [-50, -50, [-50.6, -49.4]],
])('rounds outwards from %d to %d', (from, to, domain) => {
  expect(roundSpan(from, to, 5).domain.map((end) => +end.toPrecision(12))).toEqual(domain)
})

it('holds what it is given, in few steps', () => {
  const value = fc.double({ min: -1e15, max: 1e15, noNaN: true })
  fc.assert(
    fc.property(value, value, (a, b) => {
      const [from, to] = [Math.min(a, b), Math.max(a, b)]
      fc.pre(to - from > Math.abs(to) * 1e-9 && to - from > 1e-9)
      const { domain, ticks } = roundSpan(from, to, 5)
      expect(domain[0]).toBeLessThanOrEqual(from + (to - from) * 1e-6)
      expect(domain[1]).toBeGreaterThanOrEqual(to - (to - from) * 1e-6)
      expect(ticks.length).toBeLessThanOrEqual(7)
      const inner = exactSpan(from, to, 5).ticks
      expect(inner.length).toBeGreaterThan(0)
      expect(inner.length).toBeLessThanOrEqual(6)
    }),
  )
})
