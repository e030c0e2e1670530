import type { Address } from 'viem'

import type { ChainAt } from '../chain/chain-reader'
import { readLive, readTree } from '../chain/read-at'
import type { Readings } from '../chain/read'
import { joinReadings, knownValue } from '../math/reading'
import { USDT_DECIMALS } from '../math/tether'
import { known, typedAmount, typedOne, unknown } from '../system/plan-option'
import type { Found, PlanMaker, SystemScript } from '../system/script'
import type { Plan } from '../tx/plan/plan'
import { activityOf } from './activity-of'
import { priceReads } from './claims-reads'
import { fundMakeWhole, fundUpfront, returnSeriesBtc, settle, subscribe, sweepLedger } from './bond-plans'
import { backstopNeeds } from './contracts'
import { backstopErrors } from './errors'
import { seriesEventsAbi } from './events'
import { backstopLive, isMany, plainExtra, type BackstopPart } from './live'
import { manyLive } from './live-many'
import { claim, stake, unstake, withdraw, type PlanContext } from './plans'
import { priceWindow, reportOf } from './report'
import { surplusOf } from './sizing'
import { listReads, protocolReads, termsReads, type Backstop, type Series } from './snapshot'
import { claimNow, idsStaked, isNothing } from './view'
import { usdPrices, walletReads } from './worth'

type Wallets = ReturnType<typeof walletReads>

/** All series at one block, and what lies in the account. */
async function backstopAt(at: ChainAt, account: Address): Promise<Found<BackstopPart<Wallets, undefined>>> {
  const { network } = at
  const extra = plainExtra((list) => walletReads(network, list, account))
  const few = await readLive(at, backstopLive(network, account, extra))
  const many = isMany(few.known.list)
  const { shown } = many ? await readLive(at, manyLive(network, account, idsStaked, extra), few.known) : few
  if (shown.status === 'ready') return known(shown.view)
  return unknown(shown.status === 'error' ? shown.reason : 'Not all series could be read at this block.')
}

/** Averages that everything is counted at; a price that can't be read is not known. rules.md B17 */
async function pricesAt(at: ChainAt, backstop: Backstop) {
  const { end, window } = priceWindow(backstop)
  const { mstr, btc } = await readTree(at, protocolReads(at.network))
  const oracles = knownValue(joinReadings(mstr, btc, (first, second) => ({ mstr: first, btc: second })))
  const data = oracles && (await readTree(at, priceReads(oracles, end, window)))
  const averages = data && joinReadings(data.mstr, data.btc, (mstrUsdt, btcUsdt) => ({ mstrUsdt, btcUsdt }))
  return usdPrices(knownValue(averages), end, window / 3_600n)
}

/** A plan in one series. */
function inSeries(
  what: string,
  options: PlanMaker['options'],
  make: (context: PlanContext, series: Series, typed: Parameters<PlanMaker['make']>[2]) => Found<Plan>,
): PlanMaker {
  return {
    what,
    options: { series: { what: 'Number of the series', kind: 'number' }, ...options },
    async make(at, account, typed) {
      const read = await backstopAt(at, account)
      if (!read.isKnown) return read
      const { series: all, usdt } = read.value.backstop
      const one = typedOne(typed, 'series', all, ({ id }) => `${id}`)
      if (!one.isKnown) return one
      if (!usdt.fee.isKnown) return usdt.fee
      const { network } = at
      return make({ network, account, series: one.value, fee: usdt.fee.value }, one.value, typed)
    },
  }
}

/** A plan in one series, about an amount of USDT. */
const ofAmount = (
  what: string,
  option: string,
  plan: (context: PlanContext, amount: bigint, series: Series) => Plan,
) =>
  inSeries(what, { amount: { what: option, kind: 'amount' } }, (context, series, typed) => {
    const amount = typedAmount(typed, 'amount', USDT_DECIMALS)
    return amount.isKnown ? known(plan(context, amount.value, series)) : amount
  })

/** Everything claimable but warrants, which need the list of all stakers before they are allocated. */
const claimOne = inSeries('Claim what a series owes', {}, (context, series) => {
  if (!series.position?.isKnown)
    return unknown(series.position ? series.position.reason : 'The position is not known.')
  const due = claimNow(series.terms, series.position.value)
  return isNothing(due)
    ? unknown(`${series.name} owes this account nothing now.`)
    : known(claim(context, due))
})

/** What anybody may do for a series, about no amount of one's own. */
const upkeep = (what: string, plan: (context: PlanContext) => Plan) =>
  inSeries(what, {}, (context) => known(plan(context)))

export const backstopScript: SystemScript = {
  id: backstopNeeds.group,
  name: 'Backstop',
  needs: backstopNeeds,
  async report(at, account) {
    const read = await backstopAt(at, account)
    if (!read.isKnown) return read
    const { backstop, extra } = read.value
    const wallet: Readings<Wallets>[number] | undefined = extra?.[0]
    return known({ ...reportOf(backstop, wallet, await pricesAt(at, backstop)), alarms: [] })
  },
  events: {
    abi: seriesEventsAbi,
    async sources(at) {
      const { list } = await readTree(at, listReads(at.network))
      if (!list.isKnown) return list
      const terms = await readTree(at, termsReads(list.value))
      const nameOf = (id: number) => knownValue(terms[id])?.name ?? `series ${id}`
      return known(activityOf(list.value, nameOf, at.network))
    },
  },
  plans: {
    stake: ofAmount('Stake USDT in a series', 'USDT to stake', (context, amount, { terms, state }) => {
      const shares = knownValue(state)?.totalShares ?? 0n
      return stake(context, amount, surplusOf(terms, shares, amount))
    }),
    unstake: ofAmount('Take USDT back before staking closes', 'USDT to take back', (context, amount) =>
      unstake(context, amount),
    ),
    withdraw: ofAmount('Withdraw released USDT', 'USDT to withdraw', (context, amount) =>
      withdraw(context, amount),
    ),
    claim: claimOne,
    subscribe: ofAmount('Buy a Note and a Warrant during the sale', 'USDT to pay', subscribe),
    settle: upkeep('Settle a series at or after maturity', settle),
    fundUpfront: upkeep('Fund what is owed of the upfront share', fundUpfront),
    fundMakeWhole: upkeep('Fund what is owed of the make-whole', fundMakeWhole),
    returnSeriesBtc: upkeep('Send the treasury the BTC left in a series', returnSeriesBtc),
    sweepLedger: upkeep('Send the treasury what the ledger has above all Notes', sweepLedger),
  },
  errors: backstopErrors,
}
