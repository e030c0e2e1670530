import { useChainSeconds } from '../chain/use-block'
import type { Person } from '../chain/use-person'
import { displayDateTime, displayDuration } from '../math/time'
import { Badge } from '../ui/Badge'
import { Countdown } from '../ui/Countdown'
import { Folded } from '../ui/Folded'
import { Panel } from '../ui/Panel'
import { Table, type Column } from '../ui/Table'
import { changeText, priceText } from './format'
import { OracleAction } from './OracleAction'
import { freezeOf, oraclesOf, type Oracle } from './oracle-view'
import { PastPrices } from './PastPrices'
import { PoolButtons } from './PoolButtons'
import type { Legs } from './price-legs'
import type { Collateral, Prices } from './snapshot'
import { priceStateOf } from './words'
import { t } from '../words/t'

/** Every delayed price: what holds, what comes and when, and why nothing does. rules.md C8 */
export function OraclePanel({ collateral, person }: { collateral: Collateral; person: Person }) {
  const now = useChainSeconds() ?? collateral.timestamp
  const oracles = oraclesOf(collateral)
  return (
    <Panel title={t`Prices`} lead={t`A price is queued first, and takes effect an hour later.`} isFolded>
      <Table
        caption={t`Delayed prices, USD`}
        isCaptionHidden
        columns={columnsAt(now)}
        rows={oracles}
        getKey={({ name }) => name}
      />
      <Folded what={t`what anyone may do, and past prices`}>
        <div className="mt-4 grid gap-3 sm:grid-cols-2">
          {oracles.map(
            (oracle) =>
              oracle.prices.isKnown && (
                <OracleAction
                  key={oracle.name}
                  {...{ collateral, person, oracle, now, prices: oracle.prices.value }}
                />
              ),
          )}
        </div>
        <PoolButtons {...{ collateral, person, oracles, now }} />
        <PastPrices oracles={oracles} now={now} />
      </Folded>
    </Panel>
  )
}

const columnsAt = (now: bigint): readonly Column<Oracle>[] => [
  { header: t`Price of`, isRowHeader: true, cell: ({ name }) => name },
  { header: t`State`, cell: (oracle) => <OracleState oracle={oracle} /> },
  {
    header: t`In effect`,
    align: 'end',
    cell: ({ prices }) => (
      <Told prices={prices}>
        {({ current, updatedAt }) => <Aged price={current} at={updatedAt} now={now} none={t`None`} />}
      </Told>
    ),
  },
  {
    header: t`Next`,
    isFolded: true,
    align: 'end',
    cell: ({ prices }) => (
      <Told prices={prices}>
        {({ current, next, nextUpdatedAt }) => (
          <>
            <Aged price={next} at={nextUpdatedAt} now={now} none={t`None queued`} />
            {next > 0n && current > 0n && (
              <span className="block text-xs text-muted">{changeText(current, next)}</span>
            )}
          </>
        )}
      </Told>
    ),
  },
  {
    header: t`Next step`,
    isFolded: true,
    align: 'end',
    cell: (oracle) => (
      <Told prices={oracle.prices}>{(prices) => <NextStep oracle={oracle} prices={prices} now={now} />}</Told>
    ),
  },
  {
    header: t`Feed says`,
    isFolded: true,
    align: 'end',
    cell: ({ prices, legs }) => (
      <>
        <Told prices={prices}>{({ live }) => (live === 0n ? t`No answer` : priceText(live))}</Told>
        {legs && <LegsText legs={legs} now={now} />}
      </>
    ),
  },
]

function Told({
  prices,
  children,
}: {
  prices: Oracle['prices']
  children: (prices: Prices) => React.ReactNode
}) {
  return prices.isKnown ? children(prices.value) : <span title={prices.reason}>{t`Unavailable`}</span>
}

function Aged({ price, at, now, none }: { price: bigint; at: bigint; now: bigint; none: string }) {
  if (price === 0n) return none
  return (
    <>
      {priceText(price)}
      <span className="block text-xs text-muted">{t`${displayDuration(now > at ? now - at : 0n)} old`}</span>
    </>
  )
}

/** Both legs of a subnet token's price; it is as old as the older one. */
function LegsText({ legs: { inTao, poolAt, tao, taoAt }, now }: { legs: Legs; now: bigint }) {
  const age = (at: bigint) => t`${displayDuration(now > at ? now - at : 0n)} old`
  return (
    <>
      <span className="block text-xs text-muted">
        {t`${priceText(inTao)} TAO, its pool’s average, ${age(poolAt)}`}
      </span>
      <span className="block text-xs text-muted">{t`× ${priceText(tao)} USD for a TAO, ${age(taoAt)}`}</span>
    </>
  )
}

function OracleState({ oracle: { prices, module } }: { oracle: Oracle }) {
  if (!prices.isKnown) return <Badge tone="warn">{t`Unavailable`}</Badge>
  const state = priceStateOf(prices.value)
  if (state === 'Fresh') return <Badge tone="success">{t`Fresh`}</Badge>
  if (state === 'None') return <Badge tone="warn">{t`No price yet`}</Badge>
  if (state === 'Stale') return <Badge tone="warn">{t`Too old to be used`}</Badge>
  const { since } = freezeOf(module)
  return (
    <>
      <Badge tone="danger">{t`Frozen`}</Badge>
      {since !== undefined && (
        <span className="block text-xs text-muted">{t`since ${displayDateTime(since)}`}</span>
      )}
    </>
  )
}

function NextStep({ oracle, prices, now }: { oracle: Oracle; prices: Prices; now: bigint }) {
  if (priceStateOf(prices) === 'Frozen') {
    const { until } = freezeOf(oracle.module)
    if (until === undefined) return t`Stays frozen: nothing is proposed`
    return (
      <>
        {t`Can be unfrozen`}
        <Countdown to={until} now={now} doneText={t`now, by anyone`} />
      </>
    )
  }
  if (prices.next > 0n)
    return <Countdown to={prices.nextAt} now={now} doneText={t`Holds with the next block`} />
  return prices.live === 0n ? t`Waits for the feed` : t`Anyone can queue what the feed says`
}
