import { amountGate, balanceGate } from '../form/gates'
import { useActionForm } from '../form/use-action-form'
import { useAmount } from '../form/use-amount'
import { amountText } from '../math/amount'
import { knownValue } from '../math/reading'
import { ActionButton } from '../ui/ActionButton'
import { AmountField } from '../ui/AmountField'
import { kinds } from './kinds'
import { planTypeOf } from './plan-parts'
import { tusdtUnit } from './snapshot'
import { usePlanContext } from './use-plan-context'
import { mostDebtOf } from './vault-case'
import { VaultForm, type FormProps } from './VaultForm'
import { repay, repayAll } from './vault-plans'

/** A part of the debt, or all of it: what it grows by until the chain takes it is allowed, too. rules.md C4 */
export function RepayForm({ collateral, type, person, one, view }: FormProps) {
  const context = usePlanContext(collateral, person)
  const held = collateral.holder?.tusdt
  const balance = knownValue(held)
  const { entry, setAmount, markStarted } = useAmount(view.debt)
  const { amount } = entry
  const mostDebt = mostDebtOf(one)
  const isAll = amount !== undefined && amount >= view.debt
  const planType = planTypeOf(type)
  const form = useActionForm({
    person,
    kind: kinds.repay,
    context,
    gates: [amountGate(entry, undefined, tusdtUnit), balanceGate(tusdtUnit, held, isAll ? mostDebt : amount)],
    plan: (who) => {
      if (amount === undefined || !planType) return undefined
      const vault = { type: planType, view }
      return isAll ? repayAll(who, vault, view.debt, mostDebt) : repay(who, vault, amount)
    },
    onStart: markStarted,
  })
  return (
    <VaultForm
      title="Pay"
      lead="It clears late fees first, then interest, then what was drawn. Anybody may pay."
    >
      <AmountField
        label="TUSDT to pay"
        decimals={18}
        symbol="TUSDT"
        value={amount}
        max={view.debt}
        maxLabel="All"
        balanceText={balance === undefined ? undefined : `Balance ${amountText(balance, tusdtUnit)}`}
        problem={entry.problem}
        onChange={setAmount}
      />
      <ActionButton label="Pay debt" {...form} />
    </VaultForm>
  )
}
