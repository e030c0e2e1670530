import type { Explained } from '../explain/revert'
import type { Entry } from '../follow/entry'
import { isInFlight } from '../follow/machine'
import { takenBy } from '../follow/taken'
import { intentEntry } from '../send/intent'
import { mayStillHappen } from '../send/open-request'
import type { Requests } from '../send/requests'
import { intentKey, sendBatch, sendStep } from '../send/send'
import type { Review, SendResult } from '../send/send'
import { withTabLock } from '../send/tab-lock'
import { withinLimit } from '../wallet'
import type { Wallet } from '../wallet'
import { alreadyAsked, askedElsewhere, doneElsewhere, mayBeOpen } from './session-problems'
import type { World } from './world'

/** One request to the wallet. */
export type Ask = {
  readonly id: string
  readonly runId: string
  readonly review: Review
  /** The first step of the review, or all of them in one go. */
  readonly how: 'step' | 'batch'
  readonly wallet: Wallet
  /** What each step used in the rehearsal; empty where the wallet is to find its limits by itself. */
  readonly stepGas: readonly (bigint | undefined)[]
  /** Puts the request on record, right before the wallet is asked. Where it throws, the wallet is not. */
  readonly onAsk: (entry: Entry) => void
  readonly onUnsent: (unsent: Unsent) => void
}

/** Why nothing more happens by itself, and the request that may still be answered. */
export type Unsent = { readonly problem: Explained; readonly openRequest?: Entry | undefined }

/** The very same was asked for before, and may still happen. */
export function asTwice(openRequest: Entry): Unsent {
  return { openRequest, problem: alreadyAsked(openRequest) }
}

/**
 * Asks the wallet for what was reviewed, once over all tabs. Its answer is on record before anything else is awaited, and
 * the journal tells of what was sent; `onUnsent` hears of all else in that same moment.
 */
export async function askWallet(world: World, requests: Requests, ask: Ask): Promise<void> {
  const { plan, steps } = ask.review
  const [step] = steps
  if (!step) throw new Error('There is no step to ask for.')
  const key = intentKey(plan.chainId, plan.account, step)
  const outcome = await withTabLock(key, requests.countAskedAgain(), async () => {
    // Another tab may have sent it and let go of the lock while this one was reading. trust.md D6, F21
    const elsewhere = requests.askedInAnotherTab(step)
    const unsent = elsewhere ? unsentFor(elsewhere) : await askInThisTab(world, ask)
    if (unsent) ask.onUnsent(unsent)
    return 'asked'
  })
  if (outcome === undefined) ask.onUnsent({ problem: askedElsewhere })
}

function unsentFor(elsewhere: Entry): Unsent {
  return isInFlight(elsewhere) ? asTwice(elsewhere) : { problem: doneElsewhere(elsewhere) }
}

async function askInThisTab(world: World, ask: Ask): Promise<Unsent | undefined> {
  const { id, review, how, wallet, stepGas } = ask
  const { journal } = world
  const { account } = review.plan
  let asked: Entry | undefined
  const onAsk = async () => {
    const entry = await intentEntry(world.client, review, ask)
    ask.onAsk(entry)
    asked = entry
  }
  const result = await (how === 'batch'
    ? sendBatch(review, wallet, onAsk, stepGas)
    : sendStep(review, 0, wallet, onAsk, stepGas[0]))
  if (result.isSent) {
    recordSent(world, account, id, result, asked)
    return undefined
  }
  const { title, detail } = result.problem
  const note = `${title}. ${detail}`
  const mayBeSent = result.mayBeSent || (asked !== undefined && (await wasSentAllTheSame(world, asked)))
  journal.applyEvent(account, id, mayBeSent ? { type: 'unanswered', note } : { type: 'refused', note })
  const openRequest = mayBeSent ? journal.find(account, id) : undefined
  return openRequest ? { openRequest, problem: mayBeOpen(result.problem) } : { problem: result.problem }
}

/** Before anything else is awaited: the hash must survive whatever follows. trust.md D1 */
function recordSent(
  { journal }: World,
  account: Entry['account'],
  id: string,
  result: Extract<SendResult, { isSent: true }>,
  asked: Entry | undefined,
): void {
  const isForgotten = journal.find(account, id) === undefined
  // Given up or taken off the list meanwhile: it was sent all the same.
  if (isForgotten && asked) journal.record(asked)
  if ('hash' in result) {
    journal.applyEvent(account, id, { type: 'submitted', hash: result.hash })
    return
  }
  const entry = journal.find(account, id)
  if (entry) journal.record({ ...entry, batchId: result.batchId })
  journal.applyEvent(account, id, { type: 'batched' })
}

/** The person refused; a look at the nonce costs nothing. A node that can't tell leaves the person's word. */
async function wasSentAllTheSame(world: World, asked: Entry): Promise<boolean> {
  try {
    const taken = takenBy(world.journal.entries(asked.account), asked)
    return (await withinLimit(() => mayStillHappen(world, asked, taken))).isOpen
  } catch {
    return false
  }
}
