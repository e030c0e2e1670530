import type { Block } from './head'
import { fetchKeptAnswers, hasKept } from './kept'
import type { KnownReads } from './known'
import { fetchHint } from './read'
import { remember } from './remembered'
import type { Runtime } from './runtime'
import { snapshotQuery } from './snapshot-query'
import { nextTask } from './next-task'

/**
 * Asks for what the first page shows before anything is drawn: drawing takes longer than the way to the node, and keeps
 * answers waiting. The page finds what is on its way under the same name. What is asked for is known from one call, which
 * head-start.ts has made. What shows the last visit's answers is fetched beside it, where there are any. Resolves when
 * the figures are here, or asked for where old ones can be shown; throws if no node answers.
 */
export async function readAhead<Known, Tree>(
  runtime: Runtime,
  name: string,
  source: KnownReads<Known, Tree>,
): Promise<void> {
  const isKept = hasKept(runtime.network.chainId, name)
  const [data] = await Promise.all([
    fetchHint(runtime.client, source.reads(source.initial)),
    firstBlock(runtime),
    // Without it nothing old is shown.
    isKept && fetchKeptAnswers().catch(() => undefined),
  ])
  const hint = data && source.learn(data, source.initial)
  if (hint === undefined) return
  const known = source.lasting(hint)
  remember(runtime, name, known)
  const ahead = runtime.queryClient.query(snapshotQuery(runtime, name, source.reads(known)))
  // The page asks again by itself, and says what is wrong.
  const answered = ahead.catch(() => undefined)
  // With the figures at hand a page is drawn once, not first without them.
  await (isKept ? nextTask() : answered)
}

function firstBlock({ ticker }: Runtime): Promise<Block> {
  return new Promise((resolve) => {
    const look = () => {
      const block = ticker.get()
      if (!block) return
      stop()
      resolve(block)
    }
    const stop = ticker.subscribe(look)
    look()
  })
}
