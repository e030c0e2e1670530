import { takeEarlyAnswer } from './head-start'
import { postQuestion } from './post-question'
import { judge, type FaultCause, type Parse, type Verdict } from './rpc-answer'
import { TimeLimitError, within } from './time-limit'
import { t } from '../words/t'

/** A broken node rests before it is tried first again; each further fault doubles the rest. */
const REST_MS = 15_000
const LONGEST_REST_MS = 300_000
/** An answer that needs more is none: 300 series fill 1 MB. */
const MOST_BYTES = 32_000_000
/** Some 3,000 logs. More would hold a frame up; fewer blocks are asked for instead. */
const MOST_LOG_BYTES = 2_000_000

/** One RPC URL and how it has behaved. */
export type RpcNode = {
  readonly url: string
  readonly host: string
  /** What is wrong with it now, ending a sentence that starts with its host. */
  fault: string | undefined
  cause: FaultCause | undefined
  restsUntilMs: number
  /** Whether it serves another chain, as far as it has said last. */
  isElsewhere: boolean
  /** Asks this node alone. Never throws, and never takes longer than `ms`. */
  readonly ask: (method: string, params: readonly unknown[], ms: number, parse?: Parse) => Promise<Verdict>
  /** It has turned out to be broken: the others are asked first for a while. */
  readonly blame: (detail: string, cause?: FaultCause) => void
}

/**
 * The node behind one URL. It is asked for its chain beside the first question, and again after a fault: the node
 * behind a URL may have been replaced. A node of another chain is never believed.
 */
export function createNode(url: string, chainId: number): RpcNode {
  let chainCheck: Promise<Verdict> | undefined
  let faultsInARow = 0
  let blames = 0

  async function checkChain(ms: number): Promise<Verdict> {
    chainCheck ??= post(url, 'eth_chainId', [], ms)
    const verdict = await chainCheck
    if (verdict.kind !== 'result') return verdict
    const served = BigInt(verdict.result as string)
    node.isElsewhere = served !== BigInt(chainId)
    return node.isElsewhere ? { kind: 'fault', detail: t`serves chain ${served}, not ${chainId}` } : verdict
  }

  const node: RpcNode = {
    url,
    host: new URL(url).host,
    fault: undefined,
    cause: undefined,
    restsUntilMs: 0,
    isElsewhere: false,
    async ask(method, params, ms, parse) {
      const blamesBefore = blames
      const both = Promise.all([checkChain(ms), post(url, method, params, ms, parse)])
      // The check may have begun earlier, with more time than is left now.
      const [chain, answer] = await within(ms, () => both).catch(() => [timedOut(ms), timedOut(ms)] as const)
      const verdict = chain.kind === 'fault' ? chain : answer
      if (verdict.kind === 'fault') node.blame(verdict.detail, verdict.cause)
      // What was on its way when the node turned out to be broken does not clear it.
      else if (verdict.kind !== 'unclear' && blames === blamesBefore) {
        node.fault = undefined
        node.cause = undefined
        node.restsUntilMs = 0
        faultsInARow = 0
      }
      return verdict
    },
    blame(detail, cause) {
      blames += 1
      chainCheck = undefined
      node.fault = detail
      node.cause = cause
      node.restsUntilMs = Date.now() + Math.min(LONGEST_REST_MS, REST_MS * 2 ** faultsInARow)
      faultsInARow += 1
    },
  }
  return node
}

async function post(
  url: string,
  method: string,
  params: readonly unknown[],
  ms: number,
  parse?: Parse,
): Promise<Verdict> {
  try {
    const { question, answer, stop } =
      takeEarlyAnswer(url, method, params) ?? postQuestion(url, method, params)
    return await within(ms, async (signal) => {
      signal.addEventListener('abort', stop)
      const response = await answer
      const isLogs = method === 'eth_getLogs'
      const text = await textOf(response, isLogs ? MOST_LOG_BYTES : MOST_BYTES)
      if (text !== undefined) return judge(question, response.status, text, parse)
      return isLogs
        ? { kind: 'refusal', problem: { code: 0, message: 'The response is too big.' } }
        : { kind: 'fault', detail: t`answered more than this app can read` }
    })
  } catch (error) {
    return error instanceof TimeLimitError
      ? timedOut(ms)
      : { kind: 'fault', detail: t`cannot be reached`, cause: 'unreachable' }
  }
}

function timedOut(ms: number): Verdict {
  return { kind: 'fault', detail: t`did not answer within ${Math.ceil(ms / 1000)} s`, cause: 'slow' }
}

/**
 * The body as text, or undefined if it is longer than any answer has to be. Put together before it becomes text: that is
 * half the work of decoding it piece by piece.
 */
async function textOf(response: Response, most: number): Promise<string | undefined> {
  if (!response.body) return ''
  const reader = response.body.getReader()
  const parts: Uint8Array[] = []
  let length = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    length += value.length
    if (length > most) {
      void reader.cancel()
      return undefined
    }
    parts.push(value)
  }
  const bytes = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return new TextDecoder().decode(bytes)
}
