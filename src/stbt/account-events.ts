import { decodeFunctionData, getAbiItem, type Address, type Hex } from 'viem'

import { stbtAbi } from '../../abis/STBT'
import { stbtMinterAbi } from '../../abis/StbtMinter'
import { wstbtAbi } from '../../abis/WSTBT'
import type { History } from '../chain/history'
import type { EventAmount, EventSummary } from '../system/activity'
import { stbtUnit, wstbtUnit } from './snapshot'
import { t } from '../words/t'

/** What an account does with STBT. The account is the first indexed argument. */
export const accountEventsAbi = [
  getAbiItem({ abi: stbtAbi, name: 'Transfer' }),
  getAbiItem({ abi: stbtMinterAbi, name: 'Mint' }),
  getAbiItem({ abi: stbtMinterAbi, name: 'Redeem' }),
  getAbiItem({ abi: stbtMinterAbi, name: 'Settle' }),
  getAbiItem({ abi: wstbtAbi, name: 'Wrap' }),
  getAbiItem({ abi: wstbtAbi, name: 'Unwrap' }),
] as const

type EventName = (typeof accountEventsAbi)[number]['name']
type LogOf<Name extends EventName> = Pick<
  History<typeof accountEventsAbi, Name>['logs'][number],
  'eventName' | 'args'
>
export type AccountLog = { readonly [Name in EventName]: LogOf<Name> }[EventName]

/** Coins by their address, as far as they are known: amounts in others are left out. */
export type CoinUnits = ReadonlyMap<Address, { readonly symbol: string; readonly decimals: number }>

/** In the words of the pages of STBT. `told` are those whose transfers another event tells already. */
export function describeStbtEvent(
  log: AccountLog,
  coins: CoinUnits,
  told: readonly Address[],
): EventSummary | undefined {
  const amount = (field: string, value: bigint, direction: EventAmount['direction']): EventAmount => {
    return { field, value, direction, decimals: stbtUnit.decimals, unit: stbtUnit.symbol }
  }
  const inCoin = (field: string, token: Address, value: bigint, direction: EventAmount['direction']) => {
    const coin = coins.get(token)
    return coin ? [{ field, value, direction, decimals: coin.decimals, unit: coin.symbol }] : []
  }
  const shares = (value: bigint, direction: EventAmount['direction']): EventAmount => {
    return { field: 'shares', value, direction, decimals: wstbtUnit.decimals, unit: wstbtUnit.symbol }
  }
  switch (log.eventName) {
    case 'Transfer': {
      const { to, value } = log.args
      return told.includes(to) ? undefined : { what: t`Sent`, to, amounts: [amount('value', value, 'out')] }
    }
    case 'Mint': {
      const { token, depositAmount, proposeAmount } = log.args
      return {
        what: t`Deposited to mint`,
        amounts: [
          ...inCoin('depositAmount', token, depositAmount, 'out'),
          amount('proposeAmount', proposeAmount, 'none'),
        ],
      }
    }
    case 'Redeem': {
      const asked = askedOf(log.args.data)
      return {
        what: t`Sent for redemption`,
        amounts: asked === undefined ? [] : [amount('data', asked, 'out')],
      }
    }
    case 'Settle': {
      const { token, nonce, amount: paid } = log.args
      return { what: t`Redemption ${nonce} paid`, amounts: inCoin('amount', token, paid, 'in') }
    }
    case 'Wrap':
      return {
        what: t`Wrapped`,
        amounts: [amount('stbtAmount', log.args.stbtAmount, 'out'), shares(log.args.shares, 'in')],
      }
    case 'Unwrap':
      return {
        what: t`Unwrapped`,
        amounts: [shares(log.args.shares, 'out'), amount('stbtAmount', log.args.stbtAmount, 'in')],
      }
  }
}

/** The STBT that a queued burn is for; undefined for anything else. */
function askedOf(data: Hex): bigint | undefined {
  try {
    const { functionName, args } = decodeFunctionData({ abi: stbtAbi, data })
    return functionName === 'redeemFrom' ? args[1] : undefined
  } catch {
    return undefined
  }
}
