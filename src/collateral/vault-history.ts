import { eachInSlices } from '../chain/slices'
import type { ChainLog } from '../chain/checked-logs'
import type { ToldEvent } from '../system/activity'
import { auctionPlace, describeVaultEvent, type TypeName, type VaultLog } from './vault-events'

/** What is told of a vault's owner: all that happens to the vault. */
export const vaultHistoryEvents = [
  'Opened',
  'Deposited',
  'Drawn',
  'Repaid',
  'Withdrawn',
  'Assessed',
  'Liquidated',
  'AuctionEnded',
] as const

type Place = Omit<ChainLog, 'eventName' | 'args'>
export type VaultHistoryLog = Place &
  Extract<VaultLog, { readonly eventName: (typeof vaultHistoryEvents)[number] }>

/**
 * What has happened to a vault, newest first, as anybody sees it: amounts without a sign. Made in slices.
 * @param logs what is told of its owner, oldest first: of other vaults of theirs, too
 */
export async function vaultHistory(
  logs: readonly VaultHistoryLog[],
  id: bigint,
  type: TypeName,
  signal?: AbortSignal,
): Promise<readonly ToldEvent[]> {
  const events: ToldEvent[] = []
  const add = (log: VaultHistoryLog) => {
    const isSale = log.eventName === 'Liquidated' || log.eventName === 'AuctionEnded'
    if ((isSale ? log.args.vaultId : log.args.id) !== id) return
    const told = describeVaultEvent(log, type)
    if (!told) return
    events.push({
      key: `${log.transactionHash}:${log.logIndex}`,
      what: told.what,
      place: isSale ? auctionPlace(type, log.args.auctionId) : undefined,
      blockNumber: log.blockNumber,
      time: log.blockTimestamp,
      hash: log.transactionHash,
      amounts: told.amounts.map((amount) => ({ ...amount, direction: 'none' })),
      recipient: told.to === log.args.owner ? undefined : told.to,
      by: told.by,
    })
  }
  await eachInSlices(logs.toReversed(), add, signal)
  return events
}
