/** A whole scenario as a short text in an address, and back. trust.md X7 */
import { choices, type Scenario } from './scenario'

type Numbers = {
  [Key in keyof Scenario]: Scenario[Key] extends bigint ? Key : never
}[keyof Scenario]

/** Bounds of each number, both inclusive, in the order of the link. */
export const bounds = {
  supply: [1_000_000n, 10n ** 18n],
  priceMicro: [1n, 10n ** 10n],
  filledPercent: [100n, 400n],
  fallBps: [0n, 9_999n],
  fallCycles: [1n, 200n],
  endBps: [1n, 1_000_000n],
  endCycle: [1n, 200n],
  lendBps: [0n, 10_000n],
  bakeBps: [0n, 10_000n],
  redeemed: [0n, 10n ** 18n],
  ahead: [1n, 200n],
} as const satisfies Readonly<Record<Numbers, readonly [bigint, bigint]>>

const names = Object.keys(bounds) as readonly Numbers[]

/** What the page shows when nothing was chosen: a fall of 35%, then a slow rise to 120%. */
export const firstScenario: Scenario = {
  start: 'now',
  supply: 1_000_000_000_000n,
  priceMicro: 1_000_000n,
  filledPercent: 200n,
  fallBps: 3_500n,
  fallCycles: 4n,
  endBps: 12_000n,
  endCycle: 16n,
  lendBps: 100n,
  bakeBps: 140n,
  redeemed: 0n,
  ahead: 24n,
  choice: 'keep',
}

/**
 * Bob's case: all four silos full for 1,000,000 USDtz, and each cycle earns a quarter of what stands behind it, so that
 * the first harvest is $1,000,000. rules.md S10
 */
export const bobsCase: Scenario = {
  ...firstScenario,
  start: 'scratch',
  filledPercent: 400n,
  fallBps: 0n,
  endBps: 10_000n,
  lendBps: 2_500n,
  bakeBps: 2_500n,
  ahead: 6n,
  choice: 'full',
}

export function scenarioText(scenario: Scenario): string {
  return [scenario.start, scenario.choice, ...names.map((name) => `${scenario[name]}`)].join('_')
}

/** The scenario of a link; undefined for a text that is none, or that is out of bounds. */
export function scenarioFrom(text: string): Scenario | undefined {
  const [start, choice, ...numbers] = text.length > 200 ? [] : text.split('_')
  if (start !== 'now' && start !== 'scratch') return undefined
  const chosen = choices.find((one) => one === choice)
  if (chosen === undefined || numbers.length !== names.length) return undefined
  let scenario: Scenario = { ...firstScenario, start, choice: chosen }
  for (const [index, name] of names.entries()) {
    const digits = numbers[index] ?? ''
    if (!/^\d{1,20}$/.test(digits)) return undefined
    const value = BigInt(digits)
    if (!isWithin(name, value)) return undefined
    scenario = { ...scenario, [name]: value }
  }
  return scenario
}

export function isWithin(name: Numbers, value: bigint): boolean {
  const [least, most] = bounds[name]
  return value >= least && value <= most
}
