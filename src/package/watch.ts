import type { Address } from 'viem'

import type { ChainReader } from '../chain/chain-reader'
import { reasonOf } from '../chain/reason'
import { toJson } from '../tx/follow/entry'
import { newsText } from './cli-text'
import { look } from './look'
import { readTold, writeTold, type Watched } from './state-file'
import { post } from './webhook'

export type WatchOptions = {
  readonly account: Address
  readonly webhook: string | undefined
  readonly stateFile: string
  readonly everySeconds: number
  /** One look, then the end: for a scheduler that calls it. */
  readonly isOnce: boolean
  readonly isJson: boolean
  readonly say: (line: string) => void
  /** What is not news: nodes that do not answer, a webhook that refuses. */
  readonly complain: (line: string) => void
}

/** After failures the next look comes later, up to so many seconds. */
const LONGEST_PAUSE_SECONDS = 900

/**
 * Looks again and again, and tells what is new. What was told is written down only once the webhook has taken it: it is told
 * at least once, also where the watch ends in between.
 * @returns whether the last look went well, where there is a last one
 */
export async function watch(chain: ChainReader, options: WatchOptions): Promise<boolean> {
  const { account, stateFile, everySeconds, isOnce, complain } = options
  const watched: Watched = { chainId: chain.network.chainId, account }
  const stored = await readTold(stateFile, watched)
  if (!stored.isKnown) {
    complain(stored.reason)
    return false
  }
  let told = stored.value
  for (let failures = 0; ;) {
    const found = await look(chain, account, told)
    const problem = found.isKnown ? await tell(chain, found.value, options) : found.reason
    if (problem !== undefined) complain(problem)
    failures = problem === undefined ? 0 : failures + 1
    if (found.isKnown && problem === undefined) {
      for (const reason of found.value.unread) complain(reason)
      told = found.value.told
      if (found.value.news.length > 0 || isOnce) {
        const unwritten = await writeTold(stateFile, watched, told).then(
          () => undefined,
          (error: unknown) => `${stateFile} can’t be written: ${reasonOf(error)}`,
        )
        if (unwritten !== undefined) {
          complain(unwritten)
          return false
        }
      }
    }
    if (isOnce) return problem === undefined
    const pause = Math.min(everySeconds * 2 ** failures, Math.max(everySeconds, LONGEST_PAUSE_SECONDS))
    await new Promise((resolve) => setTimeout(resolve, pause * 1000))
  }
}

type Seen = Extract<Awaited<ReturnType<typeof look>>, { isKnown: true }>['value']

/** Tells news to the webhook and on screen; a sentence where the webhook did not take it. */
async function tell(
  { network }: ChainReader,
  { news, blockNumber }: Seen,
  { account, webhook, isJson, say }: WatchOptions,
): Promise<string | undefined> {
  if (news.length === 0) return undefined
  const lines = news.map(newsText)
  const { chainId } = network
  if (webhook !== undefined) {
    // `text` is what chat services show.
    const body = toJson({ text: lines.join('\n'), chainId, account, blockNumber, news })
    const problem = await post(webhook, body)
    if (problem !== undefined) return `${problem} It is told again.`
  }
  if (isJson) for (const one of news) say(toJson({ chainId, account, blockNumber, ...one }))
  else for (const line of lines) say(line)
  return undefined
}
