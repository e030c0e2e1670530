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

type DayProps = { collateral: Collateral; person: Person }

/** Today's cap on TUSDT that is issued for backing, term by term. rules.md C2 */
export function DayPanel({ collateral, person }: DayProps) {
  const { backing, timestamp } = collateral
  if (!backing.isKnown) return null
  const state = backing.value
  return (
    <Panel title="Today’s cap" lead="How much more TUSDT a day (UTC) allows." isFolded>
      {isToday(state, timestamp) ? (
        <>
          <Table
            caption="Today’s cap, and what is left of it"
            isCaptionHidden
            columns={lineColumns}
            rows={outcomesOf(state)}
            getKey={({ what }) => what}
          />
          <Disclosure summary="How it is worked out">
            <Table
              caption="Today’s cap, term by term"
              isCaptionHidden
              columns={lineColumns}
              rows={termsOf(state)}
              getKey={({ what }) => what}
            />
          </Disclosure>
          <TouchButton collateral={collateral} person={person} />
          <p className="mt-2 border-t pt-2 text-xs text-muted">
            {`Cap = (C + m × R − t × S) ÷ (t − 1), and never less than 0. The next day begins ${displayDateTime((state.day.day + 1n) * DAY_SECONDS)}.`}
          </p>
        </>
      ) : (
        <p className="text-sm text-muted">
          There has been no usable price since midnight UTC: today’s cap is not known yet, and nothing can be
          minted.
        </p>
      )}
    </Panel>
  )
}

function termsOf({ day, parameters }: BackingState): readonly Line[] {
  return [
    {
      what: 'C, backing as the day began',
      value: `${tusdtText(day.backing)} USD`,
      note: `At ${priceText(day.price)} USD a TAO, the lowest price then`,
    },
    { what: 'S, issued for it then', value: `${tusdtText(day.outstanding)} TUSDT` },
    { what: 'R, added since by the protocol', value: `${tusdtText(day.added)} USD` },
    {
      what: 'm, how much of that counts',
      value: ratioText(parameters.safety, { maxFractionDigits: 2 }),
      note: 'What was removed counts in full',
    },
    { what: 't, target', value: ratioText(parameters.target, { maxFractionDigits: 2 }) },
    { what: 'Minted since, less redeemed', value: `${tusdtText(day.minted)} TUSDT` },
  ]
}

function outcomesOf(state: BackingState): readonly Line[] {
  const { dayCap, roomOfDay, roomOfRatio, prices } = state
  const today = prices.low === 0n ? undefined : roomOfDay
  return [
    { what: 'Today’s cap', value: `${tusdtText(dayCap)} TUSDT` },
    {
      what: 'Left of today’s cap',
      value: today === undefined ? 'Unknown without a price' : `${tusdtText(today)} TUSDT`,
    },
    {
      what: 'Left until the target is reached',
      value: prices.low === 0n ? 'Unknown without a price' : `${tusdtText(roomOfRatio)} TUSDT`,
      note:
        prices.low === 0n
          ? 'The lowest of the three prices counts'
          : `At ${priceText(prices.low)} USD, the lowest of the three prices`,
    },
    {
      what: 'Most that may be out today',
      value: `${displayAmount(circulationCapOf(state), 18)} TUSDT`,
      note: 'S and today’s cap: the real-time cap on what is issued for backing',
    },
  ]
}
