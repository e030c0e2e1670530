import type { Address } from 'viem'

import type { EventSource, EventSummary, SystemLog } from '../system/activity'
import {
  backingEventsAbi,
  bookEventsAbi,
  describeBackingEvent,
  describeBookEvent,
  type BackingLog,
  type BookLog,
} from './backing-events'
import type { CollateralAddresses, CollateralType } from './snapshot'
import { describeVaultEvent, vaultEventsAbi, type VaultLog } from './vault-events'
import { t } from '../words/t'

export const accountEventsAbi = [...vaultEventsAbi, ...backingEventsAbi, ...bookEventsAbi] as const

/** Who tells what an account does with TUSDT, and what happens to its vaults: the backing, the book, every engine. */
export function eventSources(
  { book, backing }: Pick<CollateralAddresses, 'book' | 'backing'>,
  engines: readonly Pick<CollateralType, 'engine' | 'name' | 'place'>[],
): readonly EventSource[] {
  const place = { name: 'TUSDT', href: '/collateral' }
  // Each log was decoded with the ABI above, and each contract's are told by its own words.
  return [
    source(backing, place, backingEventsAbi, (log) => describeBackingEvent(log as BackingLog)),
    source(book, place, bookEventsAbi, (log) => describeBookEvent(log as BookLog)),
    ...engines.map(({ engine, ...type }) =>
      source(engine, { name: t`${type.name} vaults`, href: '/collateral/vaults' }, vaultEventsAbi, (log) =>
        describeVaultEvent(log as VaultLog, type),
      ),
    ),
  ]
}

function source(
  address: Address,
  place: EventSource['place'],
  own: readonly { readonly name: string }[],
  describe: (log: SystemLog) => EventSummary | undefined,
): EventSource {
  const isOwn = ({ eventName }: SystemLog) => own.some(({ name }) => name === eventName)
  return { address, place, describe: (log) => (isOwn(log) ? describe(log) : undefined) }
}
