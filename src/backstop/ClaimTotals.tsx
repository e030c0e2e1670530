import type { Person } from '../chain/use-person'
import { knownValue } from '../math/reading'
import { useActionForm } from '../form/use-action-form'
import { claimGates } from './claim-gates'
import { kinds } from './kinds'
import { claimAll } from './plans'
import { dueOf, mayRank } from './series-rows'
import type { Backstop, Series } from './snapshot'
import { TakeAll } from './TakeAll'
import { usePlanContextFor } from './use-plan-context'
import { claimParts, claimTotal, isNothing } from './view'

type ClaimTotalsProps = { backstop: Backstop; series: readonly Series[]; person: Person }

/** What all series owe the account now, and one plan that claims it. */
export function ClaimTotals({ backstop, series, person }: ClaimTotalsProps) {
  const contextFor = usePlanContextFor(person, backstop.usdt)
  const dues = series.map(dueOf)
  const total = claimTotal(dues.filter((due) => due !== undefined))
  const unranked = series.filter((one) => {
    const state = knownValue(one.state)
    return state && mayRank(one, state)
  })
  const parts = series.flatMap((one, index) => {
    const [context, due] = [contextFor(one), dues[index]]
    return context && due && !isNothing(due) ? [{ context, due }] : []
  })
  const [first, ...rest] = parts
  const form = useActionForm({
    person,
    kind: [kinds.claimAll, kinds.claim],
    context: first,
    gates: claimGates(total, backstop.usdt, { kind: 'self' }),
    plan: (part) => claimAll([part, ...rest]),
  })
  return (
    <TakeAll
      label="You can claim now"
      parts={claimParts(total)}
      isComplete={backstop.unreadable.length === 0 && dues.every((due) => due !== undefined)}
      {...(series.length > 1 && { action: { label: 'Claim all', count: parts.length, ...form } })}
    >
      {unranked.length > 0 && (
        <p className="text-xs text-muted">
          Not counted: warrants of {unranked.map(({ name }) => name).join(', ')}, which have to be allocated
          first. Claiming there by itself does it.
        </p>
      )}
    </TakeAll>
  )
}
