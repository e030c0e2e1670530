import { useActionForm } from '../form/use-action-form'
import { displayBps } from '../math/amount'
import { knownValue } from '../math/reading'
import { displayDateTime } from '../math/time'
import { ActionButton } from '../ui/ActionButton'
import { Panel } from '../ui/Panel'
import { anewOf, auctionIn, wayOf } from './auction-stand'
import { reset } from './auction-plans'
import type { AuctionProps } from './auction-props'
import { priceText } from './format'
import { freshGate } from './auction-gates'
import { kinds } from './kinds'
import { planTypeOf } from './plan-parts'
import { usePlanContext } from './use-plan-context'
import { t } from '../words/t'

/** An auction whose price is too old: what a new beginning does, and for whom. rules.md C7 */
export function ResetPanel({ collateral, person, type, auction }: AuctionProps) {
  const context = usePlanContext(collateral, person)
  const planType = planTypeOf(type)
  const { id, oraclePrice, stored } = auction.value
  const one = auctionIn(auction.value)
  const anew = anewOf(one, type, oraclePrice, collateral.timestamp)
  const dust = knownValue(type.parameters)?.dust
  const way = anew && dust !== undefined ? wayOf(anew, dust, oraclePrice, 0n) : undefined
  const form = useActionForm({
    person,
    kind: kinds.reset,
    context: context && planType && { context, planType },
    gates: [freshGate(type)],
    plan: (who) => reset(who.context, who.planType, id),
  })
  return (
    <Panel
      title={t`Restart it`}
      lead={t`Its price is too old: nothing can be taken until somebody does this.`}
    >
      <div className="grid gap-3">
        <p className="text-sm">
          <span>
            {anew
              ? t`It begins again at ${priceText(anew.top, { round: 'up' })} TUSDT for one ${type.name}, with the same lot and the same need, and falls from there. `
              : t`At which price it would begin again is not known: no current price holds.`}
          </span>
          {way?.profitableAt !== undefined && (
            <span>
              {t`Started now, taking all of it would gain something from ${displayDateTime(way.profitableAt)} on, if the current price stays as it is.`}
            </span>
          )}
        </p>
        <p className="text-xs text-muted">
          {t`Why press this? Nobody is paid for it, and it costs gas. Whoever wants to take needs it; so does vault ${stored.vaultId}, which gets back what is not needed; and so does whoever liquidated it, for ${displayBps(one.keeperBps)} of the penalty.`}
        </p>
        <ActionButton label={t`Restart the auction`} {...form} />
      </div>
    </Panel>
  )
}
