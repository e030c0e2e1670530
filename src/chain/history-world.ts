import type { ChainLog, FoundLogs } from './checked-logs'
import type { Store } from './store'
import type { InTurn } from './turns'

/** One node, asked alone: which one told what has to be known. */
export type LogNode = {
  readonly host: string
  readonly getLogs: (from: bigint, to: bigint) => Promise<FoundLogs>
  /** It may lag behind the one that named the newest block. */
  readonly getHead: () => Promise<bigint>
  /** Shared by all histories: together they ask a node a few things at a time. */
  readonly inTurn: InTurn
}

/** Asked before the nodes for what is final. Once it has told what a node does not, its fault says so. */
export type EventServer = LogNode & {
  readonly fault: Store<string | undefined> & { readonly set: (sentence: string) => void }
}

export type HistoryWorld = {
  readonly key: string
  readonly fromBlock: bigint
  readonly finalityBlocks: number
  readonly canGoBack: boolean
  /** At least one, the preferred one first. */
  readonly nodes: readonly LogNode[]
  readonly server?: EventServer | undefined
  /** What of stored logs may be believed; undefined where something is damaged. */
  readonly restore: (logs: unknown, from: bigint, to: bigint) => readonly ChainLog[] | undefined
}
