import { numberToHex, pad, type Abi, type Address } from 'viem'

import type { ChainReader } from './chain-reader'
import { checkedLogs, storedLogs, type ChainLog } from './checked-logs'
import { askLogs } from './cut-logs'
import { createDecoder } from './decoded-logs'
import { rememberedGenesis } from './genesis'
import { createHistoryReader, type HistoryReader, type HistoryState } from './history-reader'
import { historyServerOf } from './history-server'
import type { LogNode } from './history-world'
import { plural, t } from '../words/t'

export type HistoryWish = {
  /** Under which it is stored. */
  readonly name: string
  readonly addresses: readonly Address[]
  readonly abi: Abi
  readonly events: readonly string[]
  readonly fromBlock: bigint
  /** Only events whose first indexed argument is this account. */
  readonly account?: Address | undefined
}

/**
 * Reads the events of our contracts, from the server of events where there is one and from every node by itself; nothing is
 * asked before it is told how far to read.
 */
export function readerOf(
  { nodes, network }: Pick<ChainReader, 'nodes' | 'network'>,
  { name, addresses, abi, events, fromBlock, account }: HistoryWish,
): HistoryReader {
  const decoder = createDecoder(abi, events)
  const { signatures } = decoder
  const asked = { addresses, decoder, account }
  const who = account === undefined ? [] : [pad(account)]
  // A restarted local chain has the same id and another past.
  const genesis = network.isDevnet ? (rememberedGenesis(network.chainId) ?? '') : ''
  const server = historyServerOf(network)
  const logsOf = ({ host, client, inTurn }: ChainReader['nodes'][number]): LogNode => ({
    host,
    inTurn,
    getHead: async () => BigInt(await client.request({ method: 'eth_blockNumber' })),
    getLogs: async (from, to) => {
      if (addresses.length === 0) return { logs: [], unreadable: [] }
      const answer = await askLogs(client, {
        address: addresses,
        topics: [signatures, ...who],
        fromBlock: numberToHex(from),
        toBlock: numberToHex(to),
      })
      return checkedLogs(answer, asked, from, to)
    },
  })
  return createHistoryReader({
    key: [network.chainId, genesis, name, fromBlock, ...addresses, ...signatures, ...who].join(':'),
    fromBlock,
    finalityBlocks: network.finalityBlocks,
    canGoBack: network.isDevnet,
    restore: (logs, from, to) => storedLogs(logs, asked, from, to),
    nodes: nodes.map(logsOf),
    server: server && { ...logsOf(server), fault: server.fault },
  })
}

/** A history that was read to its end. */
export type WholeHistory = {
  /** Oldest first. */
  readonly logs: readonly ChainLog[]
  /** What is missing in it, in sentences. */
  readonly gaps: readonly string[]
  /** Who has told it, as long as nobody else has confirmed it: what was left out there is missing. */
  readonly onlyBy: string | undefined
  /** A server of events has told what is final; this node said the same where it was asked. */
  readonly sampled: HistoryState['sampled']
}

/** A second node that does not confirm by then is not waited for any longer, and that is said. */
const CONFIRM_MS = 15_000

/**
 * Reads a history once, up to a block, and has it confirmed by a second node where there is one.
 * @throws an error whose message is a sentence, where it can't be read to its end
 */
export function wholeHistory(
  chain: Pick<ChainReader, 'nodes' | 'network'>,
  wish: HistoryWish,
  head: bigint,
): Promise<WholeHistory> {
  const reader = readerOf(chain, wish)
  return new Promise((resolve, reject) => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const end = () => {
      clearTimeout(timer)
      unsubscribe()
      reader.stop()
      const { error, logs, isCapped, unreadable, onlyBy, sampled } = reader.state.get()
      if (error !== undefined) reject(new Error(error))
      const gaps = [
        ...(isCapped ? [t`The oldest events were too many to keep, and are missing.`] : []),
        ...(unreadable > 0
          ? [
              plural(
                unreadable,
                '{n} event could not be read, and is missing.',
                '{n} events could not be read, and are missing.',
              ),
            ]
          : []),
      ]
      resolve({ logs, gaps, onlyBy, sampled })
    }
    const unsubscribe = reader.state.subscribe(() => {
      const { status, onlyBy } = reader.state.get()
      if (status === 'loading') return
      // It is ready once one node has told it, and again once another has confirmed it.
      const isOver = status !== 'ready' || onlyBy === undefined || chain.nodes.length === 1
      if (isOver || timer !== undefined) end()
      else timer = setTimeout(end, CONFIRM_MS)
    })
    reader.advance(head)
  })
}
