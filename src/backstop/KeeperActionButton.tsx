import { useNetwork } from '../chain/network'
import { useChainSeconds } from '../chain/use-block'
import { useAction } from '../tx/use-action'
import { ActionButton } from '../ui/ActionButton'
import type { KeeperAction } from './keeper-action'
import { notBusyGate, walletGates } from '../form/gates'
import { finalizeGate, settleGate } from './gates'
import type { UsdtFacts } from '../chain/usdt'
import type { Series, SeriesState } from './snapshot'
import { usePlanContextFor } from './use-plan-context'
import { useMissingPrices } from './use-missing-prices'
import type { Person } from '../chain/use-person'

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
  const network = useNetwork()
  const now = useChainSeconds()
  const action = useAction()
  const actor = usePlanContextFor(person, usdt)(series)
  const prices = useMissingPrices(series, keeperAction.needs)
  const gates = [
    ...(keeperAction.kind === 'finalizeSale' ? [finalizeGate(series.terms, state, now)] : []),
    ...(keeperAction.kind === 'settle' ? [settleGate(series.terms, state, now)] : []),
    ...prices.gates,
    ...walletGates(person, network.name),
    notBusyGate(action.isBusy(`backstop.${keeperAction.kind}`)),
  ]
  return (
    <div className="grid gap-2">
      <p className="text-xs text-muted">{keeperAction.why} Anyone may do it.</p>
      <ActionButton
        label={keeperAction.label}
        variant="secondary"
        gates={gates}
        onPress={() => {
          if (actor && prices.records) action.start(keeperAction.plan(actor, prices.records))
        }}
      />
    </div>
  )
}
