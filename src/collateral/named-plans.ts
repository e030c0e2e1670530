import { penaltyUp } from '../math/collateral'
import { knownValue } from '../math/reading'
import { known, typedAmount, typedAmountOrNone, typedOne, unknown } from '../system/plan-option'
import type { Found, PlanMaker, SystemScript } from '../system/script'
import type { Plan } from '../tx/plan/plan'
import { assess, liquidate, reset, take } from './auction-plans'
import { auctionIn, keeperMostOf, termsOf } from './auction-stand'
import { priceText, tusdtText } from './format'
import { inCollateral, noLists, plannedType, typedPlace, typedType, typeOption } from './named-parts'
import type { PlanContext, PlanType } from './plan-parts'
import { reportLists } from './report'
import type { AuctionStatus, CollateralType } from './snapshot'
import { ownVaults } from './todos'
import { mostDebtOf } from './vault-case'
import * as plans from './vault-plans'
import { caseOf, standOf, type VaultStand } from './vault-view'

const vaultOption = { vault: { what: 'Type and number of the vault, like 1/12', kind: 'number' } } as const
const auctionOption = {
  auction: { what: 'Type and number of the auction, like 1/3', kind: 'number' },
} as const

/** About an amount, in one of the account's own vaults. */
function inOwnVault(
  what: string,
  option: string,
  plan: (context: PlanContext, vault: plans.PlanVault, amount: bigint) => Plan,
): PlanMaker {
  return inCollateral(
    what,
    { ...vaultOption, amount: { what: option, kind: 'amount' } },
    () => known(reportLists),
    (context, { types }, typed) => {
      const amount = typedAmount(typed, 'amount', 18)
      if (!amount.isKnown) return amount
      const own = typedOne(typed, 'vault', ownVaults(types, context.account), ({ type, vault }) => {
        return `${type.place}/${vault.id}`
      })
      if (!own.isKnown) return own
      const type = plannedType(own.value.type)
      return type.isKnown
        ? known(plan(context, { type: type.value, view: own.value.vault }, amount.value))
        : type
    },
  )
}

/** A vault, whosoever it is, with the most that its debt can be when the chain takes what is signed now. */
type OneVault = { readonly type: PlanType; readonly stand: VaultStand; readonly mostDebt: bigint | undefined }

function atVault(what: string, make: (context: PlanContext, vault: OneVault) => Found<Plan>): PlanMaker {
  return inCollateral(
    what,
    vaultOption,
    (typed) => {
      const vault = typedPlace(typed, 'vault')
      return vault.isKnown ? known({ ...noLists, vault: vault.value }) : vault
    },
    (context, collateral, typed) => {
      const found = typeOfPlace(typed, 'vault', collateral.types, ({ vaults }) => vaults)
      if (!found.isKnown) return found
      const type = plannedType(found.value)
      if (!type.isKnown) return type
      const stand = standOf(collateral, found.value)
      if ('why' in stand) return unknown(stand.why)
      const one = caseOf(collateral, stand)
      return make(context, { type: type.value, stand, mostDebt: one && mostDebtOf(one) })
    },
  )
}

function atAuction(
  what: string,
  options: PlanMaker['options'],
  make: (
    context: PlanContext,
    auction: { readonly type: CollateralType; readonly planned: PlanType; readonly status: AuctionStatus },
    typed: Parameters<PlanMaker['make']>[2],
    now: bigint,
  ) => Found<Plan>,
): PlanMaker {
  return inCollateral(
    what,
    { ...auctionOption, ...options },
    (typed) => {
      const auction = typedPlace(typed, 'auction')
      return auction.isKnown ? known({ ...noLists, auction: auction.value }) : auction
    },
    (context, { types, auction, timestamp }, typed) => {
      const found = typeOfPlace(typed, 'auction', types, ({ auctions }) => auctions)
      if (!found.isKnown) return found
      const planned = plannedType(found.value)
      if (!planned.isKnown) return planned
      if (!auction?.isKnown) return auction ?? unknown('The auction could not be read.')
      const one = { type: found.value, planned: planned.value, status: auction.value }
      return make(context, one, typed, timestamp)
    },
  )
}

/** The type of what was typed, where it has so many of them. */
function typeOfPlace(
  typed: Parameters<PlanMaker['make']>[2],
  name: 'vault' | 'auction',
  types: readonly CollateralType[],
  countOf: (counts: { readonly vaults: bigint; readonly auctions: bigint }) => bigint,
): Found<CollateralType> {
  const at = typedPlace(typed, name)
  if (!at.isKnown) return at
  const type = types.find(({ place }) => place === at.value.place)
  if (!type) return unknown(`--${name}: There is no such type. There are 1 to ${types.length}.`)
  if (!type.state.isKnown) return type.state
  const count = countOf(type.state.value)
  return at.value.id <= count
    ? known(type)
    : unknown(`--${name}: ${type.name} has ${count === 0n ? 'none' : `1 to ${count}`}.`)
}

const open = inCollateral(
  'Open a vault, and draw TUSDT from it',
  {
    ...typeOption,
    amount: { what: 'Collateral to lock', kind: 'amount' },
    draw: { what: 'TUSDT to draw at once; 0 for none', kind: 'amount' },
  },
  () => known(noLists),
  (context, collateral, typed) => {
    const found = typedType(typed, collateral)
    if (!found.isKnown) return found
    const type = plannedType(found.value)
    if (!type.isKnown) return type
    const amount = typedAmount(typed, 'amount', 18)
    if (!amount.isKnown) return amount
    const drawn = typedAmountOrNone(typed, 'draw', 18)
    return drawn.isKnown ? known(plans.open(context, type.value, amount.value, drawn.value)) : drawn
  },
)

const close = atVault(
  'Pay all debt of a vault and take out all it holds',
  (context, { type, stand: { view }, mostDebt }) => {
    if (mostDebt === undefined) return unknown('The due dates of this vault could not be read.')
    if (view.debt === 0n && view.stored.collateral === 0n)
      return unknown('It holds nothing and owes nothing: it is closed.')
    return known(plans.close(context, { type, view }, mostDebt))
  },
)

const repayAll = atVault('Pay all debt of a vault', (context, { type, stand: { view }, mostDebt }) => {
  if (mostDebt === undefined) return unknown('The due dates of this vault could not be read.')
  return view.debt === 0n
    ? unknown('It owes nothing.')
    : known(plans.repayAll(context, { type, view }, view.debt, mostDebt))
})

const takeOne = atAuction(
  'Take collateral of an auction',
  {
    amount: {
      what: 'Collateral to take; all that is left, or more, for as much as is needed',
      kind: 'amount',
    },
    price: { what: 'TUSDT for a whole one of it, at most', kind: 'amount' },
  },
  (context, { type, planned, status }, typed, now) => {
    const amount = typedAmount(typed, 'amount', 18)
    if (!amount.isKnown) return amount
    const most = typedAmount(typed, 'price', 18)
    if (!most.isKnown) return most
    const { price, stored } = status
    const dust = knownValue(type.parameters)?.dust
    if (dust === undefined) return unknown(`The parameters of ${type.name} are not known.`)
    if (price === 0n)
      return unknown('It has no price now: it has ended, must be restarted, or waits for a price.')
    if (price > most.value) return unknown(`--price: It is ${priceText(price, { round: 'up' })} now.`)
    const ask = amount.value >= stored.lot ? undefined : amount.value
    const terms = termsOf(status, auctionIn(status), { ask, maxPrice: most.value, price, dust, now })
    return terms
      ? known(take(context, planned, terms))
      : unknown(`--amount: It would leave less than ${tusdtText(dust)} TUSDT of lot or need: take all of it.`)
  },
)

/** What vaults and auctions can be asked for by name. */
export const vaultPlans: SystemScript['plans'] = {
  open,
  deposit: inOwnVault('Add collateral to a vault', 'Collateral to add', plans.deposit),
  draw: inOwnVault('Draw TUSDT from a vault', 'TUSDT to draw', plans.draw),
  repay: inOwnVault('Pay debt of a vault', 'TUSDT to pay', plans.repay),
  repayAll,
  withdraw: inOwnVault('Withdraw collateral from a vault', 'Collateral to withdraw', plans.withdraw),
  close,
  liquidate: atVault('Liquidate a vault below its liquidation ratio', (context, { type, stand }) => {
    const { view, parameters } = stand
    const penalty = penaltyUp(view.debt, parameters.penaltyBps)
    const most = keeperMostOf({ penalty, keeperBps: parameters.keeperBps })
    return known(liquidate(context, type, view.id, most))
  }),
  assess: atVault('Book the late fees of a vault', (context, { type, stand }) =>
    known(assess(context, type, stand.view.id)),
  ),
  take: takeOne,
  reset: atAuction('Restart an auction', {}, (context, { planned, status }) =>
    known(reset(context, planned, status.id)),
  ),
}
