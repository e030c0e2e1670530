import { useEffect, useMemo, useSyncExternalStore } from 'react'
import {
  formatLog,
  numberToHex,
  pad,
  parseEventLogs,
  toEventSelector,
  type Abi,
  type Address,
  type ContractEventName,
  type ParseEventLogsReturnType,
  type RpcLog,
} from 'viem'

import { rememberedGenesis } from './genesis'
import { checkedLogs } from './checked-logs'
import { createHistoryReader, type HistoryState } from './history-reader'
import { isKept as keeping } from './history-store'
import { useRuntime } from './network'
import type { EthGetLogs } from './rpc-methods'
import { useBlock } from './use-block'

export type History<TAbi extends Abi, TEvent extends ContractEventName<TAbi>> = {
  readonly status: HistoryState['status']
  /** Decoded, oldest first. */
  readonly logs: ParseEventLogsReturnType<TAbi, TEvent[], true>
  /** The oldest logs were too many to keep. */
  readonly isCapped: boolean
  /** A node sent events that can't be read: they are missing. */
  readonly hasUnreadable: boolean
  /** False where this browser keeps nothing: what is read is read again on the next visit. */
  readonly isKept: boolean
  /** 0 to 100. */
  readonly progress: number
  readonly error: string | undefined
  readonly cancel: () => void
  readonly retry: () => void
}

/**
 * The events of our contracts since `fromBlock`, kept up to date with each block while on screen. What has been
 * read survives a reload. No balance depends on it: only lists and charts of the past do.
 * Import it from lazily loaded pages only, and pass stable `addresses`, `abi` and `events`.
 */
export function useHistory<const TAbi extends Abi, const TEvent extends ContractEventName<TAbi>>(wish: {
  name: string
  addresses: readonly Address[]
  abi: TAbi
  events: readonly TEvent[]
  fromBlock: bigint
  /** Only events whose first indexed argument is this account. */
  account?: Address | undefined
}): History<TAbi, TEvent> {
  const { name, addresses, abi, events, fromBlock, account } = wish
  const { client, network } = useRuntime()
  const block = useBlock()

  const reader = useMemo(() => {
    const signatures = abi
      .filter((item) => item.type === 'event')
      .filter(({ name: event }) => events.some((wanted) => wanted === event))
      .map((event) => toEventSelector(event))
    const who = account === undefined ? [] : [pad(account)]
    // A restarted local chain has the same id and another past.
    const genesis = network.isDevnet ? (rememberedGenesis(network.chainId) ?? '') : ''
    return createHistoryReader({
      key: [network.chainId, genesis, name, fromBlock, ...addresses, ...signatures, ...who].join(':'),
      fromBlock,
      finalityBlocks: network.finalityBlocks,
      getHead: async () => BigInt(await client.request({ method: 'eth_blockNumber' })),
      getLogs: async (from, to, onUnreadable) => {
        if (addresses.length === 0) return []
        const wish = {
          address: addresses,
          topics: [signatures, ...who],
          fromBlock: numberToHex(from),
          toBlock: numberToHex(to),
        }
        const answer = await client.request<EthGetLogs>({ method: 'eth_getLogs', params: [wish] })
        return checkedLogs(answer, { addresses, signatures, account, from, to }, onUnreadable)
      },
    })
  }, [client, network, name, addresses, abi, events, fromBlock, account])

  useEffect(() => () => reader.stop(), [reader])
  const blockNumber = block?.number
  useEffect(() => {
    if (blockNumber !== undefined) reader.advance(blockNumber)
  }, [reader, blockNumber])

  const { logs: rawLogs, ...state } = useSyncExternalStore(reader.state.subscribe, reader.state.get)
  const logs = useMemo(
    () =>
      parseEventLogs({
        abi,
        eventName: [...events],
        logs: rawLogs.map((log) => formatLog(log as unknown as RpcLog)),
        strict: true,
      }),
    [abi, events, rawLogs],
  )
  const isKept = useSyncExternalStore(keeping.subscribe, keeping.get)
  return { ...state, logs, isKept, cancel: reader.cancel, retry: reader.retry }
}
