import { readTree } from '../chain/read-at'
import { joinReadings, knownValue } from '../math/reading'
import { known, unknown } from '../system/plan-option'
import type { Found, SystemScript } from '../system/script'
import * as bonds from './bond-plans'
import { keeperActionsOf, type KeeperAction } from './keeper-action'
import { inSeries, ofAmount, type InSeries } from './named-parts'
import { tokenPlans } from './named-tokens'
import * as plans from './plans'
import { missingRecords, recordReads, type PriceNeed, type PriceRecord } from './price-record'
import { surplusOf } from './sizing'
import { protocolReads } from './snapshot'
import { claimNow, isNothing } from './view'

/** Everything claimable but warrants, which need the list of all stakers before they are allocated. */
const claimOne = inSeries('Claim what a series owes', {}, ({ context, series }) => {
  if (!series.position?.isKnown)
    return unknown(series.position ? series.position.reason : 'The position is not known.')
  const due = claimNow(series.terms, series.position.value)
  return isNothing(due)
    ? unknown(`${series.name} owes this account nothing now.`)
    : known(plans.claim(context, due))
})

/** The average prices that have to be put on record first. rules.md B17 */
async function pricesFor(
  { at, series: { terms } }: InSeries,
  needs: readonly PriceNeed[],
): Promise<Found<readonly PriceRecord[]>> {
  if (needs.length === 0) return known([])
  const { mstr, btc } = await readTree(at, protocolReads(at.network))
  const oracles = joinReadings(mstr, btc, (first, second) => ({ mstr: first, btc: second }))
  if (!oracles.isKnown) return oracles
  const answers = await readTree(at, recordReads(oracles.value, terms, needs))
  const records = missingRecords(oracles.value, terms, needs, answers)
  return 'reason' in records ? unknown(records.reason) : known(records)
}

/** What a series waits for, and anybody may do. */
const upkeep = (kind: KeeperAction['kind'], what: string) =>
  inSeries(what, {}, async (room) => {
    const { series, context } = room
    if (!series.state.isKnown) return series.state
    const action = keeperActionsOf(series, series.state.value).find((one) => one.kind === kind)
    if (!action) return unknown(`${series.name} does not wait for this now.`)
    const prices = await pricesFor(room, action.needs)
    return prices.isKnown ? known(action.plan(context, prices.value)) : prices
  })

/** What a series can be asked for by name. */
export const backstopPlans: SystemScript['plans'] = {
  stake: ofAmount('Stake USDT in a series', 'USDT to stake', (context, amount, { terms, state }) => {
    const shares = knownValue(state)?.totalShares ?? 0n
    return plans.stake(context, amount, surplusOf(terms, shares, amount))
  }),
  unstake: ofAmount('Take USDT back before staking closes', 'USDT to take back', (context, amount) =>
    plans.unstake(context, amount),
  ),
  withdraw: ofAmount('Withdraw released USDT', 'USDT to withdraw', (context, amount) =>
    plans.withdraw(context, amount),
  ),
  claim: claimOne,
  subscribe: ofAmount('Buy a Note and a Warrant during the sale', 'USDT to pay', bonds.subscribe),
  ...tokenPlans,
  finalizeSale: upkeep('finalizeSale', 'End a sale, which releases the surplus'),
  reserveMstr: upkeep('reserveMstr', 'Mint the stakers’ reserve at the price of the sale’s close'),
  settle: upkeep('settle', 'Settle a series at or after maturity'),
  fundUpfront: upkeep('fundUpfront', 'Fix the upfront share, or fund what is owed of it'),
  fixCompensation: upkeep('fixCompensation', 'Fix what stakers get for the stake used'),
  fundMakeWhole: upkeep('fundMakeWhole', 'Fund what is owed of the make-whole'),
  returnSeriesBtc: upkeep('returnSeriesBtc', 'Send the treasury the BTC left in a series'),
  sweepLedger: upkeep('sweepLedger', 'Send the treasury what the ledger has above all Notes'),
}
