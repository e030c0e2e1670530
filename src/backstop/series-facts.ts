import { backstopRegistryViews } from '../../abis/views/BackstopRegistry'
import { backstopSeriesViews } from '../../abis/views/BackstopSeries'
import type { Network } from '../chain/config'
import { answered } from '../tx/plan/build'
import type { Fact } from '../tx/plan/plan'
import { backstopContracts } from './contracts'
import type { PriceRecord } from './price-record'
import type { Series } from './snapshot'
import { t } from '../words/t'

/** The contracts of a series in the order in which the registry creates them; it creates nothing else. */
export const parts = ['series', 'pool', 'ledger', 'note', 'warrant'] as const

export const partWords: Readonly<Record<(typeof parts)[number], string>> = {
  series: t`series`,
  pool: t`pool`,
  ledger: t`ledger`,
  note: t`note`,
  warrant: t`warrant`,
}

/**
 * That the contracts of a series are what the registry lists at its place, and that the registry created each of them:
 * their addresses follow from its own, so no node can forge them. trust.md D38
 */
export function contractFacts(
  network: Pick<Network, 'contracts'>,
  { id, name, addresses }: Pick<Series, 'id' | 'name' | 'addresses'>,
): readonly Fact[] {
  const { registry } = backstopContracts(network)
  // A contract's first creation has the number 1.
  const first = 1n + BigInt(id) * BigInt(parts.length)
  return [
    answered(
      { address: registry, abi: backstopRegistryViews },
      {
        means: t`The registry lists these contracts as ${name}`,
        functionName: 'seriesAt',
        args: [BigInt(id)],
        expects: addresses,
      },
    ),
    ...parts.map((part, index): Fact => {
      const means =
        part === 'series'
          ? t`The contract of ${name} was created by the registry`
          : t`The ${partWords[part]} of ${name} was created by the registry`
      return { kind: 'created', means, address: addresses[part], by: registry, nonce: first + BigInt(index) }
    }),
  ]
}

/** What every plan in a series rests on: its contracts, and the terms it was chosen by. */
export function seriesFacts(
  network: Pick<Network, 'contracts'>,
  series: Pick<Series, 'id' | 'name' | 'addresses' | 'terms'>,
): readonly Fact[] {
  const { name, addresses, terms } = series
  return [
    ...contractFacts(network, series),
    answered(
      { address: addresses.series, abi: backstopSeriesViews },
      { means: t`${name} has the terms shown`, functionName: 'terms', args: [], expects: terms },
    ),
  ]
}

/** Whom the registry asks for an average price. */
export function oracleFact(
  network: Pick<Network, 'contracts'>,
  { asset, oracle }: Pick<PriceRecord, 'asset' | 'oracle'>,
): Fact {
  return answered(
    { address: backstopContracts(network).registry, abi: backstopRegistryViews },
    {
      means: t`The registry takes the average price of ${asset} from ${oracle}`,
      functionName: asset === 'MSTR' ? 'mstrOracle' : 'btcOracle',
      args: [],
      expects: oracle,
    },
  )
}
