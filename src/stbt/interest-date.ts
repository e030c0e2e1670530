import type { Dated } from '../system/overview'
import { dayText } from './format'
import { nextReport } from './interest-view'
import { plural, t } from '../words/t'

/**
 * When a holder's next interest is expected, by where the last report’s period ended (unix seconds; 0 before the first). No
 * contract holds the issuer to it. rules.md T15
 */
export function interestDates(lastReportEnd: bigint, balance: bigint, now: bigint): readonly Dated[] {
  const next =
    lastReportEnd === 0n || balance === 0n ? undefined : nextReport({ to: lastReportEnd }, undefined, now)
  if (!next) return []
  const late =
    next.missed === 0n
      ? ''
      : plural(
          next.missed,
          '{n} banking day has passed without a report: a loss is being carried, or it is late.',
          '{n} banking days have passed without a report: a loss is being carried, or it is late.',
        )
  return [
    {
      ...{ key: `interest ${next.day}`, at: next.at, href: '/stbt' },
      what: t`STBT interest is expected`,
      detail:
        `${t`For ${dayText(next.day)}. The issuer reports it; no contract enforces when.`} ${late}`.trim(),
    },
  ]
}
