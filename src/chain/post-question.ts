/** A question to a node. */
export type Question = { readonly id: number; readonly method: string; readonly params: readonly unknown[] }

/** A question that was asked, and what stops waiting for its answer. */
export type Asked = {
  readonly url: string
  readonly question: Question
  /** Rejects when the node can't be reached, or after `stop`. */
  readonly answer: Promise<Response>
  readonly stop: () => void
}

let lastId = 0

/** Nodes that run in this very tab, by their URL: nothing of what they are asked leaves it. */
const inTab = new Map<string, typeof fetch>()

/** Asks this instead of the network, whatever is asked at this URL. */
export function answerInTab(url: string, ask: typeof fetch): void {
  inTab.set(url, ask)
}

/** Asks a node by JSON-RPC over HTTP. Its answer is not looked at here. */
export function postQuestion(url: string, method: string, params: readonly unknown[]): Asked {
  const question = { id: ++lastId, method, params }
  const controller = new AbortController()
  const ask = inTab.get(url) ?? fetch
  const answer = ask(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ jsonrpc: '2.0', ...question }),
    signal: controller.signal,
    cache: 'no-store',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
  })
  return { url, question, answer, stop: () => controller.abort() }
}
