import { amountGate, balanceGate } from '../form/gates'
import { useActionForm } from '../form/use-action-form'
import { useAmount } from '../form/use-amount'
import { amountText } from '../math/amount'
import { mintOf } from '../math/collateral-backing'
import { knownValue } from '../math/reading'
import { afterSlippageDown } from '../math/slippage'
import { AmountField } from '../ui/AmountField'
import { NowAfter } from '../ui/NowAfter'
import { Panel } from '../ui/Panel'
import { mintOpenGate, mintRoomGate, mostMintable, priceGate } from './backing-gates'
import { mint } from './backing-plans'
import { BackingEnd, Gets } from './BackingEnd'
import { priceText } from './format'
import { kinds } from './kinds'
import { SLIPPAGE_BPS, type BackingProps } from './backing-props'
import { taoUnit, tusdtUnit } from './snapshot'
import { useBackingContext } from './use-backing-context'
import { usePayout } from './use-payout'
import { t } from '../words/t'

/** TAO for TUSDT, at once and for good. What is previewed is what the contract does. rules.md C1, C2 */
export function MintPanel({ collateral, state, person }: BackingProps) {
  const context = useBackingContext(collateral, person)
  const { holder } = collateral
  const tao = knownValue(holder?.tao)
  const tusdt = knownValue(holder?.tusdt)
  const { entry, setAmount, markStarted } = useAmount(tusdt)
  const payout = usePayout(collateral, person)
  const { amount } = entry
  const outcome = amount !== undefined && amount > 0n ? mintOf(state, amount) : undefined
  const done = outcome?.isTaken === true ? outcome : undefined
  const least = done && afterSlippageDown(done.got, SLIPPAGE_BPS)
  const most = tao === undefined ? undefined : mostMintable(state, tao)
  const room = mintRoomGate(state, amount)
  const form = useActionForm({
    person,
    kind: kinds.mint,
    context,
    gates: [
      mintOpenGate(state),
      priceGate(state),
      mintRoomGate(state, undefined),
      amountGate(entry, undefined, taoUnit),
      { ...room, label: t`Within the room` },
      balanceGate(taoUnit, holder?.tao, amount),
      payout.gate,
    ],
    plan: (who) =>
      done && least !== undefined && amount !== undefined
        ? mint(who, state, { amount, got: done.got, least }, payout.to)
        : undefined,
    onStart: markStarted,
  })
  const { low } = state.prices
  return (
    <Panel
      title={t`Mint`}
      lead={t`Your TAO becomes backing at once, and you get a TUSDT for each dollar of it. Nothing is owed: no fee, no debt, no liquidation.`}
    >
      <div className="grid gap-3">
        <AmountField
          label={t`Amount of TAO`}
          decimals={18}
          symbol="TAO"
          value={amount}
          max={most === 0n ? undefined : most}
          balanceText={tao === undefined ? undefined : t`Balance ${amountText(tao, taoUnit)}`}
          problem={amount !== undefined && !room.isMet ? room.detail : entry.problem}
          hint={
            low === 0n ? undefined : t`A TAO counts ${priceText(low)} USD, the lowest of its three prices.`
          }
          onChange={setAmount}
        />
        <Gets got={done?.got} unit={tusdtUnit} least={least} />
        {holder && payout.isOwn && (
          <NowAfter
            label={t`Your TUSDT`}
            now={tusdt}
            after={tusdt === undefined || !done ? undefined : tusdt + done.got}
            format={(value) => amountText(value, tusdtUnit)}
          />
        )}
        <BackingEnd
          {...{ collateral, state, payout }}
          after={done?.after}
          action={{ label: t`Mint`, ...form }}
        />
      </div>
    </Panel>
  )
}
