import { isAddressEqual, zeroAddress } from 'viem'

import { sinceGate } from '../form/payout-gates'
import type { Person } from '../chain/use-person'
import { useActionForm } from '../form/use-action-form'
import { knownValue } from '../math/reading'
import { ActionButton } from '../ui/ActionButton'
import { Disclosure } from '../ui/Disclosure'
import { kinds } from './kinds'
import { planOsmOf, type Oracle } from './oracle-view'
import { poolOf } from './price-legs'
import { observeLiquidity, observePrice } from './price-plans'
import type { Collateral } from './snapshot'
import { usePlanContext } from './use-plan-context'
import { t } from '../words/t'

type PoolsProps = { collateral: Collateral; person: Person; oracles: readonly Oracle[]; now: bigint }
type PoolProps = Omit<PoolsProps, 'oracles'> & { oracle: Oracle }

/** What anyone may note of pools: their average price, and what they hold. rules.md C8, C9 */
export function PoolButtons({ oracles, ...rest }: PoolsProps) {
  const pools = oracles.filter(({ type }) => poolOf(type?.legs))
  if (pools.length === 0) return null
  return (
    <Disclosure summary={t`Averages of pools`}>
      <div className="grid gap-3">
        <p className="text-xs text-muted">
          {t`The price of a subnet token is the average of its pool since somebody noted it, and its ceiling follows samples of what the pool holds. Nobody gets anything for either. A price that can’t be queued, or a ceiling whose pool is not known, may need one.`}
        </p>
        <div className="grid gap-3 sm:grid-cols-2">
          {pools.map((oracle) => (
            <div key={oracle.name} className="grid gap-2">
              <PriceButton {...rest} oracle={oracle} />
              <LiquidityButton {...rest} oracle={oracle} />
            </div>
          ))}
        </div>
      </div>
    </Disclosure>
  )
}

function PriceButton({ collateral, person, oracle, now }: PoolProps) {
  const context = usePlanContext(collateral, person)
  const pool = poolOf(oracle.type?.legs)
  const price = planOsmOf(oracle)
  const form = useActionForm({
    person,
    kind: kinds.observePrice,
    context:
      context && pool && price?.type
        ? { context, pool: { type: price.type, osm: price.osm, source: pool.source, average: pool.average } }
        : undefined,
    gates: [sinceGate(t`An hour after the last one`, pool?.nextAt, now)],
    plan: (who) => observePrice(who.context, who.pool),
  })
  return <ActionButton label={t`Note the average price of ${oracle.name}`} variant="secondary" {...form} />
}

function LiquidityButton({ collateral, person, oracle }: PoolProps) {
  const context = usePlanContext(collateral, person)
  const type = planOsmOf(oracle)?.type
  const liquidity = knownValue(oracle.type?.parameters)?.liquiditySource
  const hasSource = liquidity !== undefined && !isAddressEqual(liquidity, zeroAddress)
  const form = useActionForm({
    person,
    kind: kinds.observeLiquidity,
    context: context && type && hasSource ? { context, type, liquidity } : undefined,
    gates: [],
    plan: (who) => observeLiquidity(who.context, who.type, who.liquidity),
  })
  if (!hasSource) return null
  return <ActionButton label={t`Sample the pool of ${oracle.name}`} variant="secondary" {...form} />
}
