import { getAbiItem, type Address, type Hex } from 'viem'

import { stbtAbi } from '../../abis/STBT'
import { stbtTimelockControllerAbi } from '../../abis/StbtTimelockController'
import type { History } from '../chain/history'

const stbt = { abi: stbtAbi } as const

/** What tells the history of supply and shares. Only ours emits `Supply` and `Carried`; on live the queue tells. rules.md T19 */
export const supplyEventsAbi = [
  getAbiItem({ ...stbt, name: 'Supply' }),
  getAbiItem({ ...stbt, name: 'TransferShares' }),
  getAbiItem({ ...stbt, name: 'Transfer' }),
  getAbiItem({ ...stbt, name: 'InterestsDistributed' }),
  getAbiItem({ ...stbt, name: 'Carried' }),
  getAbiItem({ ...stbt, name: 'ControllerTransfer' }),
  getAbiItem({ ...stbt, name: 'ControllerRedemption' }),
  getAbiItem({ abi: stbtTimelockControllerAbi, name: 'CallExecuted' }),
] as const

export const supplyEvents = supplyEventsAbi.map(({ name }) => name)

type EventName = (typeof supplyEventsAbi)[number]['name']
type LogOf<Name extends EventName> = Pick<
  History<typeof supplyEventsAbi, Name>['logs'][number],
  'eventName' | 'args'
>
/** As `useHistory` decodes it. */
export type SupplyLog = { readonly [Name in EventName]: LogOf<Name> }[EventName] & {
  readonly address: Address
  readonly blockNumber: bigint
  readonly logIndex: number
  readonly transactionHash: Hex
  readonly blockTimestamp?: bigint | undefined
}
