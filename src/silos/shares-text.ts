import { displayBps } from '../math/amount'
import type { Shares } from '../math/silos-harvest'

/** The four ways in the order in which a distribution runs, and what each does. rules.md S10 */
export const ways = [
  {
    key: 'recapEqualBps',
    name: 'Into all four silos',
    goesTo: 'into all four silos',
    means: 'A quarter to each; new USDtz for at most a quarter of it. In the contract: recapEqual.',
  },
  {
    key: 'recapFullBps',
    name: 'Into Silo 1, at full speed',
    goesTo: 'into Silo 1 at full speed',
    means: 'Silo 3 then buys for Silo 2; new USDtz for at most all of it. In the contract: recapFull.',
  },
  { key: 'dividendBps', name: 'To the trustees', goesTo: 'to the trustees', means: 'A dividend, by weight.' },
  { key: 'ecosystemBps', name: 'To the ecosystem', goesTo: 'to the ecosystem', means: 'To its one address.' },
] as const satisfies readonly { key: keyof Shares; name: string; goesTo: string; means: string }[]

/** "75% into all four silos, 25% to the trustees": what is 0 is left out. */
export function sharesText(shares: Shares): string {
  return ways
    .filter(({ key }) => shares[key] > 0n)
    .map(({ key, goesTo }) => `${displayBps(shares[key])} ${goesTo}`)
    .join(', ')
}
