import { isRangeRefusal } from './log-range'
import { plainText } from './plain-text'
import { hasShape } from './rpc-shape'

export type RpcProblem = { readonly code: number; readonly message: string; readonly data?: unknown }

/** What one node's HTTP answer means for the caller. */
export type Verdict =
  | { readonly kind: 'result'; readonly result: unknown }
  /** The chain's own answer is no: a revert, a wrong parameter. Every honest node says the same. */
  | { readonly kind: 'refusal'; readonly problem: RpcProblem }
  /** This node can't know: the block or the method is unknown to it. Another one may, and this one isn't broken. */
  | { readonly kind: 'unknown-here'; readonly problem: RpcProblem }
  /** The node is broken, busy or not a node. Ends a sentence that starts with its host name. */
  | { readonly kind: 'fault'; readonly detail: string }

type Question = { readonly id: number; readonly method: string; readonly params: readonly unknown[] }

const RAN_AND_FAILED =
  /revert|EVM error|invalid ?(FE)? ?opcode|out of ?gas|stack (over|under)flow|bad jump|invalid jump|VM execution|gas required exceeds|intrinsic gas|insufficient (funds|balance)|nonce too|less than block base fee/i
const UNKNOWN_BLOCK =
  /header not found|unknown block|block not found|block ?(number|hash)? (is )?(out of range|not available)|BlockOutOfRange|missing trie node|(historical )?state .*(not available|unavailable|pruned)|pruned/i
const BUSY =
  /rate.?limit|too many requests|request limit|daily request|quota|capacity|throttl|unauthori[sz]ed|forbidden|api key|internal|time(d)? ?out|temporar|unavailable|overload|busy|upstream|backend/i
/** Rate limits of several vendors, -32600/-32700 (our requests are well-formed: a proxy garbled them), -32603. */
const BUSY_CODES = [429, -32005, -32007, -32016, -32029, -32097, -32600, -32603, -32700]

/** Judges an answer by status, body, id and shape: nothing a node says is believed because it says it. */
export function judge(question: Question, status: number, text: string): Verdict {
  const body = parseObject(text)
  if (status === 401 || status === 403) return fault(`refused access (HTTP ${status})`)
  if (status === 429) return fault('is limiting requests (HTTP 429)')
  if (!body) {
    if (status >= 400) return fault(`answered HTTP ${status}`)
    return fault(
      /^\s*</.test(text)
        ? 'answered with a web page, not JSON (a login page of this network?)'
        : 'answered with broken JSON',
    )
  }
  const problem = toProblem(body['error'])
  if (problem) return judgeProblem(question.method, problem)
  if (status >= 400) return fault(`answered HTTP ${status}`)
  if (body['id'] !== question.id) return fault('answered another question (wrong id)')
  if (!hasShape(question.method, question.params, body['result']))
    return fault(`gave no usable answer to ${question.method}`)
  return { kind: 'result', result: body['result'] }
}

/** Whether a node's message says that it does not know the block it was asked about. */
export function isUnknownBlock(message: string): boolean {
  return UNKNOWN_BLOCK.test(message)
}

function judgeProblem(method: string, problem: RpcProblem): Verdict {
  const { code, message, data } = problem
  const hasRevertData = typeof data === 'string' && data.startsWith('0x')
  if (code === 3 || hasRevertData || RAN_AND_FAILED.test(message)) return { kind: 'refusal', problem }
  if (method === 'eth_getLogs' && isRangeRefusal(message)) return { kind: 'refusal', problem }
  if (code === -32601 || code === -32004 || isUnknownBlock(message)) return { kind: 'unknown-here', problem }
  if (BUSY_CODES.includes(code) || BUSY.test(message)) return fault(`answered "${plainText(message, 80)}"`)
  return { kind: 'refusal', problem }
}

function fault(detail: string): Verdict {
  return { kind: 'fault', detail }
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const body: unknown = JSON.parse(text)
    return typeof body === 'object' && body !== null && !Array.isArray(body)
      ? (body as Record<string, unknown>)
      : undefined
  } catch {
    return undefined
  }
}

function toProblem(error: unknown): RpcProblem | undefined {
  if (error === undefined || error === null) return undefined
  if (typeof error !== 'object') return { code: -32603, message: `internal error: ${JSON.stringify(error)}` }
  const { code, message, data } = error as Record<string, unknown>
  return {
    code: typeof code === 'number' ? code : -32603,
    message: typeof message === 'string' ? message : 'internal error without a message',
    data,
  }
}
