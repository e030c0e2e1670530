import { getAbiItem } from 'viem'

import { tusdtBookAbi } from '../../abis/TusdtBook'
import { vaultEngineAbi } from '../../abis/VaultEngine'
import type { History } from '../chain/history'
import type { EventSummary } from '../system/activity'
import { tusdtUnit, usdcUnit } from './snapshot'

/** What an account does with TUSDT, as far as the contracts tell it by the account: what it puts in a vault and gets. */
export const accountEventsAbi = [
  getAbiItem({ abi: vaultEngineAbi, name: 'CollateralMoved' }),
  getAbiItem({ abi: tusdtBookAbi, name: 'SurplusBought' }),
] as const

type EventName = (typeof accountEventsAbi)[number]['name']
export type AccountLog = {
  readonly [Name in EventName]: Pick<
    History<typeof accountEventsAbi, Name>['logs'][number],
    'eventName' | 'args'
  >
}[EventName]

/** In the words of the pages; `symbol` is that of the collateral. */
export function describeCollateralEvent(log: AccountLog, symbol: string): EventSummary {
  if (log.eventName === 'CollateralMoved') {
    const { isIn, amount } = log.args
    return {
      what: isIn ? 'Collateral put in' : 'Collateral received',
      amounts: [
        { field: 'amount', value: amount, decimals: 18, unit: symbol, direction: isIn ? 'out' : 'in' },
      ],
    }
  }
  const { buyer, to, tusdt, usd } = log.args
  return {
    what: 'Bought surplus',
    amounts: [
      { field: 'usd', value: usd, decimals: usdcUnit.decimals, unit: usdcUnit.symbol, direction: 'out' },
      { field: 'tusdt', value: tusdt, decimals: tusdtUnit.decimals, unit: tusdtUnit.symbol, direction: 'in' },
    ],
    ...(buyer === to ? {} : { to }),
  }
}
