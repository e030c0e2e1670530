import type { ChainLog } from './checked-logs'
import { higher, indexOfBlock, isSame, lower, scan, settledBlock, type Cursor } from './history-scan'
import type { EventServer, LogNode } from './history-world'
import { isRangeRefusal } from './log-range'
import { statedRange } from './stated-range'
import { reasonOf } from './reason'
import { t } from '../words/t'

/** Fewer blocks are as quickly asked of a node. */
const LEAST_BLOCKS = 64n
/** A server counts what it has before it answers: as many blocks are asked for as no node would take. */
const FIRST_RANGE = 1_000_000n
/** Nobody waits longer for a server: nodes read the rest. */
const MOST_MS = 60_000
/** So many stretches are asked of a node as well. */
const SAMPLES = 8
const SAMPLE_BLOCKS = 10_000n

export type AheadWish = {
  readonly server: EventServer
  /** Whoever can check it, the preferred one first. */
  readonly nodes: readonly LogNode[]
  readonly fromBlock: bigint
  readonly finalityBlocks: number
  readonly head: bigint
  readonly signal: AbortSignal
  readonly onProgress: (percent: number) => void
  /** 0 to 1: where samples are taken. */
  readonly random?: () => number
}

/**
 * Reads what is final from a server of events, as far as it goes, and asks a node for samples of it: half of them around
 * events it has told, half anywhere. The same cursor where the server is of no help, or no node can be asked; where the
 * node tells otherwise, the server's fault is set besides. Nothing of a server that failed on its way is lost.
 * Throws only when it was aborted.
 */
export async function readFromServer(cursor: Cursor, wish: AheadWish): Promise<Cursor> {
  const { server, fromBlock, finalityBlocks, head, signal, onProgress } = wish
  const start = settledBlock(cursor, fromBlock, finalityBlocks)
  const isFar = (known: bigint) => known - BigInt(finalityBlocks) - start >= LEAST_BLOCKS
  if (!isFar(head) || server.fault.get() !== undefined) return cursor
  const until = Date.now() + MOST_MS
  let read = cursor
  try {
    const known = lower(await server.inTurn(signal, server.getHead), head)
    if (!isFar(known)) return cursor
    await scan(
      { ...cursor, range: FIRST_RANGE },
      {
        fromBlock,
        finalityBlocks,
        canGoBack: false,
        head: known - BigInt(finalityBlocks),
        signal,
        async getLogs(from, to) {
          if (Date.now() > until) throw new Error('It takes too long.')
          const found = await server.inTurn(signal, () => server.getLogs(from, to)).catch(withoutCause)
          if (found.unreadable.length > 0) throw new Error('It tells what can’t be read.')
          return found
        },
        onProgress(next, percent) {
          read = next
          onProgress(percent)
        },
      },
    )
  } catch {
    signal.throwIfAborted()
  }
  if (read.nextBlock <= cursor.nextBlock || read.nextBlock - start < LEAST_BLOCKS) return cursor
  const node = await agreeing(read, start, wish)
  if (node === undefined) return cursor
  return {
    ...read,
    range: cursor.range,
    confirmedBlock: higher(cursor.confirmedBlock, read.nextBlock),
    sampled: { server: server.host, node },
  }
}

/** A range that takes a server too long is not halved, as a node's is: the nodes are there. */
function withoutCause(error: unknown): never {
  throw new Error(reasonOf(error))
}

/** The host of the node that says the same as the server wherever it was asked. */
async function agreeing(read: Cursor, start: bigint, wish: AheadWish): Promise<string | undefined> {
  const { server, nodes, signal } = wish
  for (const node of nodes) {
    try {
      // A node that lags would miss what it has not seen yet.
      if ((await node.inTurn(signal, node.getHead)) < read.nextBlock) continue
      const block = await differingBlock(read, start, node, wish)
      if (block === undefined) return node.host
      server.fault.set(
        t`${server.host} and ${node.host} tell different events at block ${block}. Histories are read from the nodes alone until this page is loaded again.`,
      )
      return undefined
    } catch {
      signal.throwIfAborted()
    }
  }
  return undefined
}

/** A block at which the node tells other events. Throws what the node throws, but for refusals of long ranges. */
async function differingBlock(
  { logs, nextBlock, dropped }: Cursor,
  start: bigint,
  node: LogNode,
  { signal, random = Math.random }: AheadWish,
): Promise<bigint | undefined> {
  const since = dropped > 0 ? higher(start, (logs[0]?.blockNumber ?? start) + 1n) : start
  const last = nextBlock - 1n
  const told = logs.slice(indexOfBlock(logs, since), indexOfBlock(logs, nextBlock))
  const within = (most: number) => Math.floor(random() * most)
  const anywhere = () => since + ((last - since) * BigInt(within(2 ** 32))) / 2n ** 32n
  let width = SAMPLE_BLOCKS
  let isAll = false
  for (let sample = 0; sample < SAMPLES && !isAll; sample += 1) {
    const near = (sample % 2 === 0 && told[within(told.length)]?.blockNumber) || anywhere()
    for (;;) {
      const from = higher(since, lower(near - width / 2n, last - width + 1n))
      const to = lower(last, from + width - 1n)
      try {
        const { logs: found } = await node.inTurn(signal, () => node.getLogs(from, to))
        const theirs = told.slice(indexOfBlock(told, from), indexOfBlock(told, to + 1n))
        const block = firstDifference(theirs, found)
        if (block !== undefined) return block
        isAll = from === since && to === last
        break
      } catch (error) {
        const reason = reasonOf(error)
        if (!isRangeRefusal(reason) || width === 1n) throw error
        width = higher(lower(statedRange(reason, width) ?? width, width / 2n), 1n)
      }
    }
  }
  return undefined
}

function firstDifference(theirs: readonly ChainLog[], found: readonly ChainLog[]): bigint | undefined {
  for (let index = 0; index < theirs.length || index < found.length; index += 1) {
    const [a, b] = [theirs[index], found[index]]
    if (!a || !b) return (a ?? b)?.blockNumber
    if (!isSameEvent(a, b)) return lower(a.blockNumber, b.blockNumber)
  }
  return undefined
}

/** Older nodes do not tell the time. */
function isSameEvent({ blockTimestamp: time, ...a }: ChainLog, { blockTimestamp, ...b }: ChainLog): boolean {
  const isSameTime = time === undefined || blockTimestamp === undefined || time === blockTimestamp
  return isSameTime && isSame(a, b)
}
