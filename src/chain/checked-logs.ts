import { pad, type Address, type Hex } from 'viem'

import type { LogDecoder, Told } from './decoded-logs'
import { blockOf, isHex, isRawLog, isTime, ownText, timeOf, type RawLog } from './raw-log'
import { eachInSlices } from './slices'

/** An event: as it is read, kept, stored and shown. */
export type ChainLog = Told & {
  readonly address: Address
  readonly blockNumber: bigint
  readonly transactionHash: Hex
  readonly logIndex: number
  /** Unix seconds; older nodes do not tell. */
  readonly blockTimestamp?: bigint | undefined
}

/** What a node says of a range of blocks, and the blocks of logs that could not be read. */
export type FoundLogs = { readonly logs: readonly ChainLog[]; readonly unreadable: readonly bigint[] }

export type AskedLogs = {
  readonly addresses: readonly Address[]
  readonly decoder: LogDecoder
  /** The account as the first indexed argument, where one was asked for. */
  readonly account?: Address | undefined
}

/**
 * A node's answer to `eth_getLogs`, field by field, decoded: what was not asked for or can't be read is left out, and its
 * block told (the first asked for, if its own can't be read); what a reorganisation removed, or what is there twice, is
 * left out in silence. A block time that no block can have (0, before Ethereum, text) is unknown. trust.md D19, D42
 */
export async function checkedLogs(
  answer: Iterable<unknown>,
  { addresses, decoder, account }: AskedLogs,
  from: bigint,
  to: bigint,
): Promise<FoundLogs> {
  const byText = new Map(addresses.map((address) => [address.toLowerCase(), address]))
  const who = account === undefined ? undefined : pad(account).toLowerCase()
  const logs: ChainLog[] = []
  const unreadable: bigint[] = []
  await eachInSlices(answer, (value) => {
    const log = isRawLog(value) ? value : undefined
    const block = log ? BigInt(log.blockNumber) : blockOf(value)
    const isInside = block !== undefined && block >= from && block <= to
    const address = log && byText.get(log.address.toLowerCase())
    const isAsked = who === undefined || log?.topics[1]?.toLowerCase() === who
    const told = log && isAsked && isInside ? decoder.decode(log) : undefined
    if (!log || !told || address === undefined || !isInside) {
      unreadable.push(isInside ? block : from)
      return
    }
    if (log.removed !== true) logs.push(toChainLog(log, told, address, block, logs.at(-1)))
  })
  logs.sort(byPlace)
  const isTwice = (log: ChainLog, before: ChainLog | undefined) => before && byPlace(before, log) === 0
  return { logs: logs.filter((log, index) => !isTwice(log, logs[index - 1])), unreadable }
}

function toChainLog(
  log: RawLog,
  { eventName, args }: Told,
  address: Address,
  block: bigint,
  before: ChainLog | undefined,
): ChainLog {
  return besides(before, {
    eventName,
    args,
    address,
    blockNumber: block,
    transactionHash:
      log.transactionHash === before?.transactionHash ? before.transactionHash : ownText(log.transactionHash),
    logIndex: parseInt(log.logIndex, 16),
    blockTimestamp: timeOf(log.blockTimestamp),
  })
}

/** Neighbours share what is the same: most logs of a transaction differ in their arguments only. */
function besides(before: ChainLog | undefined, log: ChainLog): ChainLog {
  const same = before?.transactionHash === log.transactionHash ? before : log
  return {
    eventName: log.eventName,
    args: log.args,
    address: log.address,
    blockNumber: same.blockNumber === log.blockNumber ? same.blockNumber : log.blockNumber,
    transactionHash: same.transactionHash,
    logIndex: log.logIndex,
    blockTimestamp: same.blockTimestamp === log.blockTimestamp ? same.blockTimestamp : log.blockTimestamp,
  }
}

/**
 * Logs as this browser has stored them, if they are what could have been read: in order, of these blocks, contracts and
 * events. Undefined for anything else: it is read again.
 */
export function storedLogs(
  value: unknown,
  { addresses, decoder }: AskedLogs,
  from: bigint,
  to: bigint,
): readonly ChainLog[] | undefined {
  if (!Array.isArray(value)) return undefined
  const logs: ChainLog[] = []
  for (const one of value as readonly unknown[]) {
    const before = logs.at(-1)
    if (!isChainLog(one) || one.blockNumber < from || one.blockNumber > to) return undefined
    if (before && byPlace(before, one) >= 0) return undefined
    const address = addresses.find((known) => known === one.address)
    const told = decoder.restore(one)
    if (!told || address === undefined) return undefined
    logs.push(besides(before, { ...one, ...told, address }))
  }
  return logs
}

function isChainLog(value: unknown): value is ChainLog {
  if (typeof value !== 'object' || value === null) return false
  const { blockNumber, transactionHash, logIndex, blockTimestamp, args, eventName } = value as {
    readonly [Field in keyof ChainLog]: unknown
  }
  return (
    typeof blockNumber === 'bigint' &&
    isHex(transactionHash) &&
    transactionHash.length === 66 &&
    Number.isSafeInteger(logIndex) &&
    (blockTimestamp === undefined || (typeof blockTimestamp === 'bigint' && isTime(blockTimestamp))) &&
    typeof eventName === 'string' &&
    typeof args === 'object' &&
    args !== null
  )
}

/** Two logs with one key are of the same place in the same chain, or a reorganisation changed nothing that is told. */
export function keyOf({ blockNumber, logIndex, transactionHash }: ChainLog): string {
  return `${blockNumber}:${logIndex}:${transactionHash}`
}

/** Negative where `a` came first. */
export function byPlace(a: ChainLog, b: ChainLog): number {
  if (a.blockNumber !== b.blockNumber) return a.blockNumber < b.blockNumber ? -1 : 1
  if (a.logIndex !== b.logIndex) return a.logIndex - b.logIndex
  return a.transactionHash === b.transactionHash ? 0 : a.transactionHash < b.transactionHash ? -1 : 1
}
