import { useChainSeconds } from '../chain/use-block'
import { ActionButton } from '../ui/ActionButton'
import type { KeeperAction } from './keeper-action'
import { useActionForm } from '../form/use-action-form'
import { finalizeGate, settleGate } from './keeper-gates'
import { kinds } from './kinds'
import type { UsdtFacts } from '../chain/usdt'
import type { Series, SeriesState } from './snapshot'
import { usePlanContextFor } from './use-plan-context'
import { useMissingPrices } from './use-missing-prices'
import type { Person } from '../chain/use-person'
import { t } from '../words/t'

type KeeperActionProps = {
  series: Series
  usdt: UsdtFacts
  person: Person
  state: SeriesState
}

/** What anyone may do for a series now. */
export function KeeperActionButtons({
  keeperActions,
  ...props
}: KeeperActionProps & { keeperActions: readonly KeeperAction[] }) {
  return (
    <div className="grid gap-4">
      {keeperActions.map((keeperAction) => (
        <KeeperActionButton key={keeperAction.kind} keeperAction={keeperAction} {...props} />
      ))}
    </div>
  )
}

function KeeperActionButton({
  keeperAction,
  series,
  usdt,
  person,
  state,
}: KeeperActionProps & { keeperAction: KeeperAction }) {
  const now = useChainSeconds()
  const context = usePlanContextFor(person, usdt)(series)
  const prices = useMissingPrices(series, keeperAction.needs)
  const form = useActionForm({
    person,
    kind: kinds[keeperAction.kind],
    context,
    // What waits for a date can't be done by whoever connects.
    firstGates: [
      ...(keeperAction.kind === 'finalizeSale' ? [finalizeGate(series.terms, state, now)] : []),
      ...(keeperAction.kind === 'settle' ? [settleGate(series.terms, state, now)] : []),
      ...prices.gates,
    ],
    gates: [],
    plan: (who) => prices.records && keeperAction.plan(who, prices.records),
  })
  return (
    <div className="grid gap-2">
      <p className="text-xs text-muted">{t`${keeperAction.why} Anyone may do it.`}</p>
      <ActionButton label={keeperAction.label} variant="secondary" {...form} />
    </div>
  )
}
