import type { Address } from 'viem'

import type { ChainAt } from '../chain/chain-reader'
import { readKnown } from '../chain/read-at'
import { known, typedAmount, typedOne, unknown } from '../system/plan-option'
import type { Found, PlanMaker, SystemScript } from '../system/script'
import type { Plan } from '../tx/plan/plan'
import { activityOf, toldOf } from './activity-of'
import { alarmsOf } from './alarms'
import { collateralContracts, collateralNeeds } from './contracts'
import { collateralErrors } from './errors'
import { accountEventsAbi } from './event-sources'
import { planTypeOf, type PlanContext } from './plan-parts'
import { reportLists, reportOf } from './report'
import { collateralOf, collateralSource, type Collateral, type Lists } from './snapshot'
import { ownVaults } from './todos'
import { deposit, draw, repay, withdraw, type PlanVault } from './vault-plans'

/** TUSDT at one block. */
async function collateralAt(at: ChainAt, lists: Lists, account?: Address): Promise<Found<Collateral>> {
  const source = collateralSource(collateralContracts(at.network), lists, account)
  const { data, known: asked } = await readKnown(at, source)
  const shown = collateralOf(data, asked, account)
  if (!shown) return unknown('Not all of TUSDT could be read at this block.')
  if (!shown.book.isKnown) return shown.book
  const { number: blockNumber, timestamp } = at.block
  return known({ blockNumber, timestamp, isStale: false, ...shown })
}

/** A plan for one of the account's vaults, named as its page is: "1/12" is vault 12 of the first type. */
function inVault(
  what: string,
  option: string,
  plan: (context: PlanContext, vault: PlanVault, amount: bigint) => Plan,
): PlanMaker {
  return {
    what,
    options: {
      vault: { what: 'Type and number of the vault, like 1/12', kind: 'number' },
      amount: { what: option, kind: 'amount' },
    },
    async make(at, account, typed) {
      const amount = typedAmount(typed, 'amount', 18)
      if (!amount.isKnown) return amount
      const read = await collateralAt(at, reportLists, account)
      if (!read.isKnown) return read
      const { types, tusdt } = read.value
      if (!tusdt.isKnown) return tusdt
      const own = typedOne(typed, 'vault', ownVaults(types, account), (one) => {
        return `${one.type.place}/${one.vault.id}`
      })
      if (!own.isKnown) return own
      const type = planTypeOf(own.value.type)
      if (!type) return unknown(`The token of ${own.value.type.name} is not known.`)
      const { network } = at
      const context = { network, account, addresses: collateralContracts(network), tusdt: tusdt.value }
      return known(plan(context, { type, view: own.value.vault }, amount.value))
    },
  }
}

export const collateralScript: SystemScript = {
  id: collateralNeeds.group,
  name: 'Collateral',
  needs: collateralNeeds,
  async report(at, account) {
    const read = await collateralAt(at, reportLists, account)
    if (!read.isKnown) return read
    const { value } = read
    return known({ ...reportOf(value, account), alarms: alarmsOf(value) })
  },
  events: {
    abi: accountEventsAbi,
    async sources(at) {
      const read = await collateralAt(at, { vaults: false, auctions: false })
      return read.isKnown ? known(activityOf(collateralContracts(at.network), toldOf(read.value))) : read
    },
  },
  plans: {
    deposit: inVault('Add collateral to a vault', 'Collateral to add', deposit),
    repay: inVault('Pay debt of a vault', 'TUSDT to pay', repay),
    draw: inVault('Draw TUSDT from a vault', 'TUSDT to draw', draw),
    withdraw: inVault('Withdraw collateral from a vault', 'Collateral to withdraw', withdraw),
  },
  errors: collateralErrors,
}
