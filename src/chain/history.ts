import { useEffect, useMemo, useSyncExternalStore } from 'react'
import {
  numberToHex,
  pad,
  toEventSelector,
  type Abi,
  type Address,
  type ContractEventName,
  type ParseEventLogsReturnType,
} from 'viem'

import { rememberedGenesis } from './genesis'
import { checkedLogs } from './checked-logs'
import { createDecoder } from './decoded-logs'
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
  /** So many events could not be read: they are missing. */
  readonly unreadable: number
  /** Who has told this, as long as nobody else was asked. */
  readonly onlyBy: string | undefined
  /** False where this browser keeps nothing: what is read is read again on the next visit. */
  readonly isKept: boolean
  /** 0 to 100. */
  readonly progress: number
  readonly error: string | undefined
  readonly cancel: () => void
  readonly retry: () => void
  /** Forgets what was read and stored, and reads it again. */
  readonly readAnew: () => void
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
  const { nodes, network } = useRuntime()
  const block = useBlock()

  const reader = useMemo(() => {
    const signatures = abi
      .filter((item) => item.type === 'event')
      .filter(({ name: event }) => events.some((wanted) => wanted === event))
      .map((event) => toEventSelector(event))
    const who = account === undefined ? [] : [pad(account)]
    // A restarted local chain has the same id and another past.
    const genesis = network.isDevnet ? (rememberedGenesis(network.chainId) ?? '') : ''
    const check = (logs: readonly unknown[], from: bigint, to: bigint) =>
      checkedLogs(logs, { addresses, signatures, account, from, to })
    return createHistoryReader({
      key: [network.chainId, genesis, name, fromBlock, ...addresses, ...signatures, ...who].join(':'),
      fromBlock,
      finalityBlocks: network.finalityBlocks,
      canGoBack: network.isDevnet,
      check,
      nodes: nodes.map(({ host, client }) => ({
        host,
        getHead: async () => BigInt(await client.request({ method: 'eth_blockNumber' })),
        getLogs: async (from, to) => {
          if (addresses.length === 0) return { logs: [], unreadable: [] }
          const wish = {
            address: addresses,
            topics: [signatures, ...who],
            fromBlock: numberToHex(from),
            toBlock: numberToHex(to),
          }
          return check(await client.request<EthGetLogs>({ method: 'eth_getLogs', params: [wish] }), from, to)
        },
      })),
    })
  }, [nodes, network, name, addresses, abi, events, fromBlock, account])

  useEffect(() => () => reader.stop(), [reader])
  const blockNumber = block?.number
  // A reorganisation can leave the number as it is.
  const blockHash = block?.hash
  useEffect(() => {
    if (blockNumber !== undefined) reader.advance(blockNumber)
  }, [reader, blockNumber, blockHash])

  const { logs: rawLogs, ...state } = useSyncExternalStore(reader.state.subscribe, reader.state.get)
  const decode = useMemo(() => createDecoder(abi, events), [abi, events])
  const logs = useMemo(() => decode(rawLogs), [decode, rawLogs])
  const isKept = useSyncExternalStore(keeping.subscribe, keeping.get)
  const { cancel, retry, readAnew } = reader
  return { ...state, logs, isKept, cancel, retry, readAnew }
}
