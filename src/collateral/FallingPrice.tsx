import { useNetwork } from '../chain/network'
import { useChainSeconds } from '../chain/use-block'
import { displayRatio } from '../math/amount'
import { priceAt } from '../math/collateral-auction'
import { knownValue } from '../math/reading'
import { WAD } from '../math/units'
import { CalendarButton } from '../ui/CalendarButton'
import type { CalendarEvent } from '../ui/calendar-file'
import { Countdown } from '../ui/Countdown'
import { LineChart } from '../ui/LineChart'
import { Panel } from '../ui/Panel'
import { auctionIn, wayOf } from './auction-stand'
import type { AuctionProps } from './auction-props'
import { priceText } from './format'
import { plural, t } from '../words/t'

/** How the price falls: the picture, and the moments that matter. rules.md C7 */
export function FallingPrice({ collateral, type, auction }: AuctionProps) {
  const { chainId } = useNetwork()
  const now = useChainSeconds() ?? collateral.timestamp
  const one = auctionIn(auction.value)
  const { oraclePrice, id, needsReset } = auction.value
  const dust = knownValue(type.parameters)?.dust
  const way = wayOf(one, dust ?? 0n, oraclePrice, 0n)
  const what = t`${type.name} auction ${id}`
  const event = (at: bigint, title: string): CalendarEvent => ({
    uid: `collateral-${chainId}-auction-${type.place}-${id}`,
    title,
    description: t`If nobody takes a part before, the current price stays ${priceText(oraclePrice)} USD, and gas costs nothing.`,
    ...{ startsAt: at, endsAt: way.resetAt, writtenAt: now },
    alarms: [['PT0S', title]],
  })
  return (
    <Panel title={t`How the price falls`}>
      <LineChart
        title={t`TUSDT for one ${type.name}`}
        lines={[
          {
            label: t`Price`,
            points: [one.startedAt, way.resetAt].map((at) => ({
              x: at - one.startedAt,
              y: priceAt(one, at),
            })),
          },
        ]}
        decimals={18}
        symbol="TUSDT"
        marks={[{ label: 'now', x: collateral.timestamp - one.startedAt }]}
        xLabel={t`After its beginning`}
        formatX={(x) => plural(x / 60n, '{n} min', '{n} min')}
        levels={oraclePrice === 0n ? [] : [{ label: t`current price`, y: oraclePrice }]}
        isFromNear
      />
      <ul className="mt-4 divide-y divide-line border-t text-sm">
        {oraclePrice > 0n && dust !== undefined && !needsReset && (
          <Moment what={t`Taking all gains something`} at={way.profitableAt} now={now}>
            {way.profitableAt !== undefined && way.profitableAt > now && (
              <CalendarButton
                label={t`Add to calendar`}
                fileName={`auction-${type.place}-${id}`}
                event={event(way.profitableAt, t`${what}: taking all gains something`)}
              />
            )}
          </Moment>
        )}
        <Moment what={t`It must be restarted`} at={way.resetAt} now={now} />
      </ul>
      <p className="mt-2 border-t pt-2 text-xs text-muted">
        {t`It falls evenly, by ${priceText(perMinute(one.top, one.tauSeconds), { round: 'up' })} TUSDT a minute, from ${priceText(one.top)} TUSDT; below ${displayRatio(one.cusp, WAD, { maxFractionDigits: 0 })} of that, or ${plural(one.tailSeconds / 60n, '{n} minute', '{n} minutes')} after its beginning, it must be restarted.`}
      </p>
    </Panel>
  )
}

const perMinute = (top: bigint, tauSeconds: bigint) => (tauSeconds === 0n ? 0n : (top * 60n) / tauSeconds)

type MomentProps = {
  what: string
  at: bigint | undefined
  now: bigint
  children?: React.ReactNode
}

function Moment({ what, at, now, children }: MomentProps) {
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 py-2">
      <span>{what}</span>
      <span className="ms-auto flex flex-wrap items-start justify-end gap-x-3 text-end">
        {children}
        {at === undefined ? (
          <span className="text-muted">{t`not before it must be restarted`}</span>
        ) : (
          <Countdown to={at} now={now} doneText="now" />
        )}
      </span>
    </li>
  )
}
