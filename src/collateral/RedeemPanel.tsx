import { useState } from 'react'

import { amountGate, balanceGate } from '../form/gates'
import { useActionForm } from '../form/use-action-form'
import { useAmount } from '../form/use-amount'
import { amountText } from '../math/amount'
import { isUnderbacked } from '../math/collateral-backing'
import { knownValue } from '../math/reading'
import { afterSlippageDown } from '../math/slippage'
import { min } from '../math/uint256'
import { AmountField } from '../ui/AmountField'
import { Choices } from '../ui/Choices'
import { NowAfter } from '../ui/NowAfter'
import { Panel } from '../ui/Panel'
import { legGate, mostRedeemable, outcomeOf, priceGate, worthGate, type Leg } from './backing-gates'
import { redeemTao, redeemUsd } from './backing-plans'
import { BackingEnd, Gets } from './BackingEnd'
import { priceText } from './format'
import { kinds } from './kinds'
import { SLIPPAGE_BPS, type BackingProps } from './backing-props'
import { taoUnit, tusdtUnit, usdcUnit } from './snapshot'
import { useBackingContext } from './use-backing-context'
import { usePayout } from './use-payout'
import { t } from '../words/t'

const legs = [
  { id: 'usdc', label: 'USDC' },
  { id: 'tao', label: 'TAO' },
] as const satisfies readonly { id: Leg; label: string }[]

/** TUSDT for a dollar each, in USDC or in TAO; or its part of a backing that is too small. rules.md C1, C8, C12 */
export function RedeemPanel(props: BackingProps) {
  const [leg, setLeg] = useState<Leg>('usdc')
  return (
    <Panel
      title={t`Redeem`}
      lead={t`A dollar for each TUSDT, whoever minted it, as far as the backing holds what you ask for. The TUSDT is burnt.`}
    >
      <div className="grid gap-3">
        <Choices
          label={t`Redeem for`}
          choices={legs}
          chosen={leg}
          onChoose={(id) => setLeg(id === 'tao' ? 'tao' : 'usdc')}
        />
        <RedeemForm key={leg} {...props} leg={leg} />
      </div>
    </Panel>
  )
}

function RedeemForm({ collateral, state, person, leg }: BackingProps & { leg: Leg }) {
  const context = useBackingContext(collateral, person)
  const { holder } = collateral
  const held = knownValue(holder?.tusdt)
  const { entry, setAmount, markStarted } = useAmount(held)
  const payout = usePayout(collateral, person)
  const { amount } = entry
  const unit = leg === 'tao' ? taoUnit : usdcUnit
  const outcome = amount !== undefined && amount > 0n ? outcomeOf(state, leg, amount) : undefined
  const done = outcome?.isTaken === true ? outcome : undefined
  const isShort = isUnderbacked(state)
  // A dollar each moves with no price: not a unit less is accepted.
  const moves = leg === 'tao' || isShort
  const least = done && (moves ? afterSlippageDown(done.got, SLIPPAGE_BPS) : done.got)
  const room = legGate(state, leg, amount)
  const limit = mostRedeemable(state, leg)
  const most = held === undefined ? undefined : min(held, limit)
  const form = useActionForm({
    person,
    kind: leg === 'tao' ? kinds.redeemTao : kinds.redeemUsd,
    context,
    gates: [
      ...(leg === 'tao' ? [priceGate(state)] : []),
      amountGate(entry, undefined, tusdtUnit),
      room,
      worthGate(outcome, unit.symbol),
      balanceGate(tusdtUnit, holder?.tusdt, amount),
      payout.gate,
    ],
    plan: (who) => {
      if (!done || least === undefined || amount === undefined) return undefined
      const exchange = { amount, got: done.got, least }
      return leg === 'tao'
        ? redeemTao(who, state, exchange, payout.to)
        : redeemUsd(who, state, exchange, payout.to)
    },
    onStart: markStarted,
  })
  return (
    <>
      <AmountField
        label={t`Amount of TUSDT`}
        decimals={18}
        symbol="TUSDT"
        value={amount}
        max={most === 0n ? undefined : most}
        balanceText={held === undefined ? undefined : t`Balance ${amountText(held, tusdtUnit)}`}
        problem={amount !== undefined && amount > 0n && !room.isMet ? room.detail : entry.problem}
        hint={hintOf(state, leg)}
        onChange={setAmount}
      />
      <Gets got={done?.got} unit={unit} least={least} isExact={!moves} />
      {holder && (
        <NowAfter
          label={t`Your TUSDT`}
          now={held}
          after={
            held === undefined || !done || amount === undefined || amount > held ? undefined : held - amount
          }
          format={(value) => amountText(value, tusdtUnit)}
        />
      )}
      <BackingEnd
        {...{ collateral, state, payout }}
        after={done?.after}
        action={{ label: t`Redeem for ${unit.symbol}`, ...form }}
      />
    </>
  )
}

function hintOf({ prices }: BackingProps['state'], leg: Leg): string | undefined {
  if (leg === 'usdc') return t`This needs no price of TAO: no freeze stops it, and no pause of minting.`
  return prices.high === 0n
    ? undefined
    : t`A TAO is paid out at ${priceText(prices.high, { round: 'up' })} USD, the highest of its three prices.`
}
