import { postQuestion, type Asked } from './post-question'
import { nodesInOrder } from './preferred-node'
import { isSafeUrl } from './safe-url'

/**
 * What is asked first does not wait for the app's code: this module comes as a script of its own, of a few hundred
 * bytes, and runs while the rest is on its way. It fetches config.json and asks its first node for the chain and the
 * newest block. Each answer is handed over once, to who asks for the same, and is checked there like any other.
 */

type ConfigAnswer = { readonly status: number; readonly body: string | undefined }

/** Older answers are left alone: a tab that was opened behind another one may wake up hours later. */
const FRESH_MS = 5_000

const asked: Asked[] = []
let askedAtMs = 0
let config = isPage() ? begin() : undefined

/** Not in tests and scripts, and not where floor.js has said that nothing starts. */
function isPage(): boolean {
  return typeof document === 'object' && document.getElementById('root')?.hasChildNodes() === false
}

function begin(): Promise<ConfigAnswer> {
  const answer = fetchConfig()
  // What is wrong with it is said by who takes it.
  void answer.then(askFirstNode).catch(() => undefined)
  return answer
}

function askFirstNode({ body = '' }: ConfigAnswer): void {
  const url = firstNode(JSON.parse(body))
  if (url === undefined) return
  askedAtMs = Date.now()
  asked.push(
    postQuestion(url, 'eth_chainId', []),
    postQuestion(url, 'eth_getBlockByNumber', ['latest', false]),
  )
  for (const { answer } of asked) answer.catch(() => undefined)
}

/** The node the app will ask first, as far as an unchecked configuration tells. */
function firstNode(json: unknown): string | undefined {
  const networks = (json as { networks?: unknown } | null)?.networks
  if (!Array.isArray(networks)) return undefined
  const { chainId, rpcUrls } = (networks[0] ?? {}) as { chainId?: unknown; rpcUrls?: unknown }
  if (typeof chainId !== 'number' || !Array.isArray(rpcUrls)) return undefined
  const [url] = nodesInOrder({ chainId, rpcUrls })
  return typeof url === 'string' && isSafeUrl(url) ? url : undefined
}

/** Fetches config.json beside the page. Rejects when the server does not answer. */
export async function fetchConfig(signal?: AbortSignal): Promise<ConfigAnswer> {
  const response = await fetch('./config.json', {
    cache: 'no-cache',
    credentials: 'omit',
    ...(signal && { signal }),
  })
  return { status: response.status, body: response.ok ? await response.text() : undefined }
}

/** config.json as it was fetched before the app was there, the first time; undefined from then on. */
export function takeEarlyConfig(): Promise<ConfigAnswer> | undefined {
  const taken = config
  config = undefined
  return taken
}

/** A question that was asked before the app was there, if it is this one and not long ago: once. */
export function takeEarlyAnswer(url: string, method: string, params: readonly unknown[]): Asked | undefined {
  if (Date.now() - askedAtMs > FRESH_MS) return undefined
  const index = asked.findIndex(
    ({ question, ...early }) =>
      early.url === url && question.method === method && String(question.params) === String(params),
  )
  return index === -1 ? undefined : asked.splice(index, 1)[0]
}
