import { eachInSlices } from '../chain/slices'
import type { ChainLog } from '../chain/checked-logs'
import type { EventAmount, ToldEvent } from '../system/activity'
import { tusdtUnit } from './snapshot'
import type { TypeName, VaultLog } from './vault-events'
import { t } from '../words/t'

/** What is told of a type's auctions. */
export const auctionHistoryEvents = ['Liquidated', 'AuctionReset', 'Taken', 'AuctionEnded'] as const

type Place = Omit<ChainLog, 'eventName' | 'args'>
export type AuctionLog = Place &
  Extract<VaultLog, { readonly eventName: (typeof auctionHistoryEvents)[number] }>

type ArgsOf<Name extends AuctionLog['eventName']> = Extract<AuctionLog, { eventName: Name }>['args']

/** TUSDT (18 decimals), in the order in which it is paid. rules.md C7 */
export type Parts = Pick<ArgsOf<'Liquidated'>['auction'], 'principal' | 'interest' | 'late' | 'penalty'>

/** An auction as its events tell it. TUSDT and collateral have 18 decimals. */
export type AuctionHistory = {
  /** Undefined where its beginning was not found. */
  readonly begun: ArgsOf<'Liquidated'> | undefined
  /** Undefined while it runs. */
  readonly ended: Pick<ArgsOf<'AuctionEnded'>, 'returned' | 'badDebt' | 'forgone'> | undefined
  /** Of the lot, by everybody. */
  readonly taken: bigint
  /** For it, by everybody. */
  readonly paid: bigint
  readonly cameIn: Parts
  /** Newest first. */
  readonly events: readonly ToldEvent[]
  /** Its beginning is there, and what was taken and is left, or came back, adds up to its lot: nothing is missing. */
  readonly isWhole: boolean
}

/**
 * What has happened in an auction. Made in slices. rules.md C7, C11
 * @param logs of all auctions of the type, oldest first
 */
export async function auctionHistory(
  logs: readonly AuctionLog[],
  id: bigint,
  type: TypeName,
  signal?: AbortSignal,
): Promise<AuctionHistory> {
  let begun: AuctionHistory['begun']
  let ended: AuctionHistory['ended']
  let [taken, paid, left] = [0n, 0n, 0n]
  let cameIn: Parts = { principal: 0n, interest: 0n, late: 0n, penalty: 0n }
  const events: ToldEvent[] = []
  const add = (log: AuctionLog) => {
    const isOfVault = log.eventName === 'Liquidated' || log.eventName === 'AuctionEnded'
    if ((isOfVault ? log.args.auctionId : log.args.id) !== id) return
    events.push(toldOf(log, type))
    if (log.eventName === 'Liquidated') {
      begun = log.args
      left = begun.auction.lot
    }
    if (log.eventName === 'AuctionEnded') {
      ended = log.args
      left = ended.returned
    }
    if (log.eventName !== 'Taken') return
    const { auctionBefore: before, auctionAfter: after } = log.args
    taken += log.args.taken
    paid += log.args.paid
    left = after.lot
    cameIn = {
      principal: cameIn.principal + before.principal - after.principal,
      interest: cameIn.interest + before.interest - after.interest,
      late: cameIn.late + before.late - after.late,
      penalty: cameIn.penalty + before.penalty - after.penalty,
    }
  }
  await eachInSlices(logs, add, signal)
  const lot = begun?.auction.lot
  const isWhole = lot === taken + left
  return { begun, ended, taken, paid, cameIn, events: events.toReversed(), isWhole }
}

function toldOf(log: AuctionLog, { name }: TypeName): ToldEvent {
  const amount = (field: string, value: bigint, unit: string): EventAmount => {
    return { field, value, decimals: 18, unit, direction: 'none' }
  }
  const row = (what: string, by: ToldEvent['by'], amounts: readonly EventAmount[]): ToldEvent => ({
    key: `${log.transactionHash}:${log.logIndex}`,
    what,
    place: undefined,
    blockNumber: log.blockNumber,
    time: log.blockTimestamp,
    hash: log.transactionHash,
    amounts,
    recipient: undefined,
    by,
  })
  const perToken = t`${tusdtUnit.symbol} per ${name}`
  switch (log.eventName) {
    case 'Liquidated': {
      const { starter, auction } = log.args
      const amounts = [amount('lot', auction.lot, name), amount('top', auction.top, perToken)]
      return row(t`Begun by a liquidation`, starter, amounts)
    }
    case 'AuctionReset':
      return row(t`Restarted`, log.args.by, [amount('top', log.args.top, perToken)])
    case 'Taken': {
      const { taker, to, taken, paid, price } = log.args
      const amounts = [
        amount('taken', taken, name),
        amount('paid', paid, tusdtUnit.symbol),
        amount('price', price, perToken),
      ]
      return { ...row(t`Bought`, taker, amounts), recipient: to === taker ? undefined : to }
    }
    case 'AuctionEnded': {
      const { returned } = log.args
      return row(t`Over: what was left is back in the vault`, undefined, [amount('returned', returned, name)])
    }
  }
}
