import { amountGate, balanceGate } from '../form/gates'
import { useActionForm } from '../form/use-action-form'
import { amountText } from '../math/amount'
import { afterRepayment } from '../math/collateral-vault'
import { knownValue } from '../math/reading'
import { tusdtText } from './format'
import { kinds } from './kinds'
import { planTypeOf } from './plan-parts'
import { SteerForm } from './SteerForm'
import { tusdtUnit } from './snapshot'
import { usePlanContext } from './use-plan-context'
import { useSteered } from './use-steered'
import { amountFor, mostDebtOf, withVault } from './vault-case'
import type { FormProps } from './VaultForm'
import { partGate } from './vault-gates'
import { repay, repayAll } from './vault-plans'
import { t } from '../words/t'

/** A part of the debt, or all of it: what it grows by until the chain takes it is allowed, too. rules.md C4 */
export function RepayForm({ collateral, type, person, one, view, fill }: FormProps) {
  const context = usePlanContext(collateral, person)
  const held = collateral.holder?.tusdt
  const balance = knownValue(held)
  const canReach = one.prices.current > 0n && view.debt > 0n
  const steered = useSteered(balance, canReach ? (ratio) => amountFor.repay(one, ratio) : undefined, fill)
  const { amount } = steered
  const mostDebt = mostDebtOf(one)
  const isAll = amount !== undefined && amount >= view.debt
  const planType = planTypeOf(type)
  const { vault, rate } = one.now
  const paid = amount ? afterRepayment(vault, rate.rate, amount, one.dust) : undefined
  const limits = [partGate(one, amount)]
  const enough = balanceGate(tusdtUnit, held, isAll ? mostDebt : amount)
  const form = useActionForm({
    person,
    kind: kinds.repay,
    context,
    gates: [owingGate(view.debt), amountGate(steered.entry, undefined, tusdtUnit), ...limits, enough],
    plan: (who) => {
      if (amount === undefined || !planType) return undefined
      const vault = { type: planType, view }
      return isAll ? repayAll(who, vault, view.debt, mostDebt) : repay(who, vault, amount)
    },
    onStart: steered.markStarted,
  })
  return (
    <SteerForm
      title={t`Pay debt`}
      lead={t`It clears late fees first, then interest, then what was drawn. Anybody may pay, and no pause stops it.`}
      label={t`TUSDT to pay`}
      symbol="TUSDT"
      button={t`Pay debt`}
      steered={steered}
      max={view.debt}
      maxLabel={t`All`}
      balanceText={balance === undefined ? undefined : t`Balance ${amountText(balance, tusdtUnit)}`}
      limits={person.account === undefined ? limits : [...limits, enough]}
      hint={isAll ? t`All of it: what it grows by within the hour is allowed, too.` : undefined}
      now={one}
      after={paid && withVault(one, paid.vault)}
      form={form}
    >
      {paid && paid.paid > 0n && (
        <p className="text-xs text-muted">
          {t`Clears ${tusdtText(paid.late)} late fees, ${tusdtText(paid.interest)} interest, ${tusdtText(paid.principal)} of what was drawn.`}
        </p>
      )}
    </SteerForm>
  )
}

export const owingGate = (debt: bigint) => ({
  label: t`Something is owed`,
  isMet: debt > 0n,
  detail: debt > 0n ? t`There is debt.` : t`Nothing is owed.`,
})
