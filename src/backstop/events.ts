import { backstopPoolAbi } from '../../abis/BackstopPool'
import { backstopSeriesAbi } from '../../abis/BackstopSeries'
import { warrantNftAbi } from '../../abis/WarrantNFT'
import { getAbiItem } from 'viem'
import { BTC_DECIMALS, MSTR_DECIMALS, payoutDecimals } from './format'
import { payoutSymbol } from './enums'
import type { History } from '../chain/history'
import { USDT_DECIMALS, usdt as usdtText } from '../math/tether'
import type { EventSummary, EventAmount } from '../system/activity'
import { t } from '../words/t'
import { tokenName, type TokenKind } from './token-words'

export const seriesEventsAbi = [
  ...backstopPoolAbi,
  ...backstopSeriesAbi,
  getAbiItem({ abi: warrantNftAbi, name: 'WarrantSplit' }),
] as const

/** Everything an account does with a series. The account is the first indexed argument of each. */
export const seriesEventNames = [
  'Staked',
  'Unstaked',
  'Withdrawn',
  'UpfrontClaimed',
  'WarrantsClaimed',
  'CompensationClaimed',
  'Subscribed',
  'WarrantExercised',
  'WarrantSplit',
  'NoteConverted',
  'NoteRedeemedEarly',
  'NoteRedeemed',
] as const

type EventName = (typeof seriesEventNames)[number]
type LogOf<Name extends EventName> = Pick<
  History<typeof seriesEventsAbi, Name>['logs'][number],
  'eventName' | 'args'
>
export type SeriesLog = { readonly [Name in EventName]: LogOf<Name> }[EventName]

type Direction = EventAmount['direction']

const usdt = (field: string, value: bigint, direction: Direction): EventAmount => {
  return { field, value, direction, decimals: USDT_DECIMALS, unit: 'USDT' }
}
/** Principal is a claim to USDT; converting gives up the claim, and no USDT moves. */
const principal = (field: string, value: bigint, direction: Direction): EventAmount => {
  return { ...usdt(field, value, direction), unit: t`USDT of Notes` }
}
const mstr = (value: bigint): EventAmount => {
  return {
    field: 'mstrAmount',
    value,
    direction: 'in',
    decimals: MSTR_DECIMALS,
    unit: 'MSTR',
    shownDigits: 6,
  }
}
const btc = (value: bigint): EventAmount => {
  return { field: 'btcAmount', value, direction: 'in', decimals: BTC_DECIMALS, unit: 'BTC', shownDigits: 8 }
}

/** What is left of a Note or Warrant has a new number. rules.md B19 */
const rest = (kind: TokenKind, restId: bigint) =>
  restId === 0n ? '' : t`, the rest is ${tokenName(kind, restId)}`

/** In the words of the Backstop's pages. */
export function describeSeriesEvent(log: SeriesLog): EventSummary {
  switch (log.eventName) {
    case 'Staked':
      return { what: t`Staked`, amounts: [usdt('usdtSent', log.args.usdtSent, 'out')] }
    case 'Unstaked':
      return { what: t`Unstaked`, to: log.args.to, amounts: [usdt('shares', log.args.shares, 'in')] }
    case 'Withdrawn':
      return { what: t`Withdrawn`, to: log.args.to, amounts: [usdt('usdtAmount', log.args.usdtAmount, 'in')] }
    case 'UpfrontClaimed': {
      const unit = payoutSymbol(log.args.asset)
      const { amount: value, to } = log.args
      const amount = {
        field: 'amount',
        value,
        unit,
        decimals: payoutDecimals(unit),
        shownDigits: { BTC: 8, USDT: 2, MSTR: 6 }[unit],
        direction: 'in',
      } as const
      return { what: t`Upfront share claimed`, to, amounts: [amount] }
    }
    case 'WarrantsClaimed': {
      const { warrants: value, to, warrantId } = log.args
      const amount = { field: 'warrants', value, decimals: 0, unit: t`warrants`, direction: 'in' } as const
      return { what: t`Warrant ${warrantId} claimed`, to, amounts: [amount] }
    }
    case 'CompensationClaimed': {
      const both = [mstr(log.args.mstrAmount), btc(log.args.btcAmount)]
      const amounts = both.filter(({ value }) => value > 0n)
      return { what: t`Compensation claimed`, to: log.args.to, amounts }
    }
    case 'Subscribed': {
      const { noteId, principalUsdt } = log.args
      return { what: t`Subscribed Note ${noteId}`, amounts: [usdt('principalUsdt', principalUsdt, 'out')] }
    }
    case 'WarrantExercised': {
      const { warrantId, parUsdt, mstrAmount, restId } = log.args
      return {
        what: t`Warrant ${warrantId} exercised${rest('Warrant', restId)}`,
        amounts: [usdt('parUsdt', parUsdt, 'out'), mstr(mstrAmount)],
      }
    }
    case 'WarrantSplit': {
      const { warrantId, partId, restId, parUsdt, restUsdt } = log.args
      const what = t`Warrant ${warrantId} split into ${partId} (${usdtText(parUsdt)} at par) and ${restId} (${usdtText(restUsdt)})`
      return { what, amounts: [] }
    }
    case 'NoteConverted': {
      const { noteId, principalUsdt, mstrAmount, restId } = log.args
      return {
        what: t`Note ${noteId} converted${rest('Note', restId)}`,
        amounts: [principal('principalUsdt', principalUsdt, 'out'), mstr(mstrAmount)],
      }
    }
    case 'NoteRedeemedEarly': {
      const { noteId, principalUsdt, to, restId } = log.args
      return {
        what: t`Note ${noteId} redeemed early${rest('Note', restId)}`,
        to,
        amounts: [usdt('principalUsdt', principalUsdt, 'in')],
      }
    }
    case 'NoteRedeemed': {
      const { noteId, principalUsdt, to } = log.args
      return { what: t`Note ${noteId} redeemed`, to, amounts: [usdt('principalUsdt', principalUsdt, 'in')] }
    }
  }
}
