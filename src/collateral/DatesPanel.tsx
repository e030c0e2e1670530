import { useNetwork } from '../chain/network'
import { useChainSeconds } from '../chain/use-block'
import type { Person } from '../chain/use-person'
import { useActionForm } from '../form/use-action-form'
import { ActionButton } from '../ui/ActionButton'
import { Button } from '../ui/Button'
import { CalendarButton } from '../ui/CalendarButton'
import { Countdown } from '../ui/Countdown'
import { Panel } from '../ui/Panel'
import { useShownCount } from '../ui/use-shown-count'
import { CeilingButtons } from './CeilingButtons'
import { applyChange } from './change-plans'
import { comingEvent, datesOf, unreadChanges, type Coming } from './dates-view'
import { kinds } from './kinds'
import type { TypeRisk } from './risk-view'
import type { Collateral } from './snapshot'
import { usePlanContext } from './use-plan-context'
import { t } from '../words/t'

const FEW = 5

type DatesProps = { collateral: Collateral; person: Person; judged: readonly TypeRisk[] }

/** What comes, and when: prices, due dates, changes of parameters. rules.md C3, C8, C13 */
export function DatesPanel({ collateral, person, judged }: DatesProps) {
  const [count, showMore] = useShownCount(FEW)
  const dates = datesOf(collateral, judged)
  const unread = unreadChanges(collateral)
  return (
    <Panel title={t`What comes`} lead={t`Queued prices, due dates, changes.`} isFolded>
      {dates.length === 0 ? (
        <p className="text-sm text-muted">
          {t`No price is queued, no change waits, and no interest will be due.`}
        </p>
      ) : (
        <>
          <ul className="-my-3 divide-y divide-line">
            {dates.slice(0, count).map((coming) => (
              <Row key={coming.key} {...{ coming, collateral, person }} />
            ))}
          </ul>
          {dates.length > count && (
            <p className="mt-4 flex flex-wrap items-center gap-3 text-xs text-muted">
              <Button size="small" onClick={showMore}>
                {t`Show more`}
              </Button>
              <span>{t`${count} of ${dates.length}`}</span>
            </p>
          )}
        </>
      )}
      <CeilingButtons collateral={collateral} person={person} />
      {unread.map((name) => (
        <p key={name} className="mt-4 text-xs text-muted">
          {t`Which changes of ${name} wait could not be read.`}
        </p>
      ))}
    </Panel>
  )
}

function Row({ coming, collateral, person }: Omit<DatesProps, 'judged'> & { coming: Coming }) {
  const { chainId } = useNetwork()
  const now = useChainSeconds() ?? collateral.timestamp
  const { at, what, detail, change, key } = coming
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-1 py-3 sm:grid sm:grid-cols-[11rem_minmax(0,1fr)_auto]">
      <p className="text-sm">
        <Countdown
          to={at}
          now={now}
          doneText={change ? t`Anyone can apply it now` : t`With the next block`}
        />
      </p>
      <div className="max-sm:order-last max-sm:basis-full">
        <p className="text-sm font-medium">{what}</p>
        <p className="text-xs text-muted">{detail}</p>
      </div>
      {at <= now && change && <Apply {...{ collateral, person, change }} />}
      {at > now && (
        <div>
          <CalendarButton
            label={t`Add to calendar`}
            fileName={key.replace(/\W+/g, '-')}
            event={comingEvent(coming, chainId, now)}
          />
        </div>
      )}
    </li>
  )
}

type ApplyProps = Omit<DatesProps, 'judged'> & { change: NonNullable<Coming['change']> }

/** A change whose public delay is over; anyone may. rules.md C3 */
function Apply({ collateral, person, change }: ApplyProps) {
  const context = usePlanContext(collateral, person)
  const { of } = change
  const form = useActionForm({
    person,
    kind: kinds.applyChange,
    context: context && of && { context, of },
    gates: [],
    plan: (who) => applyChange(who.context, who.of, change),
  })
  return <ActionButton label={t`Apply it`} variant="secondary" {...form} />
}
