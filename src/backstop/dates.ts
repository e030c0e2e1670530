import { knownValue } from '../math/reading'
import { usdt } from '../math/tether'
import type { Dated } from '../system/overview'
import { phaseOf } from './enums'
import type { Series, Terms } from './snapshot'
import { stageOf } from './stage'
import { claimNow, stakeSplit } from './view'
import { plural, t } from '../words/t'

/** What comes of the series the account has a stake in, at the time of the block `now`, and what went by. rules.md B1, B6 */
export function datesOf(series: readonly Series[], now: bigint): readonly Dated[] {
  return series.flatMap(({ id, name, terms, state, position }) => {
    const [known, mine] = [knownValue(state), knownValue(position)]
    if (!known || !mine || mine.shares === 0n) return []
    const href = `/series/${id}`
    const { next } = stageOf(terms, known, now)
    const { warrants } = claimNow(terms, mine)
    const isOver = ['Matured', 'Settled'].includes(phaseOf(known))
    const { locked } = stakeSplit(known, mine)
    return [
      ...(next?.at === undefined
        ? []
        : [
            {
              ...{ key: `${next.at} ${id}`, at: next.at, href },
              what: `${name}: ${next.label.toLowerCase()}`,
              detail: detailOf(terms, next.at, locked),
            },
          ]),
      ...(isOver && warrants > 0n
        ? [
            {
              ...{ key: `warrants ${id}`, at: terms.maturity, href, isMissed: true },
              what: t`${name}: ${plural(warrants, '{n} warrant', '{n} warrants')} lapsed`,
              detail: t`Not claimed and exercised before maturity.`,
            },
          ]
        : []),
    ]
  })
}

function detailOf(terms: Terms, at: bigint, lockedUsdt: bigint): string {
  const locked = usdt(lockedUsdt)
  if (at === terms.stakingClose) return t`Until then you can take your ${locked} back.`
  if (at === terms.saleOpen) return t`Notes are sold against your ${locked} from then on.`
  if (at === terms.saleClose)
    return t`Then anyone can finalize it, and the stake that no Note needs is released.`
  if (lockedUsdt === 0n) return t`Then anyone can settle it. Nothing of yours is locked in it any more.`
  return t`Then anyone can settle it. ${locked} of yours is locked, and some of it may be used.`
}
