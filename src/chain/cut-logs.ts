import type { Client, Hex } from 'viem'

import { isDataLength, lookedAt, type RawLog } from './raw-log'
import type { EthGetLogs } from './rpc-methods'
import { ChainUnavailableError, type Wish } from './transport'
import { t } from '../words/t'

const HEX = '[\\da-fA-F]'
const WORD = `0x${HEX}{64}`
const QUANTITY = `0x${HEX}{1,16}`
/** The fields that are read, each in the only form in which it is believed. */
const forms = {
  address: `"(0x${HEX}{40})"`,
  topics: `\\[("${WORD}"(?:,"${WORD}"){0,3})\\]`,
  data: `"(0x${HEX}*)"`,
  blockNumber: `"(${QUANTITY})"`,
  blockHash: `"(${WORD})"`,
  transactionHash: `"(${WORD})"`,
  logIndex: `"(${QUANTITY})"`,
  blockTimestamp: `(?:"(${QUANTITY})"|null)`,
  removed: '(true|false)',
}
type Field = keyof typeof forms
const isField = (name: string): name is Field => Object.hasOwn(forms, name)
const unneeded: readonly string[] = ['blockTimestamp', 'removed']
const needed = Object.keys(forms).filter((name) => !unneeded.includes(name))
/** Any other field: a text without anything escaped, or a word of JSON. */
const OTHER = '(?:"[^"\\\\\\x00-\\x1f]*"|true|false|null)'
/** A topic in its list: its quotes and the comma beside it. */
const TOPIC = 66
const TOPIC_STEP = TOPIC + 3
const RESULT = '"result":'
/** Stands where the list was, while the rest of the answer is read. */
const CUT = 'cut'

/**
 * Asks for logs: each is cut out of the answer when it is its turn, so that no more of them than one are held at a time.
 * Throws what the transport throws; so does who goes through them, where the answer turns out to be broken.
 */
export function askLogs(client: Client, filter: EthGetLogs['Parameters'][0]): Promise<Iterable<unknown>> {
  const wish: Wish = { method: 'eth_getLogs', params: [filter], parse: parseLogs }
  // viem hands a request to the transport as it is; its types know only its own fields.
  return client.request<EthGetLogs>(wish as never)
}

/**
 * An answer to `eth_getLogs` as JSON.parse reads it, with those fields of each log that are read here. Logs written as
 * nodes write them, without a space and each with the same fields in the same order, are cut out of the text by one
 * pattern that looks at each digit on its way: half the work of parsing them and looking at them then
 * (docs/measured.md). Anything else is left to JSON.parse. Throws what JSON.parse throws.
 */
export function parseLogs(text: string): unknown {
  const start = text.indexOf(`${RESULT}[{`) + RESULT.length
  // A log holds no other object: the first that ends together with a list is the last.
  const end = text.indexOf('}]', start) + 2
  if (start < RESULT.length || end < start) return JSON.parse(text)
  const body = parsed(`${text.slice(0, start)}"${CUT}"${text.slice(end)}`)
  const pattern = patternOf(text.slice(start + 1, text.indexOf('}', start) + 1))
  if (!body || body['result'] !== CUT || !pattern) return JSON.parse(text)
  return { ...body, result: { [Symbol.iterator]: () => cutLogs(text, start + 1, end, pattern) } }
}

/** The logs between these places. Throws ChainUnavailableError where they are no JSON. */
function* cutLogs(text: string, start: number, end: number, pattern: Pattern): Generator<unknown, void> {
  let at = start
  while (at < end) {
    pattern.log.lastIndex = at
    const found = pattern.log.exec(text)
    const log = found && logOf(found, pattern)
    if (!log) return yield* rest(`[${text.slice(at, end)}`)
    at = pattern.log.lastIndex
    yield log
  }
}

function rest(text: string): readonly unknown[] {
  try {
    return JSON.parse(text) as readonly unknown[]
  } catch {
    throw new ChainUnavailableError(t`A node answered with broken JSON.`)
  }
}

function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : undefined
  } catch {
    return undefined
  }
}

type Pattern = { readonly log: RegExp; readonly places: { readonly [Name in Field]?: number } }

/** What matches a log with the fields of this one, and what stands behind it: the next one, or the list's end. */
function patternOf(first: string): Pattern | undefined {
  const names = Object.keys(parsed(first) ?? {})
  if (!needed.every((name) => names.includes(name)) || !names.every((name) => /^\w+$/.test(name)))
    return undefined
  const fields = names.map((name) => `"${name}":${isField(name) ? forms[name] : OTHER}`)
  const places = Object.fromEntries(names.filter(isField).map((name, index) => [name, index + 1]))
  return { log: new RegExp(`\\{${fields.join(',')}\\}(?:,(?=\\{)|\\])`, 'y'), places }
}

function logOf(found: RegExpExecArray, { places }: Pattern): RawLog | undefined {
  const hex = (place = -1) => found[place] as Hex
  const list = hex(places.topics)
  const topics: Hex[] = []
  for (let at = 1; at < list.length; at += TOPIC_STEP) topics.push(list.slice(at, at + TOPIC) as Hex)
  const data = hex(places.data)
  if (!isDataLength(data.length)) return undefined
  return {
    [lookedAt]: true,
    address: hex(places.address),
    topics,
    data,
    blockNumber: hex(places.blockNumber),
    blockHash: hex(places.blockHash),
    transactionHash: hex(places.transactionHash),
    logIndex: hex(places.logIndex),
    blockTimestamp: hex(places.blockTimestamp),
    removed: found[places.removed ?? -1] === 'true',
  }
}
