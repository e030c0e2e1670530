import { getAbiItem, type Abi, type ContractEventName } from 'viem'

import { taoBackingAbi } from '../../abis/TaoBacking'
import { tusdtBookAbi } from '../../abis/TusdtBook'
import type { History } from '../chain/history'
import type { EventAmount, EventSummary } from '../system/activity'
import { taoUnit, tusdtUnit, usdcUnit } from './snapshot'
import { t } from '../words/t'

/** What an account does with the asset-backing vault and the book. The account is the first indexed argument. */
export const backingEventsAbi = [
  getAbiItem({ abi: taoBackingAbi, name: 'BackingMoved' }),
  getAbiItem({ abi: taoBackingAbi, name: 'SaleStarted' }),
] as const
export const bookEventsAbi = [
  getAbiItem({ abi: tusdtBookAbi, name: 'SurplusBought' }),
  getAbiItem({ abi: tusdtBookAbi, name: 'KeeperPaid' }),
] as const

type Told<TAbi extends Abi, Name extends ContractEventName<TAbi>> = Pick<
  History<TAbi, Name>['logs'][number],
  'eventName' | 'args'
>
type LogOf<TAbi extends Abi> = {
  readonly [Name in ContractEventName<TAbi>]: Told<TAbi, Name>
}[ContractEventName<TAbi>]
export type BackingLog = LogOf<typeof backingEventsAbi>
export type BookLog = LogOf<typeof bookEventsAbi>

type Unit = typeof taoUnit | typeof tusdtUnit | typeof usdcUnit
const amount = (
  field: string,
  value: bigint,
  { symbol, decimals }: Unit,
  direction: EventAmount['direction'],
): EventAmount => ({ field, value, decimals, unit: symbol, direction })

/** In the order of the contract's `BackingCause`. */
const causes = [
  t`Minted TUSDT`,
  t`Redeemed for TAO`,
  t`Redeemed for USDC`,
  t`Backing added`,
  t`Backing removed`,
  t`Backing from surplus`,
  t`Gifts booked as backing`,
  t`Bought from the sale of TAO`,
] as const
const [ADDED, FROM_SURPLUS, GIFTS] = [3, 5, 6]
/** Of these the vault itself is the recipient, and what is booked as a gift was nobody's. */
const inward: readonly number[] = [ADDED, FROM_SURPLUS, GIFTS]

/** What differs before and after is what this action has moved: what the vault gained, the account gave. rules.md C11 */
export function describeBackingEvent(log: BackingLog): EventSummary {
  if (log.eventName === 'SaleStarted') {
    const { top, isReset } = log.args
    const first = { ...amount('top', top, tusdtUnit, 'none'), unit: t`TUSDT per TAO` }
    return { what: isReset ? t`Sale of TAO restarted` : t`Sale of TAO started`, amounts: [first] }
  }
  const { cause, to, before, now_: after } = log.args
  const what = causes[cause] ?? t`Backing moved`
  const isGift = cause === GIFTS
  const moved = (field: string, gained: bigint, unit: Unit) =>
    amount(field, gained < 0n ? -gained : gained, unit, isGift ? 'none' : gained < 0n ? 'in' : 'out')
  return {
    what,
    amounts: [
      moved('tao', after.tao - before.tao, taoUnit),
      moved('usd', after.usd - before.usd, usdcUnit),
      // What is issued is the account's, what is burnt was.
      moved('outstanding', before.outstanding - after.outstanding, tusdtUnit),
    ]
      .filter(({ value }) => value > 0n)
      .toSorted((one, other) => (one.direction === other.direction ? 0 : one.direction === 'out' ? -1 : 1)),
    ...(inward.includes(cause) ? {} : { to }),
  }
}

/** What somebody pays the book, or gets of it, beside their vaults. */
export function describeBookEvent(log: BookLog): EventSummary {
  if (log.eventName === 'KeeperPaid') {
    const what = t`Part of a penalty, for a liquidation`
    return { what, amounts: [amount('amount', log.args.amount, tusdtUnit, 'in')] }
  }
  const { to, tusdt, usd } = log.args
  return {
    what: t`Surplus bought`,
    amounts: [amount('usd', usd, usdcUnit, 'out'), amount('tusdt', tusdt, tusdtUnit, 'in')],
    to,
  }
}
