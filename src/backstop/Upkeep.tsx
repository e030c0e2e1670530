import { useNetwork } from '../chain/network'
import { useChainSeconds } from '../chain/use-block'
import { knownValue } from '../math/reading'
import type { Plan } from '../tx/plan'
import { useAction } from '../tx/use-action'
import { ActionButton } from '../ui/ActionButton'
import { finalizeSale, fundMakeWhole, fundUpfront, settle } from './bond-plans'
import { finalizeGate, notBusyGate, settleGate, walletGates } from './gates'
import type { Actor } from './plans'
import type { Series, SeriesState, UsdtFacts } from './snapshot'
import { useActorFor } from './use-actor'
import type { Person } from './use-person'
import { phaseOf } from './words'

type UpkeepProps = { series: Series; usdt: UsdtFacts; person: Person; state: SeriesState }

type Duty = {
  readonly label: string
  readonly why: string
  readonly plan: (actor: Actor) => Plan
  readonly kind: string
}

/** What the series waits for, and anyone may do. rules.md B5, B9, B11, B13 */
function dutyOf(series: Series, state: SeriesState): Duty | undefined {
  const result = knownValue(series.settlement)
  switch (phaseOf(state)) {
    case 'Sale':
      return {
        label: 'Finalize sale',
        why: 'Releases the surplus and pays the upfront share.',
        plan: finalizeSale,
        kind: 'finalizeSale',
      }
    case 'Tenor':
    case 'Matured':
    case 'Settled':
      if (state.upfrontFunded < state.upfrontTotal)
        return {
          label: 'Fund upfront share',
          why: 'The treasury still owes a part of it.',
          plan: fundUpfront,
          kind: 'fundUpfront',
        }
      if (phaseOf(state) !== 'Settled')
        return {
          label: 'Settle',
          why: 'Repays the Notes and fixes the compensation.',
          plan: settle,
          kind: 'settle',
        }
      if (result && result.btcFunded < result.btcOwed)
        return {
          label: 'Fund make-whole',
          why: 'The treasury still owes BTC.',
          plan: fundMakeWhole,
          kind: 'fundMakeWhole',
        }
      return undefined
    case 'Announced':
    case 'Staking':
    case 'Cancelled':
      return undefined
  }
}

export function Upkeep({ series, usdt, person, state }: UpkeepProps) {
  const network = useNetwork()
  const now = useChainSeconds()
  const action = useAction()
  const actor = useActorFor(person, usdt)(series)
  const duty = dutyOf(series, state)
  if (!duty) return null
  const gates = [
    ...(duty.kind === 'finalizeSale' ? [finalizeGate(series.terms, state, now)] : []),
    ...(duty.kind === 'settle' ? [settleGate(series.terms, state, now)] : []),
    ...walletGates(person, network.name),
    notBusyGate(action.isBusy(`backstop.${duty.kind}`)),
  ]
  return (
    <div className="grid gap-1.5 border-t pt-3">
      <p className="text-xs text-muted">Anyone may: {duty.why}</p>
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
