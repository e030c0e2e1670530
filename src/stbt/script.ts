import type { Address } from 'viem'

import type { ChainAt } from '../chain/chain-reader'
import { readTree } from '../chain/read-at'
import { knownValue } from '../math/reading'
import { findLiveness, statedLiveness, witnessesOf } from '../system/liveness'
import { known, typedAmount, unknown } from '../system/plan-option'
import type { PlanMaker, SystemScript } from '../system/script'
import { accountEventsAbi } from './account-events'
import { activityOf } from './activity-of'
import { coinAddresses, coinListReads, coinUnits, coinWordsReads } from './coins'
import { stbtContracts, stbtNeeds } from './contracts'
import { stbtErrors } from './errors'
import { unwrap, wrap } from './plans'
import { parsePolicy } from './policy'
import { reportOf } from './report'
import { mayBeLive, stbtOf, stbtReads, stbtUnit, type Stbt } from './snapshot'
import { unwrapping, wrapping } from './wrap-view'

/** STBT at one block, for an account. */
async function stbtAt(at: ChainAt, account: Address): Promise<Stbt> {
  const { network, nodes, block } = at
  const addresses = stbtContracts(network)
  const data = await readTree(at, stbtReads(addresses, account))
  const policy = parsePolicy(network.policies?.['stbt'])
  const kind = policy.isOk
    ? { rules: policy.policy.rules, problem: undefined }
    : { rules: undefined, problem: policy.problem }
  const suspect = { address: addresses.stbt, name: 'STBT', setting: 'policies.stbt.rules' }
  const liveness = mayBeLive(data)
    ? (statedLiveness(suspect, kind) ?? (await findLiveness(suspect, witnessesOf(nodes))))
    : undefined
  const { number: blockNumber, timestamp } = block
  return { blockNumber, timestamp, isStale: false, ...stbtOf(data, addresses, account, liveness) }
}

function wrapPlan(isBack: boolean): PlanMaker {
  const [from, to] = isBack ? ['wSTBT', 'STBT'] : ['STBT', 'wSTBT']
  return {
    what: `${isBack ? 'Unwrap' : 'Wrap'} ${from} into ${to}`,
    options: { amount: { what: `${from} to ${isBack ? 'unwrap' : 'wrap'}`, kind: 'amount' } },
    async make(at, account, typed) {
      const amount = typedAmount(typed, 'amount', stbtUnit.decimals)
      if (!amount.isKnown) return amount
      const { addresses, state, holder } = await stbtAt(at, account)
      if (!state.isKnown) return state
      const shares = knownValue(holder?.shares)
      if (shares === undefined) return unknown('The account’s shares are not known.')
      const context = { network: at.network, account, addresses }
      if (isBack) return known(unwrap(context, unwrapping(amount.value, shares, state.value)))
      const wrapped = wrapping(amount.value, shares, state.value)
      return wrapped ? known(wrap(context, wrapped)) : unknown('--amount: The account has less STBT.')
    },
  }
}

export const stbtScript: SystemScript = {
  id: stbtNeeds.group,
  name: 'STBT',
  needs: stbtNeeds,
  async report(at, account) {
    return known({ ...reportOf(await stbtAt(at, account), at.block.timestamp), alarms: [] })
  },
  events: {
    abi: accountEventsAbi,
    async sources(at) {
      const addresses = stbtContracts(at.network)
      const told = await readTree(at, coinListReads(addresses.minter))
      if (!told.list.isKnown) return told.list
      const coins = coinAddresses(told)
      const units = coinUnits(coins, await readTree(at, coinWordsReads(coins)))
      const pool = knownValue(told.pool)
      return known(activityOf(addresses, units, pool === undefined ? [] : [pool]))
    },
  },
  plans: { wrap: wrapPlan(false), unwrap: wrapPlan(true) },
  errors: stbtErrors,
}
