import { amountGate, balanceGate } from '../form/gates'
import { useActionForm } from '../form/use-action-form'
import { amountText } from '../math/amount'
import { knownValue } from '../math/reading'
import { kinds } from './kinds'
import { planTypeOf } from './plan-parts'
import { SteerForm } from './SteerForm'
import { usePlanContext } from './use-plan-context'
import { useSteered } from './use-steered'
import { amountFor, withVault } from './vault-case'
import type { FormProps } from './VaultForm'
import { deposit } from './vault-plans'
import { t } from '../words/t'

/** More collateral, from anybody, at any time. rules.md C4 */
export function DepositForm({ collateral, type, person, one, view, fill }: FormProps) {
  const context = usePlanContext(collateral, person)
  const unit = { symbol: type.name, decimals: 18 }
  const balance = knownValue(type.balance)
  const canReach = one.prices.current > 0n && view.debt > 0n
  const steered = useSteered(
    view.stored.collateral,
    canReach ? (ratio) => amountFor.deposit(one, ratio) : undefined,
    fill,
  )
  const { amount } = steered
  const planType = planTypeOf(type)
  const { vault } = one.now
  const limits = [balanceGate(unit, type.balance, amount)]
  const form = useActionForm({
    person,
    kind: kinds.deposit,
    context,
    gates: [amountGate(steered.entry, undefined, unit), ...limits],
    plan: (who) =>
      amount !== undefined && planType ? deposit(who, { type: planType, view }, amount) : undefined,
    onStart: steered.markStarted,
  })
  return (
    <SteerForm
      title={t`Add collateral`}
      lead={t`It stays the owner’s, and no pause stops it. Anybody may add some.`}
      label={t`${type.name} to add`}
      symbol={type.name}
      button={t`Add collateral`}
      steered={steered}
      max={balance}
      balanceText={balance === undefined ? undefined : t`Balance ${amountText(balance, unit)}`}
      limits={person.account === undefined ? [] : limits}
      now={one}
      after={amount ? withVault(one, { ...vault, collateral: vault.collateral + amount }) : undefined}
      form={form}
    />
  )
}
