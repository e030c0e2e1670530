import { getAbiItem, hexToString, trim, type Address, type Hex } from 'viem'

import { stbtAbi } from '../../abis/STBT'
import type { History } from '../chain/history'
import { plainText } from '../chain/plain-text'
import { read, type Readings } from '../chain/read'
import { knownValue } from '../math/reading'
import type { FileHashes } from './hash-file'

/** More than these are not asked for one by one: the rest is shown as the events tell it. */
export const MOST_DOCUMENTS = 200

export const documentEventsAbi = [
  getAbiItem({ abi: stbtAbi, name: 'DocumentUpdated' }),
  getAbiItem({ abi: stbtAbi, name: 'DocumentRemoved' }),
] as const
export const documentEvents = documentEventsAbi.map(({ name }) => name)

type EventName = (typeof documentEventsAbi)[number]['name']
type LogOf<Name extends EventName> = Pick<
  History<typeof documentEventsAbi, Name>['logs'][number],
  'eventName' | 'args'
>
export type DocumentLog = { readonly [Name in EventName]: LogOf<Name> }[EventName] & {
  readonly blockNumber: bigint
  readonly transactionHash: Hex
  readonly blockTimestamp?: bigint | undefined
}

/** The names of all documents. rules.md T16 */
export function documentListReads(stbt: Address) {
  const target = { address: stbt, label: 'STBT', abi: stbtAbi } as const
  return { names: read({ ...target, functionName: 'getAllDocuments', args: [], rule: 'T16' }) }
}

/** The newest version of each. rules.md T16 */
export function documentReads(stbt: Address, names: readonly Hex[]) {
  const target = { address: stbt, label: 'STBT', abi: stbtAbi } as const
  return names.map((name) => ({
    name,
    // Addresses of files can be long: they are cut below, and alike in events.
    version: read({ ...target, functionName: 'getDocument', args: [name], rule: 'T16', isDocument: true }),
  }))
}

export type Version = {
  readonly uri: string
  readonly hash: Hex
  /** Unix seconds; undefined where the node does not tell. */
  readonly at: bigint | undefined
  /** Undefined for what the contract has and no event that was read told. */
  readonly transactionHash: Hex | undefined
}

export type StbtDocument = {
  readonly id: Hex
  readonly name: string
  /** What the contract has now: undefined once it is removed, or while it is not known. */
  readonly current: Version | undefined
  /** Former ones, newest first. */
  readonly older: readonly Version[]
  /** Of a document that was taken off the list: when, if the node tells. */
  readonly removed: { readonly at: bigint | undefined } | undefined
}

/**
 * Every document there is or was: the contract's own list first, then what was removed, newest first. A removal may
 * come without its content (live): what the document was, its last update says. rules.md T16
 */
export function documentsOf(
  list: Readings<ReturnType<typeof documentReads>>,
  logs: readonly DocumentLog[],
): readonly StbtDocument[] {
  const versions = new Map<Hex, Version[]>()
  const removals = new Map<Hex, { at: bigint | undefined }>()
  for (const { eventName, args, blockTimestamp: at, transactionHash } of logs) {
    const { _name: id, _uri: uri, _documentHash: hash } = args
    if (eventName === 'DocumentRemoved') removals.set(id, { at })
    else {
      removals.delete(id)
      versions.set(id, [{ uri: uriText(uri), hash, at, transactionHash }, ...(versions.get(id) ?? [])])
    }
  }
  const listed = list.map(({ name: id, version }): StbtDocument => {
    const told = knownValue(version)
    const [newest, ...former] = versions.get(id) ?? []
    if (!told)
      return { id, name: nameText(id), current: undefined, older: versions.get(id) ?? [], removed: undefined }
    const [uri, hash, at] = told
    const isTold = newest?.hash === hash && newest.uri === uriText(uri)
    return {
      id,
      name: nameText(id),
      current: isTold ? newest : { uri: uriText(uri), hash, at, transactionHash: undefined },
      older: isTold || !newest ? former : [newest, ...former],
      removed: undefined,
    }
  })
  const isListed = new Set(list.map(({ name }) => name))
  const others = [...versions].flatMap(([id, told]): StbtDocument[] => {
    if (isListed.has(id)) return []
    const removed = removals.get(id)
    const [newest, ...former] = told
    const now = removed ? { current: undefined, older: told } : { current: newest, older: former }
    return [{ id, name: nameText(id), ...now, removed }]
  })
  return [...listed, ...others.reverse()]
}

const uriText = (uri: string): string => plainText(uri, 300)

/** A name of 32 bytes as a text; one that is none, as it is. */
function nameText(id: Hex): string {
  const text = plainText(hexToString(trim(id, { dir: 'right' })), 32)
  return text === '' || text.includes('\ufffd') ? id : text
}

/** What a file is among the documents. */
export type Match =
  | { readonly kind: 'current'; readonly document: StbtDocument; readonly version: Version }
  /** Replaced since, or of a document that was removed. */
  | { readonly kind: 'older'; readonly document: StbtDocument; readonly version: Version }
  | { readonly kind: 'unknown' }

/** The document a file is; the newest wins where several have it. With `tries256` SHA-256 counts too. rules.md T16 */
export function matchOf(
  documents: readonly StbtDocument[],
  { keccak256, sha256 }: FileHashes,
  tries256: boolean,
): Match {
  const isIt = ({ hash }: Version) => hash === keccak256 || (tries256 && hash === sha256)
  for (const document of documents) {
    const { current } = document
    if (current && isIt(current)) return { kind: 'current', document, version: current }
  }
  for (const document of documents) {
    const version = document.older.find(isIt)
    if (version) return { kind: 'older', document, version }
  }
  return { kind: 'unknown' }
}
