import { knownValue } from '../math/reading'
import type { Dated } from '../system/overview'
import { closingOf } from './closing'
import { matterText, type Proposal } from './proposals'
import type { Silos } from './snapshot'
import { t } from '../words/t'

/** The end of the cycle, for a trustee: a distribution follows from what it harvests. rules.md S8, S18 */
export function datesOf({ holder, state }: Pick<Silos, 'holder' | 'state'>): readonly Dated[] {
  const known = knownValue(state)
  if (!known || knownValue(holder?.isTrustee) !== true) return []
  const { endsAt, kind } = closingOf(known)
  if (kind === 'due') return []
  return [
    {
      ...{ key: `cycle ${known.cycle.number + 1n}`, at: endsAt, href: '/silos/trustees?part=cycle' },
      what: t`Cycle ${known.cycle.number + 1n} ends`,
      detail: t`Then anyone can close it. What stands above 400% becomes the harvest.`,
    },
  ]
}

/** Until when a trustee can vote, and from when on a change that was decided can be applied. rules.md S18, S19 */
export function voteDates(proposals: readonly Proposal[]): readonly Dated[] {
  const href = '/silos/trustees?part=proposals'
  return proposals.flatMap(({ id, stage, matter, endsAt, readyAt, hasVoted }): readonly Dated[] => {
    const detail = matterText(matter)
    if (stage === 'pending')
      return [{ key: `apply ${id}`, at: readyAt, href, what: t`Proposal ${id} can be applied`, detail }]
    if (stage !== 'voting') return []
    const isDone = knownValue(hasVoted) === true
    const what = t`The vote on proposal ${id} ends`
    return [
      {
        key: `vote ${id}`,
        at: endsAt,
        href,
        what,
        detail: isDone ? t`${detail} You have voted for it.` : detail,
      },
    ]
  })
}
