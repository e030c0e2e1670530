import type { Entry } from '../follow/entry'
import type { Followed } from '../follow/follow'
import type { JournalStore } from '../follow/journal-store'
import { isDecided, isInFlight, isSupersededByGuess } from '../follow/machine'
import { takenBy } from '../follow/taken'
import { mayStillHappen } from './open-request'
import type { Plan } from '../plan/plan'
import { intentKey } from './send'
import type { Step } from '../plan/steps'
import { t } from '../../words/t'

/** What a review must know of earlier requests for the same bytes, so that nothing is done twice. trust.md D6 */
export function requestsOf(
  { chainId, account }: Plan,
  runId: string,
  chain: Followed,
  journal: JournalStore,
) {
  const acknowledged = new Set<string>()
  const askedBefore = new Set(journal.entries(account).map(({ id }) => id))

  function sameAs(step: Step): Entry[] {
    const key = intentKey(chainId, account, step)
    return journal.entries(account).filter((entry) => intentKey(chainId, account, entry) === key)
  }

  return {
    /** The person says that this request is closed in the wallet. */
    askedAgain: (id: string) => void acknowledged.add(id),
    countAskedAgain: () => acknowledged.size,

    /** A request that may still take effect. One the chain shows to be unsent is put aside. */
    async openFor(step: Step): Promise<Entry | undefined> {
      for (const entry of sameAs(step).filter((same) => isInFlight(same) || isSupersededByGuess(same))) {
        const isSaidToBeClosed = acknowledged.has(entry.id)
        if (!isSaidToBeClosed) return entry
        if (!isInFlight(entry)) continue
        const taken = takenBy(journal.entries(account), entry)
        const { isOpen, events } = await mayStillHappen(chain, entry, taken)
        for (const event of events) journal.applyEvent(account, entry.id, event)
        if (isOpen) return journal.find(account, entry.id) ?? entry
        if (entry.hash === undefined)
          journal.applyEvent(account, entry.id, { type: 'refused', note: t`Nothing was sent.` })
      }
      return undefined
    },

    /** What another review asked for since this one was opened, and which is done or still may be. trust.md F21 */
    askedInAnotherTab(step: Step): Entry | undefined {
      return sameAs(step).find(
        (entry) =>
          entry.runId !== runId &&
          !askedBefore.has(entry.id) &&
          !acknowledged.has(entry.id) &&
          (isInFlight(entry) || (isDecided(entry) && entry.hasEffect === true)),
      )
    },
  }
}

export type Requests = ReturnType<typeof requestsOf>
