import { useState } from 'react'

import type { Person } from '../chain/use-person'
import { amountGate, balanceGate } from '../form/gates'
import { useActionForm } from '../form/use-action-form'
import { useAmount, type Entry } from '../form/use-amount'
import { amountText } from '../math/amount'
import { afterDraw } from '../math/collateral-vault'
import { knownValue } from '../math/reading'
import { min } from '../math/uint256'
import type { Gate } from '../ui/gate'
import { ActionButton } from '../ui/ActionButton'
import { AmountField } from '../ui/AmountField'
import { drawLead } from './DrawForm'
import { tusdtText } from './format'
import { kinds } from './kinds'
import { planTypeOf } from './plan-parts'
import { tusdtUnit, type Collateral, type CollateralType } from './snapshot'
import { drawRoomOf } from './type-view'
import { usePlanContext } from './use-plan-context'
import { countedOf, RATIO_DECIMALS, ratioOf } from './use-steered'
import { amountFor, maxDraw, withVault, type VaultCase } from './vault-case'
import { ceilingGate, drawCoverGate, dustGate, notPausedGate, priceGate } from './vault-gates'
import { open } from './vault-plans'
import { VaultAfter } from './VaultAfter'
import { t } from '../words/t'

type OpenFormProps = {
  collateral: Collateral
  person: Person
  type: CollateralType
  /** A vault of this type that holds and owes nothing. */
  base: VaultCase
}

const none: Entry = { amount: undefined, problem: undefined }

const holding = (base: VaultCase, amount: bigint) =>
  withVault(base, { ...base.now.vault, collateral: amount })
const owing = (one: VaultCase, drawn: bigint) =>
  drawn === 0n ? one : withVault(one, afterDraw(one.now.vault, one.now.rate.rate, drawn))

/** Collateral, TUSDT, ratio: two of the three, and the third follows. rules.md C3, C4 */
export function OpenForm({ collateral, person, type, base }: OpenFormProps) {
  const context = usePlanContext(collateral, person)
  const unit = { symbol: type.name, decimals: 18 }
  const balance = knownValue(type.balance)
  const locked = useAmount(balance)
  const drawn = useAmount(balance)
  const [ratio, setRatio] = useState(none)
  const [isDrawnFirst, setIsDrawnFirst] = useState(false)
  const amount = countedOf(locked.entry) ?? 0n
  const tusdt = countedOf(drawn.entry) ?? 0n
  const before = holding(base, amount)

  /** What follows from the ratio, once one is typed. */
  const follow = (typed: bigint | undefined, from: { amount: bigint } | { tusdt: bigint }) => {
    if (typed === undefined || typed === 0n) return
    if ('amount' in from && from.amount > 0n)
      drawn.setAmount(amountFor.draw(holding(base, from.amount), ratioOf(typed)), undefined)
    if ('tusdt' in from && from.tusdt > 0n)
      locked.setAmount(amountFor.deposit(owing(base, from.tusdt), ratioOf(typed)), undefined)
  }

  const { room } = drawRoomOf(type)
  const most = 'value' in room && amount > 0n ? min(maxDraw(before), room.value) : undefined
  const drawLimits: readonly Gate[] =
    tusdt === 0n
      ? []
      : [ceilingGate(type, tusdt), dustGate(before, tusdt), drawCoverGate(before, tusdt, type.name)]
  const enough = balanceGate(unit, type.balance, locked.entry.amount)
  const planType = planTypeOf(type)
  const form = useActionForm({
    person,
    kind: kinds.open,
    context,
    gates: [
      notPausedGate(type),
      amountGate(locked.entry, undefined, unit),
      enough,
      ...(drawn.entry.problem === undefined ? [] : [amountGate(drawn.entry, undefined, tusdtUnit)]),
      ...(tusdt === 0n ? [] : [priceGate(type.name, base.prices), ...drawLimits]),
    ],
    plan: (who) => (planType ? open(who, planType, amount, tusdt) : undefined),
    onStart: () => {
      locked.markStarted()
      drawn.markStarted()
    },
  })
  const unmet = amount === 0n ? undefined : drawLimits.find(({ isMet }) => !isMet)?.detail
  return (
    <div className="grid gap-3">
      <p className="text-xs text-muted">
        {t`${drawLead(base.ratios)} Give two of the three, and the third follows.`}
      </p>
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-3">
        <AmountField
          label={t`${type.name} to lock`}
          decimals={18}
          symbol={type.name}
          value={locked.entry.amount}
          max={balance}
          balanceText={balance === undefined ? undefined : t`Balance ${amountText(balance, unit)}`}
          problem={
            locked.entry.problem ??
            (person.account !== undefined && amount > 0n && !enough.isMet ? enough.detail : undefined)
          }
          onChange={(value, problem) => {
            setIsDrawnFirst(false)
            locked.setAmount(value, problem)
            follow(ratio.amount, { amount: countedOf({ amount: value, problem }) ?? 0n })
          }}
        />
        <AmountField
          label={t`TUSDT to draw`}
          decimals={18}
          symbol="TUSDT"
          value={drawn.entry.amount}
          max={most}
          balanceText={undefined}
          problem={drawn.entry.problem ?? unmet}
          hint={
            most === undefined
              ? t`You can leave this empty and draw later.`
              : t`Up to ${tusdtText(most)} can be drawn.`
          }
          onChange={(value, problem) => {
            setIsDrawnFirst(true)
            drawn.setAmount(value, problem)
            follow(ratio.amount, { tusdt: countedOf({ amount: value, problem }) ?? 0n })
          }}
        />
        {base.prices.current > 0n && (
          <AmountField
            label={t`Collateral against debt`}
            decimals={RATIO_DECIMALS}
            symbol="%"
            value={ratio.amount}
            problem={ratio.problem}
            hint={t`By the current price. Leave it empty to give both amounts.`}
            onChange={(value, problem) => {
              setRatio({ amount: value, problem })
              follow(value, isDrawnFirst ? { tusdt } : { amount })
            }}
          />
        )}
      </div>
      <VaultAfter now={base} after={amount === 0n ? undefined : owing(before, tusdt)} />
      <ActionButton label={t`Open vault`} {...form} />
    </div>
  )
}
