import { useState } from 'react'

import { amountGate, balanceGate } from '../form/gates'
import { useActionForm } from '../form/use-action-form'
import { useAmount } from '../form/use-amount'
import { amountText, displayAmount, exactText } from '../math/amount'
import { gainOf } from '../math/collateral-auction'
import { knownValue } from '../math/reading'
import { displayDateTime } from '../math/time'
import { ActionButton } from '../ui/ActionButton'
import { AmountField } from '../ui/AmountField'
import { Disclosure } from '../ui/Disclosure'
import { NowAfter } from '../ui/NowAfter'
import { Panel } from '../ui/Panel'
import { Stat } from '../ui/Stat'
import { boundGate, freshGate, runsGate, wholeGate } from './auction-gates'
import { take } from './auction-plans'
import { auctionIn, termsOf, wayOf } from './auction-stand'
import type { AuctionProps } from './auction-props'
import { priceText, tusdtText } from './format'
import { kinds } from './kinds'
import { planTypeOf } from './plan-parts'
import { tusdtUnit } from './snapshot'
import { PayoutField, usePayout } from './use-payout'
import { usePlanContext } from './use-plan-context'
import { t } from '../words/t'

/** Takes a part of the lot or all that is needed, at most at a price. rules.md C7 */
export function TakeForm({ collateral, person, type, auction }: AuctionProps) {
  const context = usePlanContext(collateral, person)
  const payout = usePayout(collateral, person)
  const planType = planTypeOf(type)
  const status = auction.value
  const { price, oraclePrice, need, stored } = status
  const one = auctionIn(status)
  const dust = knownValue(type.parameters)?.dust
  const held = collateral.holder?.tusdt
  const balance = knownValue(held)
  const { entry, setAmount, markStarted } = useAmount(stored.lot)
  const [most, setMost] = useState<{ price: bigint | undefined; problem: string | undefined }>()
  const [gas, setGas] = useState<bigint>()
  const { amount } = entry
  const isAll = amount !== undefined && amount >= stored.lot
  const maxPrice = most ? most.price : price
  const isEntered = amount !== undefined && amount > 0n && price > 0n
  const terms =
    isEntered && maxPrice !== undefined && maxPrice >= price && dust !== undefined
      ? termsOf(status, one, {
          ...{ ask: isAll ? undefined : amount, maxPrice, price, dust },
          now: collateral.timestamp,
        })
      : undefined
  const unit = { symbol: type.name, decimals: 18 }
  const form = useActionForm({
    person,
    kind: kinds.take,
    context: context && planType && dust !== undefined ? { context, planType } : undefined,
    gates: [
      runsGate(status),
      freshGate(type),
      amountGate(entry, undefined, unit),
      most?.problem === undefined
        ? boundGate(price, maxPrice)
        : { label: t`Highest price`, isMet: false, detail: most.problem },
      ...(isEntered && maxPrice !== undefined && maxPrice >= price && dust !== undefined
        ? [wholeGate(terms !== undefined, dust)]
        : []),
      balanceGate(tusdtUnit, held, terms?.paid),
      payout.gate,
    ],
    plan: (who) => terms && take(who.context, who.planType, terms, payout.to),
    onStart: markStarted,
  })
  return (
    <Panel
      title={t`Take`}
      lead={t`You pay TUSDT and get collateral at once. Nobody gets more than is left, or pays more than is needed.`}
    >
      <div className="grid gap-x-6 gap-y-3 lg:grid-cols-2">
        <div className="grid content-start gap-3">
          <AmountField
            label={t`${type.name} to take`}
            decimals={18}
            symbol={type.name}
            value={amount}
            max={stored.lot}
            maxLabel={t`All`}
            problem={entry.problem}
            hint={
              isAll
                ? t`As much as is needed, of ${amountText(stored.lot, unit)}.`
                : t`Of ${amountText(stored.lot, unit)}.`
            }
            onChange={setAmount}
          />
          <AmountField
            label={t`Highest price you accept for one ${type.name}`}
            decimals={18}
            symbol="TUSDT"
            value={maxPrice}
            {...(most && { max: price, maxLabel: t`Now` })}
            problem={most?.problem}
            hint={most ? undefined : t`The current price, which falls every second.`}
            onChange={(next, problem) =>
              setMost(next === undefined && problem === undefined ? undefined : { price: next, problem })
            }
          />
          <Disclosure summary={t`Count what gas costs`}>
            <AmountField
              label={t`What the network fee is worth to you`}
              decimals={18}
              symbol="USD"
              value={gas}
              hint={t`The review shows the fee as the rehearsal found it. Here it only changes what is shown as gain.`}
              onChange={setGas}
            />
          </Disclosure>
        </div>
        <div className="grid content-start gap-3">
          <div className="grid grid-cols-2 gap-3">
            <Stat label={t`You get`} {...(terms && { hint: restText(status, terms.taken, unit) })}>
              {terms ? amountText(terms.taken, unit) : '—'}
            </Stat>
            <Stat label={t`You pay at most`} {...(terms && { hint: t`Of ${tusdtText(need)} TUSDT needed.` })}>
              {terms ? `${displayAmount(terms.paid, 18, { round: 'up' })} TUSDT` : '—'}
            </Stat>
          </div>
          <Gain gain={terms && oraclePrice > 0n ? gainOf(terms, oraclePrice, gas ?? 0n) : undefined} />
          <Wait {...{ type, auction: status, gas, dust, now: collateral.timestamp }} />
          {balance !== undefined && (
            <NowAfter
              label={t`Your TUSDT`}
              now={balance}
              after={terms && terms.paid <= balance ? balance - terms.paid : undefined}
              format={tusdtText}
            />
          )}
          <PayoutField payout={payout} />
          <ActionButton label={isAll ? t`Take all` : t`Take`} {...form} />
        </div>
      </div>
    </Panel>
  )
}

function restText(
  { stored }: AuctionProps['auction']['value'],
  taken: bigint,
  unit: { symbol: string; decimals: number },
): string {
  return t`${exactText(taken, unit)} at this price; ${amountText(stored.lot - taken, unit)} is left.`
}

/** What is got, at the current price, beside what it costs. A loss is written like a gain. */
function Gain({ gain }: { gain: bigint | undefined }) {
  const isLoss = gain !== undefined && gain < 0n
  return (
    <Stat
      label={isLoss ? t`Loss at the current price` : t`Gain at the current price`}
      hint={t`What you get, at the current price, less what you pay and the fee you have entered.`}
    >
      {gain === undefined ? '—' : t`${tusdtText(isLoss ? -gain : gain)} USD`}
    </Stat>
  )
}

type WaitProps = {
  type: AuctionProps['type']
  auction: AuctionProps['auction']['value']
  gas: bigint | undefined
  dust: bigint | undefined
  now: bigint
}

/** When waiting pays, and how long it can. */
function Wait({ type, auction, gas, dust, now }: WaitProps) {
  if (auction.oraclePrice === 0n || dust === undefined) return null
  const { profitableAt, resetAt } = wayOf(auctionIn(auction), dust, auction.oraclePrice, gas ?? 0n)
  if (profitableAt !== undefined && profitableAt <= now) return null
  return (
    <p className="text-xs text-muted">
      {profitableAt === undefined
        ? t`At the current price of ${priceText(auction.oraclePrice)} USD for one ${type.name}, taking all gains nothing before the auction must be restarted, ${displayDateTime(resetAt)}.`
        : t`At the current price of ${priceText(auction.oraclePrice)} USD for one ${type.name}, taking all gains something from ${displayDateTime(profitableAt)} on.`}
    </p>
  )
}
