import { exactText } from '../math/amount'
import { knownValue, type Reading } from '../math/reading'
import type { Gate } from '../ui/gate'
import { readingGate } from '../form/gates'
import type { Entry } from '../form/use-amount'
import { sharesDown } from '../math/stbt-shares'
import type { Coin } from './minter-reads'
import type { StbtState } from './snapshot'
import { t } from '../words/t'

/** A coin that is taken, and enough of it. rules.md T6 */
export function depositGate(coin: Coin | undefined, { amount }: Entry): Gate {
  const label = t`Least deposit`
  if (!coin) return { label, isMet: false, detail: t`Choose a coin.` }
  return readingGate(label, coin.least, (least) => {
    if (least === 0n)
      return { isMet: false, detail: t`Deposits of ${coin.symbol} are closed. Choose another coin.` }
    return amount !== undefined && amount < least
      ? { isMet: false, detail: t`At least ${exactText(least, coin)} is taken.` }
      : { isMet: true, detail: t`At least ${exactText(least, coin)}.` }
  })
}

/** Something is proposed for it. rules.md T13 */
export function proposalGate(proposed: bigint | undefined, { amount }: Entry): Gate {
  const label = t`Worth some STBT`
  if (amount === undefined) return { label, isMet: false, detail: t`Enter an amount.` }
  if (proposed === undefined) return { label, isMet: false, detail: t`The fee is not known.` }
  return proposed === 0n
    ? { label, isMet: false, detail: t`After the fee nothing is left: no STBT would be proposed.` }
    : { label, isMet: true, detail: t`STBT is proposed for it.` }
}

/** Whoever may execute, once it is ready. rules.md T7 */
export function executorGate(may: boolean | undefined): Gate {
  const label = t`May execute`
  if (may === undefined) return { label, isMet: false, detail: t`Not known.` }
  return may
    ? { label, isMet: true, detail: t`This account may execute what is ready.` }
    : { label, isMet: false, detail: t`Only the issuer’s executors may: they will. Nothing has to be done.` }
}

/** Whether an issue would be covered: said before a deposit, it waits in the queue else. rules.md T17 */
export function isCovered(
  proposed: bigint,
  supply: bigint,
  reserve: Reading<{ readonly answer: bigint }> | undefined,
): boolean | undefined {
  if (!reserve) return true
  const known = knownValue(reserve)
  return known && supply + proposed <= known.answer
}

/** On live an issue that is worth no share sets all supply to its own value; ours refuses it. rules.md T13 */
export function shareGate(
  amount: bigint | undefined,
  { supply, totalShares }: Pick<StbtState, 'supply' | 'totalShares'>,
): Gate {
  const label = t`Worth a share`
  if (amount === undefined) return { label, isMet: false, detail: t`What it issues is not known.` }
  return totalShares === 0n || sharesDown(amount, supply, totalShares) > 0n
    ? { label, isMet: true, detail: t`It makes shares.` }
    : {
        label,
        isMet: false,
        detail: t`It is worth no share: executed, it would be refused, or take the worth of all STBT away.`,
      }
}
