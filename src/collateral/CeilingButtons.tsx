import type { Person } from '../chain/use-person'
import { useActionForm } from '../form/use-action-form'
import { ActionButton } from '../ui/ActionButton'
import { tusdtText } from './format'
import { kinds } from './kinds'
import { planTypeOf } from './plan-parts'
import type { Collateral, CollateralType } from './snapshot'
import { raisableCeiling, type Ceiling } from './type-view'
import { refreshCeiling } from './upkeep-plans'
import { usePlanContext } from './use-plan-context'
import { t } from '../words/t'

type CeilingButtonsProps = { collateral: Collateral; person: Person }

/** Ceilings that have grown since anybody drew: anyone may raise them by a step. Nothing where there are none. rules.md C9 */
export function CeilingButtons({ collateral, person }: CeilingButtonsProps) {
  const raisable = collateral.types.flatMap((type) => {
    const ceiling = raisableCeiling(type, collateral.timestamp)
    return ceiling ? [{ type, ceiling }] : []
  })
  if (raisable.length === 0) return null
  return (
    <div className="mt-4 border-t pt-4">
      <div className="grid gap-3 sm:grid-cols-2">
        {raisable.map((one) => (
          <CeilingButton key={one.type.place} collateral={collateral} person={person} {...one} />
        ))}
      </div>
    </div>
  )
}

type CeilingButtonProps = CeilingButtonsProps & { type: CollateralType; ceiling: Ceiling }

function CeilingButton({ collateral, person, type, ceiling }: CeilingButtonProps) {
  const context = usePlanContext(collateral, person)
  const form = useActionForm({
    person,
    kind: kinds.refreshCeiling,
    context,
    gates: [],
    plan: (who) => {
      const known = planTypeOf(type)
      return known && refreshCeiling(who, known, ceiling)
    },
  })
  return (
    <div className="grid gap-1.5 text-sm">
      <p>{t`The ceiling of ${type.name} can be raised from ${tusdtText(ceiling.now)} to ${tusdtText(ceiling.after)} TUSDT.`}</p>
      <ActionButton label={t`Raise the ceiling of ${type.name}`} variant="secondary" {...form} />
    </div>
  )
}
