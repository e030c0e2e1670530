import { amountGate } from '../form/gates'
import { useActionForm } from '../form/use-action-form'
import { afterDraw } from '../math/collateral-vault'
import { knownValue } from '../math/reading'
import { min } from '../math/uint256'
import { ratioText, tusdtText } from './format'
import { kinds } from './kinds'
import { planTypeOf } from './plan-parts'
import { SteerForm } from './SteerForm'
import { tusdtUnit } from './snapshot'
import { drawRoomOf } from './type-view'
import { PayoutField, usePayout } from './use-payout'
import { usePlanContext } from './use-plan-context'
import { useSteered } from './use-steered'
import { amountFor, maxDraw, withVault } from './vault-case'
import type { FormProps } from './VaultForm'
import { ceilingGate, drawCoverGate, dustGate, notPausedGate, priceGate } from './vault-gates'
import { draw } from './vault-plans'
import { t } from '../words/t'

/** TUSDT against what the vault holds: never so much that it would soon be liquidated. rules.md C4, C6, C9 */
export function DrawForm({ collateral, type, person, one, view, fill }: FormProps) {
  const context = usePlanContext(collateral, person)
  const payout = usePayout(collateral, person)
  const held = knownValue(collateral.holder?.tusdt)
  const { prices, ratios, now } = one
  const steered = useSteered(
    view.stored.art,
    prices.current > 0n ? (ratio) => amountFor.draw(one, ratio) : undefined,
    fill,
  )
  const { amount } = steered
  const { room } = drawRoomOf(type)
  const most = 'value' in room ? min(maxDraw(one), room.value) : undefined
  const planType = planTypeOf(type)
  const limits = [ceilingGate(type, amount), dustGate(one, amount), drawCoverGate(one, amount, type.name)]
  const form = useActionForm({
    person,
    kind: kinds.draw,
    context,
    gates: [
      notPausedGate(type),
      priceGate(type.name, prices),
      amountGate(steered.entry, undefined, tusdtUnit),
      ...limits,
      payout.gate,
    ],
    plan: (who) =>
      amount !== undefined && planType ? draw(who, { type: planType, view }, amount, payout.to) : undefined,
    onStart: steered.markStarted,
  })
  return (
    <SteerForm
      title={t`Draw TUSDT`}
      lead={drawLead(ratios)}
      label={t`TUSDT to draw`}
      symbol="TUSDT"
      button={t`Draw`}
      steered={steered}
      max={most}
      balanceText={held === undefined ? undefined : t`Balance ${tusdtText(held)} TUSDT`}
      limits={limits}
      hint={most === undefined ? undefined : t`Up to ${tusdtText(most)} can be drawn.`}
      now={one}
      after={amount ? withVault(one, afterDraw(now.vault, now.rate.rate, amount)) : undefined}
      form={form}
    >
      <PayoutField payout={payout} />
    </SteerForm>
  )
}

/** Where both ratios are one, a full draw would be liquidated in the next second. rules.md C6 */
export function drawLead({ mintRatio, liquidationRatio }: FormProps['one']['ratios']): string {
  const must = t`A draw must leave ${ratioText(mintRatio)} in collateral at the lowest price`
  return mintRatio === liquidationRatio
    ? t`${must}. It is liquidated below just that, and its fee grows every second: so Max leaves room for 30 days of fee.`
    : t`${must}; it is liquidated below ${ratioText(liquidationRatio)}.`
}
