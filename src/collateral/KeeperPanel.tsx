import type { Person } from '../chain/use-person'
import { useActionForm } from '../form/use-action-form'
import { displayAmount, displayBps } from '../math/amount'
import { auctionTopUp, penaltyUp } from '../math/collateral'
import { ActionButton } from '../ui/ActionButton'
import { Disclosure } from '../ui/Disclosure'
import { Panel } from '../ui/Panel'
import { freshGate, uncoveredGate } from './auction-gates'
import { assess, liquidate } from './auction-plans'
import { keeperMostOf } from './auction-stand'
import { priceText, tusdtText } from './format'
import { kinds } from './kinds'
import { planTypeOf } from './plan-parts'
import type { Collateral, CollateralType } from './snapshot'
import { usePlanContext } from './use-plan-context'
import type { VaultStand } from './vault-view'
import { t } from '../words/t'

type KeeperProps = { collateral: Collateral; person: Person; type: CollateralType; stand: VaultStand }

/** What anyone may do to a vault, with what he gets for it. rules.md C5, C7, C13 */
export function KeeperPanel(props: KeeperProps) {
  const { view } = props.stand
  if (view.debt === 0n) return null
  return (
    <Panel title={t`For anyone`} lead={t`Nobody else has to allow it, and it is the same for all.`}>
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Liquidate {...props} />
        <Assess {...props} />
      </div>
    </Panel>
  )
}

function Liquidate({ collateral, person, type, stand }: KeeperProps) {
  const { view, parameters, prices, risk } = stand
  const context = usePlanContext(collateral, person)
  const planType = planTypeOf(type)
  const penalty = penaltyUp(view.debt, parameters.penaltyBps)
  const keeperMost = keeperMostOf({ penalty, keeperBps: parameters.keeperBps })
  const form = useActionForm({
    person,
    kind: kinds.liquidate,
    context: context && planType && { context, planType },
    gates: [freshGate(type), uncoveredGate(view, parameters, prices)],
    plan: (who) => liquidate(who.context, who.planType, view.id, keeperMost),
  })
  const isOpen = risk?.band === 'liquidatable'
  return (
    <div className="grid gap-3">
      <p className="text-sm">
        {isOpen
          ? t`It is below its liquidation price: anyone can have its collateral sold for its debt.`
          : t`Below its liquidation price anyone can have its collateral sold for its debt.`}
      </p>
      {isOpen && (
        <ul className="grid gap-1 text-xs text-muted">
          <li>
            {t`${displayAmount(view.stored.collateral, 18)} ${type.name} would be for sale, from ${priceText(auctionTopUp(prices.current, parameters.buffer), { round: 'up' })} TUSDT each downwards, for ${displayAmount(view.debt + penalty, 18, { round: 'up' })} TUSDT: the debt and a penalty of ${displayBps(parameters.penaltyBps)}. What is not needed goes back to the vault.`}
          </li>
          <li>
            {t`You get ${displayBps(parameters.keeperBps)} of the penalty that comes in, at most ${tusdtText(keeperMost)} TUSDT, when others take; nothing where the lot does not bring the debt. Gas is yours.`}
          </li>
        </ul>
      )}
      <ActionButton
        label={t`Liquidate vault ${view.id}`}
        variant={isOpen ? 'primary' : 'secondary'}
        {...form}
      />
    </div>
  )
}

function Assess({ collateral, person, type, stand: { view } }: KeeperProps) {
  const context = usePlanContext(collateral, person)
  const planType = planTypeOf(type)
  const form = useActionForm({
    person,
    kind: kinds.assess,
    context: context && planType && { context, planType },
    gates: [],
    plan: (who) => assess(who.context, who.planType, view.id),
  })
  return (
    <Disclosure summary={t`Record its due dates`}>
      <div className="grid gap-2">
        <p className="text-xs text-muted">
          {t`Late fees are shown as they are due, whether anybody has booked them or not. Booking changes no amount, and nobody gets anything for it; the next action on the vault does it first. If nothing waits to be booked, the rehearsal says so.`}
        </p>
        <ActionButton label={t`Assess vault ${view.id}`} variant="secondary" {...form} />
      </div>
    </Disclosure>
  )
}
