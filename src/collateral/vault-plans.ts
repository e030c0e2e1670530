import type { Address } from 'viem'

import { amountText, exactText } from '../math/amount'
import { actOn, flow, flowUpTo, recipientOf, spendingBy } from '../tx/plan/build'
import type { Fact, Plan } from '../tx/plan/plan'
import { kinds, type Kind } from './kinds'
import {
  bookOf,
  collateralAsset,
  collateralFacts,
  collateralPlan,
  engineFact,
  engineOf,
  ownerFact,
  tusdtAsset,
  tusdtFacts,
  type PlanContext,
  type PlanType,
} from './plan-parts'
import { tusdtUnit, type VaultView } from './snapshot'
import { t } from '../words/t'

/** A vault of a type, as its engine told of it. */
export type PlanVault = { readonly type: PlanType; readonly view: VaultView }

const collateralUnit = ({ name }: PlanType) => ({ symbol: name, decimals: 18 })
const nameOf = ({ type, view }: PlanVault) => t`${type.name} vault ${view.id}`

function factsOf(context: PlanContext, { type, view }: PlanVault): readonly Fact[] {
  return [engineFact(context, type), ownerFact(type, view)]
}

/** Opens a vault with collateral, and draws TUSDT from it where `drawn` is above 0; 18 decimals both. rules.md C3, C4 */
export function open(context: PlanContext, type: PlanType, amount: bigint, drawn: bigint): Plan {
  const { account } = context
  const target = engineOf(type)
  const token = collateralAsset(type)
  const with_ = amountText(amount, collateralUnit(type))
  const act = actOn(target, {
    title:
      drawn === 0n
        ? t`Open a vault with ${with_}`
        : t`Open a vault with ${with_}, and draw ${amountText(drawn, tusdtUnit)}`,
    functionName: 'open',
    args: [amount, drawn, account],
    spends: spendingBy(target, token, amount),
    gives: [flow(token, amount)],
    gets: drawn === 0n ? [] : [flow(tusdtAsset(context), drawn)],
    event: { name: 'Opened', args: { owner: account } },
    rehearsed: { ...target, eventName: 'Deposited', args: { payer: account, amount } },
  })
  const restsOn = [
    engineFact(context, type),
    ...collateralFacts(type),
    ...(drawn === 0n ? [] : tusdtFacts(context)),
  ]
  return collateralPlan(context, kinds.open, act, { restsOn })
}

/** Adds collateral (18 decimals) to a vault, whosoever it is. rules.md C4 */
export function deposit(context: PlanContext, vault: PlanVault, amount: bigint): Plan {
  const { type, view } = vault
  const target = engineOf(type)
  const token = collateralAsset(type)
  const act = actOn(target, {
    title: t`Add ${amountText(amount, collateralUnit(type))} to ${nameOf(vault)}`,
    functionName: 'deposit',
    args: [view.id, amount],
    spends: spendingBy(target, token, amount),
    gives: [flow(token, amount)],
    event: { name: 'Deposited', args: { id: view.id, payer: context.account, amount } },
  })
  const restsOn = [...factsOf(context, vault), ...collateralFacts(type)]
  return collateralPlan(context, kinds.deposit, act, { restsOn })
}

/** Draws TUSDT (18 decimals) from the account's vault. rules.md C4 */
export function draw(context: PlanContext, vault: PlanVault, amount: bigint, to?: Address): Plan {
  return payOut(
    context,
    vault,
    { amount, to },
    {
      kind: kinds.draw,
      title: t`Draw ${amountText(amount, tusdtUnit)} from ${nameOf(vault)}`,
      names: ['draw', 'Drawn'],
      token: tusdtAsset(context),
      restsOn: tusdtFacts(context),
    },
  )
}

/** Pays a part of a vault's debt, whosoever it is: so much TUSDT (18 decimals), to the unit. rules.md C4 */
export function repay(context: PlanContext, vault: PlanVault, amount: bigint): Plan {
  const token = tusdtAsset(context)
  const act = actOn(engineOf(vault.type), {
    title: t`Pay ${amountText(amount, tusdtUnit)} of ${nameOf(vault)}`,
    functionName: 'repay',
    args: [vault.view.id, amount],
    spends: spendingBy(bookOf(context), token, amount),
    gives: [flow(token, amount)],
    event: { name: 'Repaid', args: { id: vault.view.id, payer: context.account } },
  })
  const restsOn = [...factsOf(context, vault), ...tusdtFacts(context)]
  return collateralPlan(context, kinds.repay, act, { restsOn })
}

/**
 * Pays all debt of a vault, whosoever it is. `debt` is that of now; it grows with each second, up to `mostDebt` when the
 * chain takes it (TUSDT, 18 decimals). rules.md C4
 */
export function repayAll(context: PlanContext, vault: PlanVault, debt: bigint, mostDebt: bigint): Plan {
  const token = tusdtAsset(context)
  const act = actOn(engineOf(vault.type), {
    title: t`Pay all debt of ${nameOf(vault)}`,
    functionName: 'repay',
    args: [vault.view.id, mostDebt],
    boundArgs: [1],
    spends: spendingBy(bookOf(context), token, mostDebt),
    gives: [flowUpTo(token, debt, mostDebt)],
    event: { name: 'Repaid', args: { id: vault.view.id, payer: context.account } },
  })
  const restsOn = [...factsOf(context, vault), ...tusdtFacts(context)]
  const bounds = [{ label: t`TUSDT, at most`, value: exactText(mostDebt, tusdtUnit) }]
  return collateralPlan(context, kinds.repay, act, { restsOn, bounds })
}

/** Withdraws collateral (18 decimals) from the account's vault. rules.md C4 */
export function withdraw(context: PlanContext, vault: PlanVault, amount: bigint, to?: Address): Plan {
  const { type } = vault
  return payOut(
    context,
    vault,
    { amount, to },
    {
      kind: kinds.withdraw,
      title: t`Withdraw ${amountText(amount, collateralUnit(type))} from ${nameOf(vault)}`,
      names: ['withdraw', 'Withdrawn'],
      token: collateralAsset(type),
      restsOn: collateralFacts(type),
    },
  )
}

type PaidOut = {
  readonly kind: Kind
  readonly title: string
  /** Of the function, and of its event. */
  readonly names: readonly [string, string]
  readonly token: ReturnType<typeof tusdtAsset>
  readonly restsOn: readonly Fact[]
}

function payOut(
  context: PlanContext,
  vault: PlanVault,
  { amount, to = context.account }: { readonly amount: bigint; readonly to: Address | undefined },
  { kind, title, names: [functionName, event], token, restsOn }: PaidOut,
): Plan {
  const { type, view } = vault
  const act = actOn(engineOf(type), {
    title,
    functionName,
    args: [view.id, amount, to],
    gets: [flow(token, amount)],
    event: { name: event, args: { id: view.id, to, amount } },
    ...recipientOf(context.account, to),
  })
  return collateralPlan(context, kind, act, { restsOn: [...factsOf(context, vault), ...restsOn] })
}

/**
 * Pays all debt of the account's vault, at most `mostDebt` (TUSDT, 18 decimals), and withdraws all that it holds.
 * rules.md C4
 */
export function close(
  context: PlanContext,
  vault: PlanVault,
  mostDebt: bigint,
  to: Address = context.account,
): Plan {
  const { type, view } = vault
  const { account } = context
  const token = tusdtAsset(context)
  const { collateral } = view.stored
  const act = actOn(engineOf(type), {
    title: t`Close ${nameOf(vault)}`,
    functionName: 'close',
    args: [view.id, mostDebt, to],
    boundArgs: [1],
    ...(mostDebt > 0n && { spends: spendingBy(bookOf(context), token, mostDebt) }),
    gives: view.debt === 0n ? [] : [flowUpTo(token, view.debt, mostDebt)],
    // What somebody adds meanwhile is got, too.
    gets: [flow(collateralAsset(type), collateral, collateral)],
    event: { name: 'Withdrawn', args: { id: view.id, to } },
    ...recipientOf(account, to),
  })
  return collateralPlan(context, kinds.close, act, {
    restsOn: [...factsOf(context, vault), ...collateralFacts(type), ...tusdtFacts(context)],
    bounds: [{ label: t`TUSDT, at most`, value: exactText(mostDebt, tusdtUnit) }],
  })
}
