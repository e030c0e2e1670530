import { useChainSeconds } from '../chain/use-block'
import { leftForSale } from '../math/backstop-tenor'
import { knownValue } from '../math/reading'
import { ActionButton } from '../ui/ActionButton'
import { AmountField } from '../ui/AmountField'
import { NowAfter } from '../ui/NowAfter'
import { subscribe } from './bond-plans'
import type { BondPanelProps } from './bond-props'
import { amountGate, balanceGate, currentTetherGate, feeGate, tetherGates, windowGate } from '../form/gates'
import { seriesOpenGate } from './gates'
import { kinds } from './kinds'
import { usePlanContextFor } from './use-plan-context'
import { useAmount } from '../form/use-amount'
import { useActionForm } from '../form/use-action-form'
import { afterFee, noFee, tetherUnit, usdt as usdtText, USDT_DECIMALS } from '../math/tether'
import { t } from '../words/t'

/** Buying a Note and a Warrant at par while the sale is open. rules.md B4 */
export function SubscribeForm({ series, state, usdt, person }: BondPanelProps) {
  const now = useChainSeconds()
  const context = usePlanContextFor(person, usdt)(series)
  const { entry, setAmount, markStarted } = useAmount(state.soldUsdt)
  const { amount } = entry
  const remaining = leftForSale(state.saleLimitUsdt, state.soldUsdt)
  const balance = knownValue(usdt.balance)
  const most = balance !== undefined && balance < remaining ? balance : remaining
  const fee = knownValue(usdt.fee) ?? noFee
  const principal = amount === undefined ? 0n : afterFee(amount, fee)
  const isTooMuch = amount !== undefined && amount > remaining
  const form = useActionForm({
    person,
    kind: kinds.subscribe,
    context,
    gates: [
      windowGate(t`Sale is open`, { open: series.terms.saleOpen, close: series.terms.saleClose }, now),
      seriesOpenGate(series.state),
      ...tetherGates(usdt),
      currentTetherGate(usdt),
      feeGate(usdt),
      amountGate(entry, { value: remaining, what: t`what is left for sale` }),
      balanceGate(tetherUnit, usdt.balance, amount),
    ],
    plan: (who) => (amount === undefined ? undefined : subscribe(who, amount)),
    onStart: markStarted,
  })
  return (
    <div className="grid gap-3">
      <AmountField
        label={t`Amount`}
        decimals={USDT_DECIMALS}
        symbol="USDT"
        value={amount}
        max={most}
        balanceText={t`Left for sale ${usdtText(remaining)}`}
        problem={isTooMuch ? t`More than the ${usdtText(remaining)} left for sale.` : undefined}
        onChange={setAmount}
      />
      <div className="divide-y divide-line">
        <NowAfter
          label={t`Sold`}
          now={state.soldUsdt}
          after={isTooMuch ? undefined : state.soldUsdt + principal}
          format={usdtText}
        />
        <NowAfter
          label={t`My new Note and Warrant`}
          now={principal}
          after={undefined}
          format={usdtText}
          hint={t`Principal, and par of the Warrant`}
        />
      </div>
      <ActionButton label={t`Subscribe`} {...form} />
    </div>
  )
}
