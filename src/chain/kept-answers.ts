import type { Reading } from '../math/reading'
import type { Network } from './config'
import { rememberedGenesis } from './genesis'
import { keptKey } from './kept-key'
import { isSameData, type KnownReads } from './known'
import { callName, readAgain, type Snapshot } from './read'
import { isBytes } from './rpc-shape'
import { safeStorage } from './safe-storage'

/**
 * The answers of the last visit, to show figures as old ones before the chain has said newer ones. Other pages of the same
 * origin can write here too: what is read is checked like a node's answer, asks for nothing, and is only ever looked at.
 */
export type Kept<Known, Tree> = {
  readonly snapshot: Snapshot<Tree>
  readonly known: Known
  /** Since the chain said it, by the local clock, whose differences alone mean something. */
  readonly ageSeconds: bigint
}

type Stored = {
  readonly genesis: string
  readonly block: string
  readonly timestamp: string
  readonly atMs: number
  /** Raw answers by call: those of the block, and earlier ones to what was asked only once, since it never changes. */
  readonly ofBlock: Readonly<Record<string, string>>
  readonly before: Readonly<Record<string, string>>
}

/** 25 series need a third of it. */
const MOST_TEXT = 400_000
/** What is asked for depends on answers, and those on what was asked for before: more steps no page has. */
const MOST_STEPS = 4

const genesisOf = (chainId: number) => rememberedGenesis(chainId) ?? ''

/** Keeps what a page shows, unless part of it is not known, or it is too much. */
export function keepAnswers(name: string, snapshot: Snapshot<unknown>, nowMs: number): void {
  const { chainId, blockNumber, timestamp, data } = snapshot
  const ofBlock: Record<string, string> = {}
  if (!collectAnswers(data, ofBlock)) return
  const former = loadKept(chainId, name)
  const before = Object.fromEntries(
    Object.entries({ ...former?.before, ...former?.ofBlock }).filter(([call]) => !(call in ofBlock)),
  )
  const stored: Stored = {
    genesis: genesisOf(chainId),
    block: `${blockNumber}`,
    timestamp: `${timestamp}`,
    atMs: nowMs,
    ofBlock,
    before,
  }
  const text = JSON.stringify(stored)
  if (text.length <= MOST_TEXT) safeStorage.setItem(keptKey(chainId, name), text)
  else safeStorage.removeItem(keptKey(chainId, name))
}

/** What `source` would show of the kept answers; undefined where they are not all there, or anything is wrong with them. */
export function keptSnapshot<Known, Tree>(
  { chainId }: Pick<Network, 'chainId'>,
  name: string,
  source: KnownReads<Known, Tree>,
  nowMs: number,
): Kept<Known, Tree> | undefined {
  const stored = loadKept(chainId, name)
  if (!stored || stored.atMs > nowMs) return undefined
  const [blockNumber, timestamp] = [BigInt(stored.block), BigInt(stored.timestamp)]
  const ofBlock = new Map(Object.entries(stored.ofBlock))
  const all = new Map([...Object.entries(stored.before), ...ofBlock])
  const answerIn = (answers: ReadonlyMap<string, string>) => (call: string) => {
    const answer = answers.get(call)
    return isBytes(answer) ? answer : undefined
  }
  let known = source.initial
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const tree = source.reads(known)
    const learned = readAgain(tree, blockNumber, answerIn(all))
    const next = learned && source.learn(learned, known)
    if (!next) return undefined
    if (isSameData(next, known)) {
      // What is shown is of one block.
      const data = readAgain(tree, blockNumber, answerIn(ofBlock))
      const ageSeconds = BigInt(Math.floor((nowMs - stored.atMs) / 1000))
      return data && { snapshot: { chainId, blockNumber, timestamp, data }, known, ageSeconds }
    }
    known = next
  }
  return undefined
}

/** What is stored, as far as it has the form of it. */
function loadKept(chainId: number, name: string): Stored | undefined {
  const text = safeStorage.getItem(keptKey(chainId, name))
  if (text === null || text.length > MOST_TEXT) return undefined
  try {
    const stored: unknown = JSON.parse(text)
    return isStored(stored) && stored.genesis === genesisOf(chainId) ? stored : undefined
  } catch {
    return undefined
  }
}

function isStored(value: unknown): value is Stored {
  const { genesis, block, timestamp, atMs, ofBlock, before } = (value ?? {}) as {
    readonly [Field in keyof Stored]?: unknown
  }
  const isCount = (text: unknown) => typeof text === 'string' && /^\d{1,15}$/.test(text)
  const isTable = (table: unknown) => typeof table === 'object' && table !== null
  return (
    typeof genesis === 'string' &&
    isCount(block) &&
    isCount(timestamp) &&
    Number.isSafeInteger(atMs) &&
    isTable(ofBlock) &&
    isTable(before)
  )
}

/** Whether every reading is known; puts its raw answer under the name of its call. */
function collectAnswers(data: unknown, into: Record<string, string>): boolean {
  if (typeof data !== 'object' || data === null) return true
  if (!('isKnown' in data && 'source' in data))
    return Object.values(data).every((child) => collectAnswers(child, into))
  const { isKnown, source } = data as Reading<unknown>
  into[callName(source.contract, source.functionName, source.args)] = source.raw
  return isKnown
}
