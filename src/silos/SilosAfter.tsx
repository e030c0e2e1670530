import { amountText } from '../math/amount'
import { chamberOf, silosIn, sizeOf } from '../math/silos-figures'
import { conditionsOf, type SiloState } from '../math/silos-state'
import { NowAfter } from '../ui/NowAfter'
import { fullText, usdText } from './format'
import { usdcUnit, usdtzUnit, xtzUnit } from './snapshot'
import { t } from '../words/t'

/** All four silos, supply and chamber: now, and after an action that the contract would do in the same way. */
export function SilosAfter({ now, after }: { now: SiloState; after: SiloState | undefined }) {
  const later = after && silosIn(after)
  const { low } = conditionsOf(now)
  const money = (value: bigint) => usdText(value, { maxFractionDigits: 6 })
  return (
    <div className="divide-y divide-line">
      {silosIn(now).map((silo, index) => {
        const then = later?.[index]
        const unit = silo.token === 'USDC' ? usdcUnit : xtzUnit
        const full = (one: typeof silo) =>
          one.worth === undefined ? t`no price` : fullText(one.worth, one.line)
        return (
          <NowAfter
            key={silo.number}
            label={t`Silo ${silo.number}`}
            hint={then && full(then) !== full(silo) ? t`${full(silo)} → ${full(then)}` : full(silo)}
            now={silo.amount}
            after={then?.amount}
            format={(value) => amountText(value, unit)}
          />
        )
      })}
      <NowAfter
        label={t`Supply`}
        now={now.supply}
        after={after?.supply}
        format={(value) => amountText(value, usdtzUnit)}
      />
      <NowAfter
        label={t`Inventory`}
        now={now.inventory}
        after={after?.inventory}
        format={(value) => amountText(value, usdtzUnit)}
      />
      {low > 0n && (
        <>
          <NowAfter
            label={t`Surplus chamber`}
            now={chamberOf(now)?.worth}
            after={after && chamberOf(after)?.worth}
            format={money}
          />
          {now.supply > 0n && (
            <NowAfter
              label={t`Behind each USDtz`}
              now={sizeOf(now).perUsdtz}
              after={after && sizeOf(after).perUsdtz}
              format={money}
            />
          )}
        </>
      )}
    </div>
  )
}
