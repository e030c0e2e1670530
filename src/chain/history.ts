import { useEffect, useMemo, useSyncExternalStore } from 'react'
import type { Abi, Address, ContractEventName, ParseEventLogsReturnType } from 'viem'

import type { ChainLog } from './checked-logs'
import type { HistoryState } from './history-reader'
import { isKept as keeping } from './history-database'
import { readerOf } from './history-of'
import { historyServerOf } from './history-server'
import { useRuntime } from './network'
import { createStore } from './store'
import { useBlock } from './use-block'

/** An event as viem types it, without what no page asks for. */
export type EventLog<TAbi extends Abi, TEvent> =
  TEvent extends ContractEventName<TAbi>
    ? Omit<ChainLog, 'eventName' | 'args'> &
        Pick<ParseEventLogsReturnType<TAbi, TEvent[], true>[number], 'eventName' | 'args'>
    : never

export type History<TAbi extends Abi, TEvent extends ContractEventName<TAbi>> = {
  readonly status: HistoryState['status']
  /** Decoded, oldest first. */
  readonly logs: readonly EventLog<TAbi, TEvent>[]
  /** The oldest logs were too many to keep. */
  readonly isCapped: boolean
  /** So many events could not be read: they are missing. */
  readonly unreadable: number
  /** Who has told this, as long as nobody else was asked. */
  readonly onlyBy: string | undefined
  /** A server of events has told what is final; this node said the same where it was asked. */
  readonly sampled: HistoryState['sampled']
  /** Why the server of events is not asked any more, if it is not. */
  readonly serverFault: string | undefined
  /** False where this browser keeps nothing: what is read is read again on the next visit. */
  readonly isKept: boolean
  /** 0 to 100. */
  readonly progress: number
  readonly error: string | undefined
  readonly cancel: () => void
  readonly retry: () => void
  /** Forgets what was read and stored, and reads it again, from the nodes alone. */
  readonly readAnew: () => void
}

const faultless = createStore<string | undefined>(undefined)

/**
 * The events of our contracts since `fromBlock`, kept up to date with each block while on screen. What has been
 * read survives a reload. No balance depends on it: only lists and charts of the past do.
 * Import it from lazily loaded pages only, and pass stable `abi` and `events`.
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
  const { name, abi, events, fromBlock, account } = wish
  const listed = wish.addresses.join()
  // The same list for as long as it says the same: with another one a history begins anew, and one that is made with
  // each render would begin a hundred times a second.
  const addresses = useMemo(() => (listed === '' ? [] : (listed.split(',') as Address[])), [listed])
  const { nodes, network } = useRuntime()
  const block = useBlock()

  const reader = useMemo(
    () => readerOf({ nodes, network }, { name, addresses, abi, events, fromBlock, account }),
    [nodes, network, name, addresses, abi, events, fromBlock, account],
  )

  const { subscribe, get } = historyServerOf(network)?.fault ?? faultless
  const serverFault = useSyncExternalStore(subscribe, get)

  useEffect(() => () => reader.stop(), [reader])
  const blockNumber = block?.number
  // A reorganisation can leave the number as it is, and what one history finds about the server is so for all of them.
  const blockHash = block?.hash
  useEffect(() => {
    if (blockNumber !== undefined) reader.advance(blockNumber)
  }, [reader, blockNumber, blockHash, serverFault])

  const { logs: told, ...state } = useSyncExternalStore(reader.state.subscribe, reader.state.get)
  const logs = told as readonly unknown[] as readonly EventLog<TAbi, TEvent>[]
  const isKept = useSyncExternalStore(keeping.subscribe, keeping.get)
  const { cancel, retry, readAnew } = reader
  return { ...state, logs, isKept, serverFault, cancel, retry, readAnew }
}
