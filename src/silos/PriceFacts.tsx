import { useChainSeconds } from '../chain/use-block'
import { displayBps } from '../math/amount'
import { conditionsOf, type Quote, type SiloState } from '../math/silos-state'
import { displayDuration } from '../math/time'
import { Badge } from '../ui/Badge'
import { Panel } from '../ui/Panel'
import { priceText } from './format'
import { noPriceText } from './words'
import { t } from '../words/t'

/** Both sources with their age, and which one is used for what. rules.md S15, S17 */
export function PriceFacts({ state }: { state: SiloState }) {
  const now = useChainSeconds() ?? state.time
  const { feed, dex, usdc, parameters } = state
  const { priceState, low, high } = conditionsOf(state)
  const use = (price: bigint) =>
    priceState !== 'Fresh'
      ? t`Not used`
      : low === high
        ? t`Used`
        : price === low
          ? t`Values and limits`
          : t`XTZ payouts`
  return (
    <Panel title={t`Prices`}>
      <dl className="divide-y divide-line text-sm">
        <Row
          name={t`Feed of XTZ`}
          origin={t`Reported`}
          quote={feed}
          now={now}
          most={parameters.feedHeartbeatSeconds}
          use={use(feed.price)}
        />
        <Row
          name={t`Exchange’s average`}
          origin={t`On chain`}
          quote={dex}
          now={now}
          most={parameters.dexHeartbeatSeconds}
          use={use(dex.price)}
        />
        <Row
          name={t`Feed of USDC`}
          origin={t`Reported`}
          quote={usdc}
          now={now}
          most={parameters.usdcHeartbeatSeconds}
          use={t`Limit ${displayBps(10_000n - parameters.depegBps)} of $1`}
        />
      </dl>
      <p className="mt-2 text-xs text-muted">
        {priceState === 'Fresh'
          ? t`They may be ${displayBps(parameters.maxDeviationBps)} apart. The lower one values XTZ, the higher one pays it out.`
          : noPriceText[priceState]}
      </p>
    </Panel>
  )
}

type RowProps = { name: string; origin: string; quote: Quote; now: bigint; most: bigint; use: string }

function Row({ name, origin, quote: { price, updatedAt }, now, most, use }: RowProps) {
  const age = now > updatedAt ? now - updatedAt : 0n
  return (
    <div className="grid grid-cols-2 gap-x-3 py-2">
      <dt>
        <span className="block">{name}</span>
        <Badge>{origin}</Badge>
      </dt>
      <dd className="text-end">
        <span className="block font-semibold">{price === 0n ? t`None` : priceText(price)}</span>
        <span className="block text-xs text-muted">
          {updatedAt === 0n
            ? t`Never reported`
            : t`${displayDuration(age)} old, ${displayDuration(most)} at most`}
        </span>
        <span className="block text-xs text-muted">{use}</span>
      </dd>
    </div>
  )
}
