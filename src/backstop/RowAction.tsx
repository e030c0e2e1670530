import type { Person } from '../chain/use-person'
import { useChainSeconds } from '../chain/use-block'
import type { UsdtFacts } from '../chain/usdt'
import { feeGate } from '../form/gates'
import { notPausedTetherGate, recipientGate } from '../form/payout-gates'
import { useActionForm } from '../form/use-action-form'
import { knownValue } from '../math/reading'
import { Button } from '../ui/Button'
import { firstUnmet } from '../ui/gate'
import type { Gate } from '../ui/gate'
import { claimGates } from './claim-gates'
import { finalizeGate, settleGate } from './keeper-gates'
import { keeperActionsOf } from './keeper-action'
import { kinds } from './kinds'
import { claim, withdraw } from './plans'
import { dueOf, mayRank } from './series-rows'
import type { Series } from './snapshot'
import { usePlanContextFor } from './use-plan-context'
import { isNothing } from './view'
import { t } from '../words/t'

type RowActionProps = {
  series: Series
  usdt: UsdtFacts
  person: Person
  /** Shows the row: there stand the reasons for what can't be done at once. */
  open: () => void
}

/** Claims all that one series owes, from its row. */
export function ClaimAction(props: RowActionProps) {
  const { series, usdt, person, open } = props
  const context = usePlanContextFor(person, usdt)(series)
  const due = dueOf(series)
  const state = knownValue(series.state)
  const isUnranked = state !== undefined && mayRank(series, state)
  const form = useActionForm({
    person,
    kind: [kinds.claim, kinds.claimAll],
    context,
    gates: due ? claimGates(due, usdt, { kind: 'self' }) : [],
    plan: (who) => due && claim(who, due),
  })
  if (!due || (isNothing(due) && !isUnranked)) return <DutyAction {...props} />
  // Ranking the stakers takes the list of them, which the open row reads.
  return (
    <RowButton
      label={t`Claim`}
      of={series.name}
      {...form}
      {...(isUnranked && { onPress: open })}
      open={open}
    />
  )
}

/** Withdraws all that one series has released, from its row. */
export function WithdrawAction(props: RowActionProps) {
  const { series, usdt, person, open } = props
  const context = usePlanContextFor(person, usdt)(series)
  const claimable = knownValue(series.position)?.claimableUsdt ?? 0n
  const form = useActionForm({
    person,
    kind: [kinds.withdraw, kinds.withdrawAll],
    context,
    gates: [notPausedTetherGate(usdt), feeGate(usdt), recipientGate({ kind: 'self' }, usdt)],
    plan: (who) => withdraw(who, claimable),
  })
  if (claimable === 0n) return <DutyAction {...props} />
  return <RowButton label={t`Withdraw`} of={series.name} {...form} open={open} />
}

/** What a series waits for, where anyone may do it now. rules.md B5, B11 */
function DutyAction({ series, usdt, person, open }: RowActionProps) {
  const now = useChainSeconds()
  const context = usePlanContextFor(person, usdt)(series)
  const state = knownValue(series.state)
  const isDue =
    state !== undefined &&
    (finalizeGate(series.terms, state, now).isMet || settleGate(series.terms, state, now).isMet)
  const duty = isDue
    ? keeperActionsOf(series, state).find(({ kind }) => kind === 'finalizeSale' || kind === 'settle')
    : undefined
  const form = useActionForm({
    person,
    kind: duty ? kinds[duty.kind] : [],
    context,
    gates: [],
    plan: (who) => duty?.plan(who, []),
  })
  return duty ? <RowButton label={duty.label} of={series.name} {...form} open={open} /> : null
}

type RowButtonProps = {
  label: string
  of: string
  gates: readonly Gate[]
  onPress: () => void
  open: () => void
}

function RowButton({ label, of, gates, onPress, open }: RowButtonProps) {
  return (
    <Button size="small" aria-label={`${label}: ${of}`} onClick={firstUnmet(gates) ? open : onPress}>
      {label}
    </Button>
  )
}
