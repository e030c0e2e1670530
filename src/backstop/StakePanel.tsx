import { useEffect } from 'react'

import { useChainSeconds } from '../chain/use-block'
import { knownValue } from '../math/reading'
import { ActionButton } from '../ui/ActionButton'
import { AmountField } from '../ui/AmountField'
import { Callout } from '../ui/Callout'
import { Panel } from '../ui/Panel'
import { amountGate, balanceGate, currentTetherGate, feeGate, tetherGates } from '../form/gates'
import { seriesOpenGate, stakingWindowGate } from './gates'
import { kinds } from './kinds'
import type { UsdtFacts } from '../chain/usdt'
import { EarnAndLose } from './EarnAndLose'
import { PhaseBadge } from './PhaseBadge'
import { leftToCap, stakeInQuestion, surplusOf, surplusText } from './sizing'
import type { Series } from './snapshot'
import { StakePreview } from './StakePreview'
import { usePlanContextFor } from './use-plan-context'
import { useAmount } from '../form/use-amount'
import { useActionForm } from '../form/use-action-form'
import type { Person } from '../chain/use-person'
import { afterFee, maxBeforeFee, noFee, tetherUnit, USDT_DECIMALS, usdt as usdtText } from '../math/tether'
import { t } from '../words/t'

/** Who can act must still be answered when the connection is gone by the time the button is pressed. trust.md F31 */
function usePlansAtHand(canAct: boolean): void {
  useEffect(() => {
    if (canAct) void import('./plans').catch(() => undefined)
  }, [canAct])
}

export type StakeFormProps = {
  series: Series
  usdt: UsdtFacts
  person: Person
  /** Shares the form would add (or take, when negative), for the gauge. */
  onChange: (shares: bigint) => void
}

export function StakePanel({ series, usdt, person, onChange }: StakeFormProps) {
  const now = useChainSeconds()
  usePlansAtHand(person.account !== undefined)
  const context = usePlanContextFor(person, usdt)(series)
  const balance = usdt.balance && knownValue(usdt.balance)
  const shares = series.position && knownValue(series.position)?.shares
  const { entry, setAmount, markStarted } = useAmount(shares)
  const fee = knownValue(usdt.fee) ?? noFee
  const { amount } = entry
  const added = amount === undefined ? 0n : afterFee(amount, fee)
  const state = knownValue(series.state)
  const surplus = state ? surplusOf(series.terms, state.totalShares, added) : 0n

  const form = useActionForm({
    person,
    kind: kinds.stake,
    context,
    gates: [
      stakingWindowGate(series.terms, now),
      seriesOpenGate(series.state),
      ...tetherGates(usdt),
      currentTetherGate(usdt),
      feeGate(usdt),
      amountGate(entry),
      balanceGate(tetherUnit, usdt.balance, amount),
    ],
    // The first view can do without the plan; what it is made of is fixed by this press.
    plan: (who) =>
      amount === undefined ? undefined : import('./plans').then(({ stake }) => stake(who, amount, surplus)),
    onStart: markStarted,
  })
  const isTooMuch = amount !== undefined && balance !== undefined && amount > balance
  const toCap = state && maxBeforeFee(leftToCap(series.terms, state.totalShares), fee)
  return (
    <Panel title={t`Stake in ${series.name}`} aside={state && <PhaseBadge series={series} state={state} />}>
      <div className="grid gap-3">
        <AmountField
          label={t`Amount`}
          decimals={USDT_DECIMALS}
          symbol="USDT"
          value={amount}
          max={balance}
          chips={
            toCap === undefined || (balance !== undefined && balance < toCap)
              ? []
              : [{ label: t`To cap: ${usdtText(toCap)}`, value: toCap }]
          }
          balanceText={balance === undefined ? undefined : t`Balance ${usdtText(balance)}`}
          problem={isTooMuch ? t`More than your balance of ${usdtText(balance)}.` : undefined}
          onChange={(value, problem) => {
            setAmount(value, problem)
            onChange(value === undefined ? 0n : afterFee(value, fee))
          }}
        />
        {surplus > 0n && (
          <Callout tone="warn" title={t`More than the cap leaves`}>
            {surplusText(surplus)}
          </Callout>
        )}
        {state && (
          <EarnAndLose
            terms={series.terms}
            stake={stakeInQuestion(series.terms, state.totalShares, shares ?? 0n, added)}
          />
        )}
        <StakePreview series={series} change={added} feeUsdt={amount === undefined ? 0n : amount - added} />
        <ActionButton label={t`Stake`} {...form} />
      </div>
    </Panel>
  )
}
