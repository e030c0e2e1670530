import { balanceGate } from '../form/gates'
import { useActionForm } from '../form/use-action-form'
import { amountText, exactText } from '../math/amount'
import { knownValue } from '../math/reading'
import { ActionButton } from '../ui/ActionButton'
import { StatGrid, Stat } from '../ui/Stat'
import { kinds } from './kinds'
import { planTypeOf } from './plan-parts'
import { tusdtUnit } from './snapshot'
import { PayoutField, usePayout } from './use-payout'
import { usePlanContext } from './use-plan-context'
import { mostDebtOf } from './vault-case'
import { VaultForm, type FormProps } from './VaultForm'
import { close } from './vault-plans'
import { t } from '../words/t'

/** All debt paid and all collateral back at once; the debt of then is bounded. rules.md C4 */
export function CloseForm({ collateral, type, person, one, view }: FormProps) {
  const context = usePlanContext(collateral, person)
  const payout = usePayout(collateral, person)
  const held = collateral.holder?.tusdt
  const balance = knownValue(held)
  const mostDebt = mostDebtOf(one)
  const planType = planTypeOf(type)
  const isEmpty = view.debt === 0n && view.stored.collateral === 0n
  const unit = { symbol: type.name, decimals: 18 }
  const form = useActionForm({
    person,
    kind: kinds.close,
    context,
    gates: [
      {
        label: t`Something to close`,
        isMet: !isEmpty,
        detail: isEmpty ? t`It holds nothing and owes nothing: it is closed.` : t`It is not empty.`,
      },
      ...(mostDebt > 0n ? [balanceGate(tusdtUnit, held, mostDebt)] : []),
      payout.gate,
    ],
    plan: (who) => (planType ? close(who, { type: planType, view }, mostDebt, payout.to) : undefined),
  })
  return (
    <VaultForm
      title={t`Close`}
      lead={t`Pays everything that is owed and takes out everything that is held, in one transaction. The vault stays, empty.`}
    >
      <StatGrid columns={2}>
        <Stat
          label={t`You pay`}
          hint={
            mostDebt === view.debt
              ? t`Nothing grows.`
              : t`Interest adds to it each second: at most ${exactText(mostDebt, tusdtUnit)} within the hour.`
          }
        >
          {amountText(view.debt, tusdtUnit, { round: 'up' })}
        </Stat>
        <Stat
          label={t`You get`}
          {...(balance !== undefined && { hint: t`You have ${amountText(balance, tusdtUnit)}.` })}
        >
          {amountText(view.stored.collateral, unit, { maxFractionDigits: 6 })}
        </Stat>
      </StatGrid>
      <PayoutField payout={payout} />
      <ActionButton label={t`Close vault`} {...form} />
    </VaultForm>
  )
}
