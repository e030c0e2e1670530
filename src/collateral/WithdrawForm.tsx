import { amountGate } from '../form/gates'
import { useActionForm } from '../form/use-action-form'
import { amountText, displayAmount } from '../math/amount'
import { min } from '../math/uint256'
import { kinds } from './kinds'
import { planTypeOf } from './plan-parts'
import { SteerForm } from './SteerForm'
import { PayoutField, usePayout } from './use-payout'
import { usePlanContext } from './use-plan-context'
import { useSteered } from './use-steered'
import { amountFor, maxWithdraw, withVault } from './vault-case'
import type { FormProps } from './VaultForm'
import { priceGate, withdrawCoverGate } from './vault-gates'
import { withdraw } from './vault-plans'
import { t } from '../words/t'

/** Collateral that the debt does not need; all of it without debt, whatever prices do. rules.md C4, C8 */
export function WithdrawForm({ collateral, type, person, one, view, fill }: FormProps) {
  const context = usePlanContext(collateral, person)
  const payout = usePayout(collateral, person)
  const unit = { symbol: type.name, decimals: 18 }
  const hasDebt = view.debt > 0n
  const { vault } = one.now
  const canReach = hasDebt && one.prices.current > 0n
  const steered = useSteered(
    vault.collateral,
    canReach ? (ratio) => amountFor.withdraw(one, ratio) : undefined,
    fill,
  )
  const { amount } = steered
  const most = maxWithdraw(one)
  const planType = planTypeOf(type)
  const holds = { value: vault.collateral, what: t`what the vault holds` }
  const inVault = amountGate(steered.entry, holds, unit)
  const limits = [inVault, ...(hasDebt ? [withdrawCoverGate(one, amount, type.name)] : [])]
  const form = useActionForm({
    person,
    kind: kinds.withdraw,
    context,
    gates: [...(hasDebt ? [priceGate(type.name, one.prices)] : []), ...limits, payout.gate],
    plan: (who) =>
      amount !== undefined && planType
        ? withdraw(who, { type: planType, view }, amount, payout.to)
        : undefined,
    onStart: steered.markStarted,
  })
  const rest = amount ? vault.collateral - min(amount, vault.collateral) : undefined
  return (
    <SteerForm
      title={t`Withdraw collateral`}
      lead={
        hasDebt
          ? t`As much as the debt does not need, by the mint ratio at the lowest price.`
          : t`Nothing is owed: everything can leave, whatever prices do.`
      }
      label={t`${type.name} to withdraw`}
      symbol={type.name}
      button={t`Withdraw`}
      steered={steered}
      max={most}
      balanceText={t`Holds ${amountText(vault.collateral, unit)}`}
      limits={limits}
      hint={t`Up to ${displayAmount(most, 18, { maxFractionDigits: 6 })} ${type.name} can leave.`}
      now={one}
      after={rest === undefined ? undefined : withVault(one, { ...vault, collateral: rest })}
      form={form}
    >
      <PayoutField payout={payout} />
    </SteerForm>
  )
}
