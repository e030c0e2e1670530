import { useChainSeconds } from '../chain/use-block'
import { knownValue } from '../math/reading'
import { ActionButton } from '../ui/ActionButton'
import { AmountField } from '../ui/AmountField'
import { NowAfter } from '../ui/NowAfter'
import { Panel } from '../ui/Panel'
import { amountGate, feeGate, tetherGates } from '../form/gates'
import { stakingWindowGate } from './gates'
import { kinds } from './kinds'
import { unstake } from './plans'
import type { StakeFormProps } from './StakePanel'
import { usePlanContextFor } from './use-plan-context'
import { useAmount } from '../form/use-amount'
import { useActionForm } from '../form/use-action-form'
import { USDT_DECIMALS, usdt as usdtText } from '../math/tether'
import { t } from '../words/t'

/** Leaving before staking closes, one to one. rules.md B2 */
export function UnstakePanel({ series, usdt, person, onChange }: StakeFormProps) {
  const now = useChainSeconds()
  const context = usePlanContextFor(person, usdt)(series)
  const shares = (series.position && knownValue(series.position)?.shares) ?? 0n
  const { entry, setAmount, markStarted } = useAmount(shares)
  const { amount } = entry
  const isTooMuch = amount !== undefined && amount > shares
  const form = useActionForm({
    person,
    kind: kinds.unstake,
    context,
    gates: [
      stakingWindowGate(series.terms, now),
      ...tetherGates(usdt),
      feeGate(usdt),
      amountGate(entry, { value: shares, what: t`your stake` }),
    ],
    plan: (who) => (amount === undefined ? undefined : unstake(who, amount)),
    onStart: markStarted,
  })
  return (
    <Panel title={t`Leave before staking closes`} lead={t`One to one, without a penalty.`}>
      <div className="grid gap-3">
        <AmountField
          label={t`Amount to unstake`}
          decimals={USDT_DECIMALS}
          symbol="USDT"
          value={amount}
          max={shares}
          maxLabel={t`All`}
          balanceText={t`Staked ${usdtText(shares)}`}
          problem={isTooMuch ? t`More than your stake of ${usdtText(shares)}.` : undefined}
          onChange={(value, problem) => {
            setAmount(value, problem)
            onChange(value === undefined || value > shares ? 0n : -value)
          }}
        />
        <NowAfter
          label={t`My stake`}
          now={shares}
          after={amount === undefined || isTooMuch ? undefined : shares - amount}
          format={usdtText}
        />
        <ActionButton label={t`Unstake`} variant="secondary" {...form} />
      </div>
    </Panel>
  )
}
