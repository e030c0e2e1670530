import type { Person } from '../chain/use-person'
import { displayAmount } from '../math/amount'
import { displayDateTime } from '../math/time'
import { DAY_SECONDS } from '../math/units'
import { Disclosure } from '../ui/Disclosure'
import { Panel } from '../ui/Panel'
import { Table } from '../ui/Table'
import { circulationCapOf, isToday } from './backing-view'
import { priceText, ratioText, tusdtText } from './format'
import { lineColumns, type Line } from './line-columns'
import type { BackingState, Collateral } from './snapshot'
import { TouchButton } from './TouchButton'
import { t } from '../words/t'

type DayProps = { collateral: Collateral; person: Person }

/** Today's cap on TUSDT that is issued for backing, term by term. rules.md C2 */
export function DayPanel({ collateral, person }: DayProps) {
  const { backing, timestamp } = collateral
  if (!backing.isKnown) return null
  const state = backing.value
  return (
    <Panel title={t`Today’s cap`} lead={t`How much more TUSDT a day (UTC) allows.`} isFolded>
      {isToday(state, timestamp) ? (
        <>
          <Table
            caption={t`Today’s cap, and what is left of it`}
            isCaptionHidden
            columns={lineColumns}
            rows={outcomesOf(state)}
            getKey={({ what }) => what}
          />
          <Disclosure summary={t`How it is worked out`}>
            <Table
              caption={t`Today’s cap, term by term`}
              isCaptionHidden
              columns={lineColumns}
              rows={termsOf(state)}
              getKey={({ what }) => what}
            />
          </Disclosure>
          <TouchButton collateral={collateral} person={person} />
          <p className="mt-2 border-t pt-2 text-xs text-muted">
            {t`Cap = (C + m × R − t × S) ÷ (t − 1), and never less than 0. The next day begins ${displayDateTime((state.day.day + 1n) * DAY_SECONDS)}.`}
          </p>
        </>
      ) : (
        <p className="text-sm text-muted">
          {t`There has been no usable price since midnight UTC: today’s cap is not known yet, and nothing can be minted.`}
        </p>
      )}
    </Panel>
  )
}

function termsOf({ day, parameters }: BackingState): readonly Line[] {
  return [
    {
      what: t`C, backing as the day began`,
      value: t`${tusdtText(day.backing)} USD`,
      note: t`At ${priceText(day.price)} USD a TAO, the lowest price then`,
    },
    { what: t`S, issued for it then`, value: `${tusdtText(day.outstanding)} TUSDT` },
    { what: t`R, added since by the protocol`, value: t`${tusdtText(day.added)} USD` },
    {
      what: t`m, how much of that counts`,
      value: ratioText(parameters.safety, { maxFractionDigits: 2 }),
      note: t`What was removed counts in full`,
    },
    { what: t`t, target`, value: ratioText(parameters.target, { maxFractionDigits: 2 }) },
    { what: t`Minted since, less redeemed`, value: `${tusdtText(day.minted)} TUSDT` },
  ]
}

function outcomesOf(state: BackingState): readonly Line[] {
  const { dayCap, roomOfDay, roomOfRatio, prices } = state
  const today = prices.low === 0n ? undefined : roomOfDay
  return [
    { what: t`Today’s cap`, value: `${tusdtText(dayCap)} TUSDT` },
    {
      what: t`Left of today’s cap`,
      value: today === undefined ? t`Unknown without a price` : `${tusdtText(today)} TUSDT`,
    },
    {
      what: t`Left until the target is reached`,
      value: prices.low === 0n ? t`Unknown without a price` : `${tusdtText(roomOfRatio)} TUSDT`,
      note:
        prices.low === 0n
          ? t`The lowest of the three prices counts`
          : t`At ${priceText(prices.low)} USD, the lowest of the three prices`,
    },
    {
      what: t`Most that may be out today`,
      value: `${displayAmount(circulationCapOf(state), 18)} TUSDT`,
      note: t`S and today’s cap: the real-time cap on what is issued for backing`,
    },
  ]
}
