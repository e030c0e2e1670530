import { useActionForm } from '../form/use-action-form'
import { amountText } from '../math/amount'
import { knownValue } from '../math/reading'
import { strayIn, type Held } from '../math/silos-figures'
import { ActionButton } from '../ui/ActionButton'
import { Panel } from '../ui/Panel'
import { entriesGate, soundGate } from './gates'
import { bookStray } from './give-plans'
import { kinds } from './kinds'
import type { PageProps } from './SilosFrame'
import { usdcUnit, usdtzUnit, xtzUnit } from './snapshot'
import { usePlanContext } from './use-plan-context'
import { t } from '../words/t'

const units = { usdc: usdcUnit, xtz: xtzUnit, usdtz: usdtzUnit }

/** Tokens that were sent to the reserve without a word: anyone may have them booked. Nothing where there are none. */
export function StrayPanel(props: PageProps) {
  const held = knownValue(props.silos.held)
  const strays = held === undefined ? [] : strayIn(props.state, held)
  if (strays.length === 0) return null
  return (
    <Panel
      title={t`Sent to the reserve, and in no book`}
      lead={t`USDC and XTZ count as earnings once they are booked, USDtz as inventory. Anyone may do it.`}
    >
      <div className="grid gap-3">
        {strays.map(({ token, by }) => (
          <StrayButton key={token} {...props} token={token} by={by} />
        ))}
      </div>
    </Panel>
  )
}

function StrayButton({ silos, state, person, token, by }: PageProps & { token: keyof Held; by: bigint }) {
  const context = usePlanContext(silos, person)
  const form = useActionForm({
    person,
    kind: kinds.bookStray,
    context,
    gates: [entriesGate(state), ...(token === 'usdc' ? [soundGate(state)] : [])],
    plan: (who) => bookStray(who, token),
  })
  return <ActionButton label={t`Book ${amountText(by, units[token])}`} variant="secondary" {...form} />
}
