import { knownValue } from '../math/reading'
import { Badge } from '../ui/Badge'
import { kinds } from './kinds'
import { feeGate } from '../form/gates'
import { notPausedTetherGate, recipientGate, somethingGate } from '../form/payout-gates'
import { useActionForm } from '../form/use-action-form'
import { withdrawAll } from './plans'
import type { Backstop, Series } from './snapshot'
import { TakeAll } from './TakeAll'
import { usePlanContextFor } from './use-plan-context'
import type { Person } from '../chain/use-person'
import { splitOf, totalOf } from './view'
import type { StakeSplit, Total } from './view'
import { usdt as usdtText } from '../math/tether'
import { t } from '../words/t'

type WithdrawTotalsProps = { backstop: Backstop; series: readonly Series[]; person: Person }

/** All series at once, and one plan that withdraws from each. */
export function WithdrawTotals({ backstop, series, person }: WithdrawTotalsProps) {
  const contextFor = usePlanContextFor(person, backstop.usdt)
  const splits = series.map(splitOf)
  const isWhole = backstop.unreadable.length === 0
  const total = (part: keyof StakeSplit): Total => {
    const { value, isComplete } = totalOf(splits.map((split) => split?.[part]))
    return { value, isComplete: isComplete && isWhole }
  }
  const claimable = total('claimable')
  const parts = series.flatMap((one) => {
    const context = contextFor(one)
    const usdtAmount = one.position && knownValue(one.position)?.claimableUsdt
    return context && usdtAmount !== undefined && usdtAmount > 0n ? [{ context, usdtAmount }] : []
  })
  const [first, ...rest] = parts
  const form = useActionForm({
    person,
    kind: [kinds.withdrawAll, kinds.withdraw],
    context: first,
    gates: [
      notPausedTetherGate(backstop.usdt),
      feeGate(backstop.usdt),
      recipientGate({ kind: 'self' }, backstop.usdt),
      somethingGate(
        t`Something to withdraw`,
        claimable.value > 0n ? usdtText(claimable.value) : undefined,
        t`Nothing is released that you have not withdrawn already.`,
      ),
    ],
    plan: (part) => withdrawAll([part, ...rest]),
  })
  return (
    <TakeAll
      label={t`You can withdraw now`}
      parts={[usdtText(claimable.value)]}
      isComplete={claimable.isComplete}
      {...(series.length > 1 && { action: { label: t`Withdraw all`, count: parts.length, ...form } })}
    >
      <div className="flex flex-wrap gap-x-6 gap-y-1 text-xs">
        <Sum label={t`Staked`} total={total('staked')} />
        <Sum label={t`Still locked`} total={total('locked')} />
        <Sum label={t`Used for Notes`} total={total('used')} />
        <Sum label={t`Withdrawn already`} total={total('withdrawn')} />
      </div>
    </TakeAll>
  )
}

function Sum({ label, total }: { label: string; total: Total }) {
  return (
    <div role="group" aria-label={label} className="flex gap-1.5">
      <span className="text-muted">{label}</span>
      <span>
        {usdtText(total.value)} {!total.isComplete && <Badge tone="warn">{t`Incomplete`}</Badge>}
      </span>
    </div>
  )
}
