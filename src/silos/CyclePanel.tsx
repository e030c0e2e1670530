import { useChainSeconds } from '../chain/use-block'
import { useActionForm } from '../form/use-action-form'
import { sinceGate } from '../form/payout-gates'
import { amountText } from '../math/amount'
import { displayDateTime, displayDuration } from '../math/time'
import { ActionButton } from '../ui/ActionButton'
import { Disclosure } from '../ui/Disclosure'
import { Panel } from '../ui/Panel'
import { Stat, StatGrid } from '../ui/Stat'
import { closingOf } from './closing'
import { Conversions } from './Conversions'
import { outcomeGate, priceGate } from './gates'
import { kinds } from './kinds'
import { closeCycle } from './plans'
import { SilosAfter } from './SilosAfter'
import type { PageProps } from './SilosFrame'
import { usdcUnit, usdtzUnit, xtzUnit } from './snapshot'
import { usePlanContext } from './use-plan-context'
import { t } from '../words/t'

/** Where the cycle stands, and what its end does to all four silos. Anyone may close it. rules.md S8, S9 */
export function CyclePanel({ silos, state, person }: PageProps) {
  const now = useChainSeconds()
  const context = usePlanContext(silos, person)
  const { endsAt, repeatableUntil, kind, result } = closingOf(state)
  const { cycle } = state
  const isRepetition = kind === 'repeatable'
  const form = useActionForm({
    person,
    kind: kinds.closeCycle,
    context,
    gates: [
      isRepetition
        ? {
            label: t`It can be repeated`,
            isMet: true,
            detail: t`Until ${displayDateTime(repeatableUntil)}, by anyone.`,
          }
        : sinceGate(t`The cycle has ended`, endsAt, now),
      priceGate(state),
      outcomeGate(
        t`The reserve closes it`,
        kind === 'later' ? undefined : result,
        t`All steps can be done.`,
        t`Not before the cycle has ended.`,
      ),
    ],
    plan: (who) => (kind === 'later' || !result.isTaken ? undefined : closeCycle(who, isRepetition, endsAt)),
  })
  const next = cycle.number + 1n
  return (
    <Panel
      title={t`Cycle ${next}`}
      part="cycle"
      lead={t`A closing moves what overflows, and puts what is above 400% into the chamber.`}
    >
      <div className="grid gap-3">
        <StatGrid columns={2}>
          <Stat
            label={t`Ends`}
            {...(now !== undefined && endsAt > now && { hint: t`In ${displayDuration(endsAt - now)}` })}
          >
            {displayDateTime(endsAt)}
          </Stat>
          <Stat
            label={t`Harvest of the last closing`}
            hint={
              cycle.number === 0n ? t`No cycle is closed yet.` : t`Closed ${displayDateTime(cycle.closedAt)}.`
            }
          >
            {t`${amountText(cycle.harvestUsd, usdcUnit)} and ${amountText(cycle.harvestXtz, xtzUnit)}`}
          </Stat>
          <Stat
            label={t`Greatest supply of a full reserve`}
            hint={t`Does not count what redemptions have freed since.`}
          >
            {cycle.maxSupply === 0n ? t`None yet` : amountText(cycle.maxSupply, usdtzUnit)}
          </Stat>
          <Stat label={t`The closing can be repeated`}>
            {kind === 'repeatable' ? t`until ${displayDateTime(repeatableUntil)}` : t`Not now`}
          </Stat>
        </StatGrid>
        <Disclosure
          key={kind}
          summary={kind === 'later' ? t`What it would do at its end, at today’s prices` : t`What it does now`}
          isOpen={kind !== 'later'}
        >
          <SilosAfter now={state} after={result.isTaken ? result.state : undefined} />
          {result.isTaken && <Conversions conversions={result.effects.conversions} />}
        </Disclosure>
        <ActionButton label={isRepetition ? t`Repeat the closing` : t`Close the cycle`} {...form} />
      </div>
    </Panel>
  )
}
