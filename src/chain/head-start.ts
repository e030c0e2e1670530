import type { Hex } from 'viem'

import { aggregate3, type Call } from './aggregate3'
import { chosenNetwork } from './chosen-network'
import { postQuestion, type Asked } from './post-question'
import { nodesInOrder } from './preferred-node'
import { isSafeUrl } from './safe-url'

/**
 * What is asked first does not wait for the app's code: this module comes as a script of its own, of some 1,500 bytes,
 * and runs while the rest is on its way. It fetches config.json and asks its first node for the chain, the newest block
 * and what the page has to know before its figures can be asked for, then for these. Each answer is handed over once, to
 * who asks for the same, and is checked there like any other.
 */

/** Addresses as config.json has them, unchecked. */
type Contracts = Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>

/** A view call without arguments to a contract that config.json names. */
export type FirstCall = {
  readonly group: string
  readonly name: string
  /** The four bytes that name the function. */
  readonly data: Hex
  /** The pages that begin with it, as the address has them: "#/stake". */
  readonly isOn: (hash: string) => boolean
  /** What the page asks for, all at once, when it has this answer; undefined where that can't be told from it. */
  readonly next: (answer: string, contracts: Contracts) => readonly Call[] | undefined
}

type ConfigAnswer = { readonly status: number; readonly body: string | undefined }

/** Older answers are left alone: a tab that was opened behind another one may wake up hours later. */
const FRESH_MS = 5_000

const asked: Asked[] = []
let askedAtMs = 0
let config: Promise<ConfigAnswer> | undefined

/** Not in tests and scripts, and not where floor.js has said that nothing starts. */
function isPage(): boolean {
  return typeof document === 'object' && document.getElementById('root')?.hasChildNodes() === false
}

/** Asks what can be asked before the app is there. */
export function begin(calls: readonly FirstCall[]): void {
  if (!isPage()) return
  config = fetchConfig()
  // What is wrong with it is said by who takes it.
  void config.then(({ body = '' }) => askFirstNode(JSON.parse(body), calls)).catch(() => undefined)
}

function askFirstNode(json: unknown, calls: readonly FirstCall[]): void {
  const networks = (json as { networks?: unknown } | null)?.networks
  if (!Array.isArray(networks)) return
  const { chainId, rpcUrls, contracts } = chosenNetwork(networks.filter(isNetwork)) ?? {}
  if (chainId === undefined || !Array.isArray(rpcUrls)) return
  // The node the app will ask first, as far as an unchecked configuration tells.
  const [url] = nodesInOrder({ chainId, rpcUrls })
  if (typeof url !== 'string' || !isSafeUrl(url)) return
  askedAtMs = Date.now()
  const ask = (method: string, params: readonly unknown[]): Asked => {
    const one = postQuestion(url, method, params)
    asked.push(one)
    one.answer.catch(() => undefined)
    return one
  }
  ask('eth_chainId', [])
  const head = ask('eth_getBlockByNumber', ['latest', false])
  for (const { group, name, data, isOn, next } of calls) {
    const to = contracts?.[group]?.[name]
    if (!isAddress(to) || !isOn(location.hash)) continue
    const first = ask('eth_call', [{ to, data }, 'latest'])
    const multicall3 = contracts?.shared?.multicall3
    if (!isAddress(multicall3)) continue
    void Promise.all([resultOf(first), resultOf(head)])
      .then(([answer, block]) => {
        const then = next(answer as string, contracts ?? {})
        const { number } = block as { number: string }
        if (then) ask('eth_call', [{ to: multicall3, data: aggregate3(then) }, number])
      })
      // The app asks by itself, and says what is wrong.
      .catch(() => undefined)
  }
}

/** What the node said, which the app still reads for itself. */
async function resultOf({ answer }: Asked): Promise<unknown> {
  return ((await (await answer).clone().json()) as { result: unknown }).result
}

function isAddress(value: unknown): value is string {
  return typeof value === 'string' && /^0x[\da-f]{40}$/i.test(value)
}

type UncheckedNetwork = {
  readonly chainId: number
  readonly rpcUrls?: unknown
  readonly contracts?: Contracts | undefined
}

function isNetwork(value: unknown): value is UncheckedNetwork {
  return typeof (value as Partial<UncheckedNetwork> | null)?.chainId === 'number'
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
      early.url === url &&
      question.method === method &&
      JSON.stringify(question.params) === JSON.stringify(params),
  )
  return index === -1 ? undefined : asked.splice(index, 1)[0]
}
