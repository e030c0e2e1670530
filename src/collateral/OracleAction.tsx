import type { Person } from '../chain/use-person'
import { sinceGate } from '../form/payout-gates'
import { useActionForm } from '../form/use-action-form'
import { ActionButton } from '../ui/ActionButton'
import type { Gate } from '../ui/gate'
import { priceText } from './format'
import { kinds } from './kinds'
import { freezeOf, planOsmOf, type Oracle } from './oracle-view'
import { poke, unfreeze } from './price-plans'
import type { Collateral, Prices } from './snapshot'
import { usePlanContext } from './use-plan-context'
import { priceStateOf } from './words'
import { t } from '../words/t'

type OracleActionProps = {
  collateral: Collateral
  person: Person
  oracle: Oracle
  prices: Prices
  now: bigint
}

/** What anyone may do to a delayed price: queue what the feed says, or end a freeze whose delay is over. rules.md C8 */
export function OracleAction({ collateral, person, oracle, prices, now }: OracleActionProps) {
  const context = usePlanContext(collateral, person)
  const { name, module } = oracle
  const price = planOsmOf(oracle)
  const isFrozen = priceStateOf(prices) === 'Frozen'
  const { until } = freezeOf(module)
  const form = useActionForm({
    person,
    kind: isFrozen ? kinds.unfreeze : kinds.poke,
    context: context && price && { context, price },
    gates: isFrozen ? [sinceGate(t`The public delay is over`, until ?? 0n, now)] : [liveGate(prices)],
    plan: (who) => (isFrozen ? unfreeze : poke)(who.context, who.price),
  })
  if (isFrozen ? until === undefined : prices.next > 0n) return null
  return (
    <ActionButton
      label={isFrozen ? t`Unfreeze the price of ${name}` : t`Queue the price of ${name}`}
      variant="secondary"
      {...form}
    />
  )
}

function liveGate({ live }: Prices): Gate {
  return {
    label: t`The feed has an answer`,
    isMet: live > 0n,
    detail: live > 0n ? t`It says ${priceText(live)} USD.` : t`It has none that can be queued: wait for it.`,
  }
}
