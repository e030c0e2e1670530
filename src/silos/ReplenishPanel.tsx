import { useActionForm } from '../form/use-action-form'
import { advance } from '../math/silos-advance'
import { silosIn } from '../math/silos-figures'
import { ActionButton } from '../ui/ActionButton'
import { Disclosure } from '../ui/Disclosure'
import { Panel } from '../ui/Panel'
import { Conversions } from './Conversions'
import { outcomeGate, priceGate, soundGate, usdcMovesGates } from './gates'
import { kinds } from './kinds'
import { replenish } from './plans'
import { SilosAfter } from './SilosAfter'
import type { PageProps } from './SilosFrame'
import { usePlanContext } from './use-plan-context'
import { t } from '../words/t'

/** Silo 3 buys for Silo 2 after a fall. Anyone may start it. rules.md S5 */
export function ReplenishPanel({ silos, state, person }: PageProps) {
  const context = usePlanContext(silos, person)
  const result = advance(state, { kind: 'replenish' })
  const [, silo2] = silosIn(state)
  const form = useActionForm({
    person,
    kind: kinds.replenish,
    context,
    gates: [
      priceGate(state),
      soundGate(state),
      ...usdcMovesGates(silos),
      outcomeGate(t`Silo 3 has something to buy`, result, t`Silo 2 is short, and Silo 3 can buy for it.`),
    ],
    plan: (who) => (result.isTaken ? replenish(who, state.books) : undefined),
  })
  return (
    <Panel
      title={t`Replenish Silo 2`}
      part="replenish"
      lead={
        silo2.standing === 'alarm'
          ? t`Silo 2 is short: Silo 3, and only Silo 3, buys XTZ for it.`
          : t`Nothing to do: Silo 2 is not short.`
      }
    >
      <div className="grid gap-3">
        {result.isTaken && <Conversions conversions={result.effects.conversions} />}
        <ActionButton label={t`Replenish`} {...form} />
        {result.isTaken && (
          <Disclosure summary={t`What it changes in the reserve`} isOpen>
            <SilosAfter now={state} after={result.state} />
          </Disclosure>
        )}
      </div>
    </Panel>
  )
}
