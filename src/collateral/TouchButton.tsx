import type { Person } from '../chain/use-person'
import { useActionForm } from '../form/use-action-form'
import { ActionButton } from '../ui/ActionButton'
import { Disclosure } from '../ui/Disclosure'
import { kinds } from './kinds'
import type { Collateral } from './snapshot'
import { touch } from './upkeep-plans'
import { usePlanContext } from './use-plan-context'
import { t } from '../words/t'

/** Stores how the day began; which prices a day without any action began with moves until then. rules.md C2 */
export function TouchButton({ collateral, person }: { collateral: Collateral; person: Person }) {
  const context = usePlanContext(collateral, person)
  const form = useActionForm({ person, kind: kinds.touch, context, gates: [], plan: touch })
  return (
    <Disclosure summary={t`Store how the day began`}>
      <div className="grid gap-2">
        <p className="text-xs text-muted">
          {t`The first who mints, redeems or adds backing today stores how the day began; until then it is shown as it would begin now. Anyone may do it without any of these, and nobody gets anything for it. If it is stored already, the rehearsal says so.`}
        </p>
        <ActionButton label={t`Begin the day`} variant="secondary" {...form} />
      </div>
    </Disclosure>
  )
}
