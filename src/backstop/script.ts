import type { ChainAt } from '../chain/chain-reader'
import { readTree } from '../chain/read-at'
import type { Readings } from '../chain/read'
import { joinReadings, knownValue } from '../math/reading'
import { known } from '../system/plan-option'
import type { SystemScript } from '../system/script'
import { activityOf } from './activity-of'
import { backstopAt, type Wallets } from './backstop-at'
import { priceReads } from './claims-reads'
import { backstopNeeds } from './contracts'
import { backstopErrors } from './errors'
import { seriesEventsAbi } from './events'
import { backstopPlans } from './named-plans'
import { priceWindow, reportOf } from './report'
import { listReads, protocolReads, termsReads, type Backstop } from './snapshot'
import { usdPrices } from './worth'

/** Averages that everything is counted at; a price that can't be read is not known. rules.md B17 */
async function pricesAt(at: ChainAt, backstop: Backstop) {
  const { end, window } = priceWindow(backstop)
  const { mstr, btc } = await readTree(at, protocolReads(at.network))
  const oracles = knownValue(joinReadings(mstr, btc, (first, second) => ({ mstr: first, btc: second })))
  const data = oracles && (await readTree(at, priceReads(oracles, end, window)))
  const averages = data && joinReadings(data.mstr, data.btc, (mstrUsdt, btcUsdt) => ({ mstrUsdt, btcUsdt }))
  return usdPrices(knownValue(averages), end, window / 3_600n)
}

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
  plans: backstopPlans,
  errors: backstopErrors,
}
