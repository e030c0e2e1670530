import type { Readings } from '../chain/read'
import { DAY_SECONDS } from '../math/units'
import type { AccountReport } from '../system/report'
import { lastHour } from './claims-reads'
import { datesOf } from './dates'
import type { Backstop } from './snapshot'
import { todosOf } from './todos'
import { worthOf, type UsdPrices, type walletReads } from './worth'

/** Over which hours prices are averaged, in unix seconds: as long as the newest series takes them. rules.md B17 */
export function priceWindow({ series, timestamp }: Pick<Backstop, 'series' | 'timestamp'>) {
  return { end: lastHour(timestamp), window: BigInt(series.at(-1)?.terms.twapWindow ?? DAY_SECONDS) }
}

/** What the account has in all series, what it can do, and what comes. `wallet` is undefined while it is not read. */
export function reportOf(
  { series, timestamp, usdt, unreadable }: Backstop,
  wallet: Readings<ReturnType<typeof walletReads>>[number] | undefined,
  prices: UsdPrices,
): AccountReport {
  return {
    todos: todosOf(series, timestamp, prices),
    dates: datesOf(series, timestamp),
    worth: worthOf(series, usdt, wallet, prices),
    isWhole:
      unreadable.length === 0 && series.every(({ state, position }) => state.isKnown && position?.isKnown),
  }
}
