import { useChainSeconds } from '../chain/use-block'
import { amountGate } from '../form/gates'
import { sinceGate } from '../form/payout-gates'
import { useActionForm } from '../form/use-action-form'
import { useAmount } from '../form/use-amount'
import { amountText } from '../math/amount'
import { advance } from '../math/silos-advance'
import { conditionsOf } from '../math/silos-state'
import { coverMaxUp, valueDown } from '../math/silos'
import { min } from '../math/uint256'
import { ActionButton } from '../ui/ActionButton'
import { AmountField } from '../ui/AmountField'
import { Conversions } from './Conversions'
import { outcomeGate } from './gates'
import { kinds } from './kinds'
import { openWords, type ProposeProps } from './propose'
import { ProposeForm } from './ProposeForm'
import { SilosAfter } from './SilosAfter'
import { usdcUnit, xtzUnit } from './snapshot'
import { usePlanContext } from './use-plan-context'
import { proposeCover } from './vote-plans'
import { t } from '../words/t'

/** Silo 4 pays for new supply after XTZ has risen. rules.md S7 */
export function CoverForm({ silos, state, person, opensAt }: ProposeProps) {
  const now = useChainSeconds()
  const context = usePlanContext(silos, person)
  const sold = useAmount(silos.proposalCount.isKnown ? silos.proposalCount.value : undefined)
  const least = useAmount(silos.proposalCount.isKnown ? silos.proposalCount.value : undefined)
  const { low } = conditionsOf(state)
  const v2 = low === 0n ? 0n : valueDown(state.books.x2, low)
  const most = low === 0n ? undefined : min(state.books.x4, coverMaxUp(state.books.f1, v2, low))
  const xtzAmount = sold.entry.amount
  const minProceeds = least.entry.amount ?? 0n
  const result =
    xtzAmount === undefined || xtzAmount === 0n
      ? undefined
      : advance(state, { kind: 'cover', xtzAmount, minProceeds })
  const form = useActionForm({
    person,
    kind: kinds.propose,
    context,
    gates: [
      sinceGate(t`Proposals are open`, opensAt, now, openWords),
      { ...amountGate(sold.entry, undefined, xtzUnit), label: t`XTZ to sell` },
      { ...amountGate(least.entry, undefined, usdcUnit), label: t`Least proceeds` },
    ],
    plan: (who) => (xtzAmount === undefined ? undefined : proposeCover(who, xtzAmount, minProceeds)),
    onStart: () => {
      sold.markStarted()
      least.markStarted()
    },
  })
  return (
    <ProposeForm
      title={t`Propose a cover`}
      lead={t`After XTZ has risen: Silo 4, and only Silo 4, sells XTZ for Silo 1, and new USDtz goes to the inventory.`}
    >
      <AmountField
        label={t`XTZ of Silo 4 to sell, at most`}
        decimals={6}
        symbol="XTZ"
        value={xtzAmount}
        max={most}
        problem={sold.entry.problem}
        hint={most === undefined ? undefined : t`Now ${amountText(most, xtzUnit)} could be sold.`}
        onChange={sold.setAmount}
      />
      <AmountField
        label={t`Proceeds, at least`}
        decimals={6}
        symbol="USDC"
        value={least.entry.amount}
        problem={least.entry.problem}
        onChange={least.setAmount}
      />
      {result?.isTaken === true ? (
        <>
          <p className="text-xs text-muted">{t`If it were carried out now:`}</p>
          <SilosAfter now={state} after={result.state} />
          <Conversions conversions={result.effects.conversions} />
        </>
      ) : (
        result && <p className="text-xs text-warn">{outcomeGate('', result, '').detail}</p>
      )}
      <ActionButton label={t`Propose this cover`} {...form} />
    </ProposeForm>
  )
}
