import { useState } from 'react'

import { amountGate, balanceGate } from '../form/gates'
import { useActionForm } from '../form/use-action-form'
import { useAmount } from '../form/use-amount'
import { amountText, displayBps, displayRatio, exactText } from '../math/amount'
import { auctionPriceDown } from '../math/collateral'
import { mostForAllUp, saleTaken } from '../math/collateral-backing'
import { knownValue } from '../math/reading'
import { afterSlippageDown } from '../math/slippage'
import { mulDivDown } from '../math/uint256'
import { MAX_UINT256, WAD } from '../math/units'
import { ActionButton } from '../ui/ActionButton'
import { AmountField } from '../ui/AmountField'
import { Stat } from '../ui/Stat'
import { endSale, startSale, takeSale } from './backing-plans'
import { BackingEnd } from './BackingEnd'
import { kinds } from './kinds'
import { SLIPPAGE_BPS, type BackingProps } from './backing-props'
import { SALE, type Sale } from './SalePanel'
import { taoUnit, tusdtUnit } from './snapshot'
import { useBackingContext } from './use-backing-context'
import { usePayout } from './use-payout'
import { usePlanContext } from './use-plan-context'
import { t } from '../words/t'

/** What anyone can do about the sale of TAO as it stands. rules.md C7, C12 */
export function SaleForm(props: BackingProps) {
  const sale = knownValue(props.collateral.sale)
  if (!sale) return null
  const { state } = sale
  if (state === SALE.startable) return <StartButton {...props} isReset={false} />
  if (state === SALE.resettable) return <StartButton {...props} isReset />
  if (state === SALE.running) return <TakeForm {...props} sale={sale} />
  return state === SALE.over ? <EndButton {...props} /> : null
}

function StartButton({ collateral, state, person, isReset }: BackingProps & { isReset: boolean }) {
  const context = usePlanContext(collateral, person)
  const form = useActionForm({
    person,
    kind: kinds.startSale,
    context,
    gates: [],
    plan: (who) => startSale(who, state, isReset),
  })
  const above = state.parameters.bufferWad - WAD
  const begins =
    above === 0n ? t`at the current price` : t`${displayRatio(above, WAD)} above the current price`
  return (
    <>
      <p className="text-muted">
        {t`It begins ${begins} and falls every second. Whoever starts it gets nothing for it, and need not buy.`}
      </p>
      <ActionButton label={isReset ? t`Restart it` : t`Start a sale of TAO`} variant="secondary" {...form} />
    </>
  )
}

function EndButton({ collateral, state, person }: BackingProps) {
  const context = usePlanContext(collateral, person)
  const form = useActionForm({
    person,
    kind: kinds.endSale,
    context,
    gates: [],
    plan: (who) => endSale(who, state),
  })
  return <ActionButton label={t`End the sale`} variant="secondary" {...form} />
}

/** How long the person has to sign what takes everything: what it costs grows as the price falls. */
const LATER_SECONDS = 1_200n

function TakeForm({ collateral, state, person, sale }: BackingProps & { sale: Sale }) {
  const context = useBackingContext(collateral, person)
  const { holder } = collateral
  const tusdt = knownValue(holder?.tusdt)
  const { entry, setAmount, markStarted } = useAmount(tusdt)
  const payout = usePayout(collateral, person)
  const [isAll, setIsAll] = useState(false)
  const all = saleTaken(state, sale, MAX_UINT256)
  const wholeLot = all.isTaken ? all.got : 0n
  const mostPaidForAll = mostForAllUp(state, sale, state.parameters.recovery, laterPrice(state, sale, collateral.timestamp)) // prettier-ignore
  // All of it is still all of it when the next block has another price.
  const amount = isAll ? wholeLot : entry.amount
  const outcome =
    amount === undefined || amount === 0n ? undefined : isAll ? all : saleTaken(state, sale, amount)
  const done = outcome?.isTaken === true ? outcome : undefined
  const least = done && afterSlippageDown(done.got, SLIPPAGE_BPS)
  const mostPaid = isAll ? mostPaidForAll : done?.paid
  const form = useActionForm({
    person,
    kind: kinds.takeSale,
    context,
    gates: [
      amountGate({ ...entry, amount }, undefined, taoUnit),
      {
        label: t`What is left`,
        isMet: outcome === undefined || outcome.isTaken,
        detail:
          outcome === undefined || outcome.isTaken
            ? t`What is left after it is worth a sale, or nothing is.`
            : t`This would leave less than 1 TUSDT of need or of TAO: buy all of it, ${exactText(wholeLot, taoUnit)}.`,
      },
      balanceGate(tusdtUnit, holder?.tusdt, mostPaid),
      payout.gate,
    ],
    plan: (who) => {
      if (!done || least === undefined || mostPaid === undefined) return undefined
      const ask = isAll ? MAX_UINT256 : done.got
      const take = { ask, got: done.got, least, paid: done.paid, mostPaid, priceAtMost: sale.price }
      return takeSale(who, state, take, payout.to)
    },
    onStart: markStarted,
  })
  const canPayAll = tusdt === undefined || tusdt >= mostPaidForAll
  const affordable = canPayAll ? wholeLot : mulDivDown(tusdt, WAD, sale.price)
  return (
    <>
      <AmountField
        label={t`Amount of TAO to buy`}
        decimals={18}
        symbol="TAO"
        value={amount}
        max={affordable === 0n ? undefined : affordable}
        maxLabel={canPayAll ? t`All` : t`Max`}
        balanceText={tusdt === undefined ? undefined : t`Balance ${amountText(tusdt, tusdtUnit)}`}
        problem={entry.problem}
        hint={t`${exactText(wholeLot, taoUnit)} is sold at this price.`}
        onChange={(next, problem) => {
          setIsAll(canPayAll && next === wholeLot)
          setAmount(next, problem)
        }}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <Stat
          label={t`You get`}
          {...(least !== undefined && {
            hint: t`At least ${exactText(least, taoUnit)}, unless somebody buys before you: ${displayBps(SLIPPAGE_BPS)} for what moves until then.`,
          })}
        >
          {done ? exactText(done.got, taoUnit) : '—'}
        </Stat>
        <Stat
          label={t`You pay`}
          {...(mostPaid !== undefined && {
            hint: isAll
              ? t`At most ${exactText(mostPaid, tusdtUnit)}: more is wanted as the price falls.`
              : t`At most: the price only falls.`,
          })}
        >
          {done ? exactText(done.paid, tusdtUnit) : '—'}
        </Stat>
      </div>
      <BackingEnd
        {...{ collateral, state, payout }}
        after={done?.after}
        action={{ label: t`Buy TAO`, ...form }}
      />
    </>
  )
}

function laterPrice({ parameters }: BackingProps['state'], { sale }: Sale, timestamp: bigint): bigint {
  const elapsed = timestamp - sale.startedAt + LATER_SECONDS
  return auctionPriceDown(sale.top, parameters.tau, elapsed)
}
