/** What an axis shows: from where to where, and the values that are written beside it. Pixels, not money. */
export type AxisSpan = { readonly domain: [from: number, to: number]; readonly ticks: number[] }

/** The smallest of 1, 2 and 5 times a power of ten that divides a span into at most so many parts. */
function roundStep(span: number, most: number): number {
  const rough = span / most
  const power = 10 ** Math.floor(Math.log10(rough))
  return ([1, 2, 5].find((factor) => factor * power >= rough) ?? 10) * power
}

/** Of a step: a value that is one but for a float's last digit counts. */
const beside = 1e-9

/** Multiplied, not added up: 3 × 0.1 is off by less. */
const multiples = (step: number, first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step)

/** From one value to another, with round values in between, at most so many steps. */
export function exactSpan(from: number, to: number, most: number): AxisSpan {
  if (!(to > from)) return { domain: [from, to], ticks: [from] }
  const step = roundStep(to - from, most)
  return {
    domain: [from, to],
    ticks: multiples(step, Math.ceil(from / step - beside), Math.floor(to / step + beside)),
  }
}

/** From one value to another, which no step of ten makes rounder: dates. Both ends and so many steps between them. */
export function evenSpan(from: number, to: number, steps: number): AxisSpan {
  if (!(to > from)) return { domain: [from, to], ticks: [from] }
  const ticks = Array.from({ length: steps + 1 }, (_, index) => from + ((to - from) * index) / steps)
  return { domain: [from, to], ticks }
}

/** From a round value below to one above, in at most so many steps. */
export function roundSpan(from: number, to: number, most: number): AxisSpan {
  // Where nothing changes, a hundredth around it is near enough.
  const [low, high] =
    to > from ? [from, to] : [Math.min(from * 0.99, from * 1.01), Math.max(from * 0.99, from * 1.01)]
  if (!(high > low)) return { domain: [0, 1], ticks: [0, 1] }
  const step = roundStep(high - low, most)
  const ticks = multiples(step, Math.floor(low / step + beside), Math.ceil(high / step - beside))
  return { domain: [ticks[0] ?? low, ticks.at(-1) ?? high], ticks }
}
