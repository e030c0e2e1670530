import { displayBps } from '../math/amount'
import type { Shares } from '../math/silos-harvest'
import { t } from '../words/t'

/** The four ways in the order in which a distribution runs, and what each does. rules.md S10 */
export const ways = [
  {
    key: 'recapEqualBps',
    name: t`Into all four silos`,
    goesTo: t`into all four silos`,
    means: t`A quarter to each; new USDtz for at most a quarter of it. In the contract: recapEqual.`,
  },
  {
    key: 'recapFullBps',
    name: t`Into Silo 1, at full speed`,
    goesTo: t`into Silo 1 at full speed`,
    means: t`Silo 3 then buys for Silo 2; new USDtz for at most all of it. In the contract: recapFull.`,
  },
  {
    key: 'dividendBps',
    name: t`To the trustees`,
    goesTo: t`to the trustees`,
    means: t`A dividend, by weight.`,
  },
  {
    key: 'ecosystemBps',
    name: t`To the ecosystem`,
    goesTo: t`to the ecosystem`,
    means: t`To its one address.`,
  },
] as const satisfies readonly { key: keyof Shares; name: string; goesTo: string; means: string }[]

/** "75% into all four silos, 25% to the trustees": what is 0 is left out. */
export function sharesText(shares: Shares): string {
  return ways
    .filter(({ key }) => shares[key] > 0n)
    .map(({ key, goesTo }) => `${displayBps(shares[key])} ${goesTo}`)
    .join(', ')
}
