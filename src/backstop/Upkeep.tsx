import { useNetwork } from '../chain/network'
import { useChainSeconds } from '../chain/use-block'
import { useAction } from '../tx/use-action'
import { ActionButton } from '../ui/ActionButton'
import type { Duty } from './duty'
import { notBusyGate, walletGates } from '../form/gates'
import { finalizeGate, settleGate } from './gates'
import type { UsdtFacts } from '../chain/usdt'
import type { Series, SeriesState } from './snapshot'
import { useActorFor } from './use-actor'
import type { Person } from '../chain/use-person'

type UpkeepProps = { duty: Duty; series: Series; usdt: UsdtFacts; person: Person; state: SeriesState }

/** The one thing anyone may do for a series now. */
export function Upkeep({ duty, series, usdt, person, state }: UpkeepProps) {
  const network = useNetwork()
  const now = useChainSeconds()
  const action = useAction()
  const actor = useActorFor(person, usdt)(series)
  const gates = [
    ...(duty.kind === 'finalizeSale' ? [finalizeGate(series.terms, state, now)] : []),
    ...(duty.kind === 'settle' ? [settleGate(series.terms, state, now)] : []),
    ...walletGates(person, network.name),
    notBusyGate(action.isBusy(`backstop.${duty.kind}`)),
  ]
  return (
    <div className="grid gap-2">
      <p className="text-xs text-muted">{duty.why} Anyone may do it.</p>
      <ActionButton
        label={duty.label}
        variant="secondary"
        gates={gates}
        onPress={() => {
          if (actor) action.start(duty.plan(actor))
        }}
      />
    </div>
  )
}
