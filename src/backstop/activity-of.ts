import type { Network } from '../chain/config'
import type { ActivityView, EventSource, Spender } from '../system/activity'
import { assetsOf } from './assets'
import { describeSeriesEvent } from './events'
import type { SeriesLog } from './events'
import { contractFacts } from './series-facts'
import type { SeriesAddresses } from './snapshot'
import { t } from '../words/t'

/** Spenders and event sources of these series. */
export function activityOf(
  list: readonly SeriesAddresses[],
  nameOf: (seriesId: number) => string,
  network: Pick<Network, 'contracts'>,
): Extract<ActivityView, { status: 'ready' }> {
  const tokens = Object.values(assetsOf(network))
  return {
    status: 'ready',
    spenders: list.flatMap((addresses, id): Spender[] => {
      const { pool, series } = addresses
      const name = nameOf(id)
      const both = { tokens, restsOn: contractFacts(network, { id, name, addresses }) }
      return [
        { ...both, address: pool, label: t`Backstop pool of ${name}`, takes: t`Takes stakes` },
        { ...both, address: series, label: name, takes: t`Takes payments for Notes and warrants` },
      ]
    }),
    sources: list.flatMap(({ pool, series, warrant }, id) =>
      [pool, series, warrant].map((address): EventSource => {
        return {
          address,
          place: { name: nameOf(id), href: `/series/${id}` },
          // The log was decoded with the ABI above.
          describe: (log) => describeSeriesEvent(log as SeriesLog),
        }
      }),
    ),
  }
}
