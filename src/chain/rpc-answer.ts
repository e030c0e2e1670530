import { isRangeRefusal } from './log-range'
import { plainText } from './plain-text'
import type { Question } from './post-question'
import { hasShape } from './rpc-shape'
import { t } from '../words/t'

export type RpcProblem = { readonly code: number; readonly message: string; readonly data?: unknown }

/** What somebody acts upon: the sentence that tells it is in the chosen language. */
export type FaultCause = 'slow' | 'unreachable'

/** What one node's HTTP answer means for the caller. */
export type Verdict =
  | { readonly kind: 'result'; readonly result: unknown }
  /** The chain's own answer is no: a revert, a wrong parameter. Every honest node says the same. */
  | { readonly kind: 'refusal'; readonly problem: RpcProblem }
  /** This node can't know: the block or the method is unknown to it. Another one may, and this one isn't broken. */
  | { readonly kind: 'unknown-here'; readonly problem: RpcProblem }
  /** An error that means nothing to this app. Another node is asked; if that one knows better, this one is broken. */
  | { readonly kind: 'unclear'; readonly problem: RpcProblem }
  /** The node is broken, busy or not a node. Ends a sentence that starts with its host name. */
  | { readonly kind: 'fault'; readonly detail: string; readonly cause?: FaultCause }

const RAN_AND_FAILED =
  /revert|EVM error|invalid ?(FE)? ?opcode|stack (over|under)flow|bad jump|invalid jump|VM execution|intrinsic gas|insufficient (funds|balance)|nonce too|less than block base fee/i
const UNKNOWN_BLOCK =
  /header not found|unknown block|block not found|block ?(number|hash)? (is )?(out of range|not available)|BlockOutOfRange|missing trie node|(historical )?state .*(not available|unavailable|pruned)|pruned/i
const BUSY =
  /rate.?limit|too many requests|request limit|daily request|quota|capacity|throttl|unauthori[sz]ed|forbidden|api key|internal|time(d)? ?out|temporar|unavailable|overload|busy|upstream|backend/i
/** Only these run something: to any other question an error is never the chain's own answer. */
const RUNS = ['eth_call', 'eth_estimateGas', 'eth_simulateV1', 'eth_createAccessList']
/** More of a message is not looked at: a regular expression over a book stops the page. */
const LONGEST_MESSAGE = 1_000
/** Longer revert data than any contract's is cut to the name of its error. */
const LONGEST_DATA = 50_000
/** Rate limits of several vendors, -32600/-32700 (our requests are well-formed: a proxy garbled them), -32603. */
const BUSY_CODES = [429, -32005, -32007, -32016, -32029, -32097, -32600, -32603, -32700]

/** Reads what JSON.parse reads, and throws where it does; what it does faster is its own affair. */
export type Parse = (text: string) => unknown

/** Judges an answer by status, body, id and shape: nothing a node says is believed because it says it. */
export function judge(question: Question, status: number, text: string, parse: Parse = JSON.parse): Verdict {
  const body = parseObject(text, parse)
  if (status === 401 || status === 403) return fault(t`refused access (HTTP ${status})`)
  if (status === 429) return fault(t`is limiting requests (HTTP 429)`)
  if (!body) {
    if (status >= 400) return fault(t`answered HTTP ${status}`)
    return fault(
      /^\s*</.test(text.slice(0, LONGEST_MESSAGE))
        ? t`answered with a web page, not JSON (a login page of this network?)`
        : t`answered with broken JSON`,
    )
  }
  const problem = toProblem(body['error'])
  if (problem) return judgeProblem(question.method, status, problem)
  if (status >= 400) return fault(t`answered HTTP ${status}`)
  if (body['id'] !== question.id) return fault(t`answered another question (wrong id)`)
  if (!hasShape(question.method, question.params, body['result']))
    return fault(t`gave no usable answer to ${question.method}`)
  return { kind: 'result', result: body['result'] }
}

/** Whether a node's message says that it does not know the block it was asked about. */
export function isUnknownBlock(message: string): boolean {
  return UNKNOWN_BLOCK.test(message.slice(0, LONGEST_MESSAGE))
}

function judgeProblem(method: string, status: number, problem: RpcProblem): Verdict {
  const { code, message, data } = problem
  const hasRevertData = typeof data === 'string' && data.startsWith('0x')
  if (RUNS.includes(method) && (code === 3 || hasRevertData || RAN_AND_FAILED.test(message)))
    return { kind: 'refusal', problem }
  if (method === 'eth_getLogs' && isRangeRefusal(message)) return { kind: 'refusal', problem }
  if (code === -32601 || code === -32004 || isUnknownBlock(message)) return { kind: 'unknown-here', problem }
  const isFault = status >= 400 || BUSY_CODES.includes(code) || BUSY.test(message) || !RUNS.includes(method)
  return isFault ? fault(t`answered "${plainText(message, 80)}"`) : { kind: 'unclear', problem }
}

function fault(detail: string): Verdict {
  return { kind: 'fault', detail }
}

function parseObject(text: string, parse: Parse): Record<string, unknown> | undefined {
  try {
    const body = parse(text)
    return typeof body === 'object' && body !== null && !Array.isArray(body)
      ? (body as Record<string, unknown>)
      : undefined
  } catch {
    return undefined
  }
}

function toProblem(error: unknown): RpcProblem | undefined {
  if (error === undefined || error === null) return undefined
  if (typeof error !== 'object')
    return { code: -32603, message: `internal error: ${JSON.stringify(error).slice(0, LONGEST_MESSAGE)}` }
  const { code, message, data } = error as Record<string, unknown>
  return {
    code: typeof code === 'number' ? code : -32603,
    message:
      typeof message === 'string' ? message.slice(0, LONGEST_MESSAGE) : 'internal error without a message',
    data: typeof data === 'string' && data.length > LONGEST_DATA ? data.slice(0, 10) : data,
  }
}
