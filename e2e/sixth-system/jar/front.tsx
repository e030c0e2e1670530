import type { FrontPart } from '../../../src/system/front'
import { useLevel } from './use-level'

export const front: FrontPart = {
  what: 'Pour drops into a jar.',
  steps: ['You pour.', 'It fills.', 'It is full.', 'You stop.'],
  Picture: () => <p>A jar.</p>,
  alsoCalls: undefined,
  useFront() {
    const view = useLevel()
    const level = view.status === 'ready' ? view.snapshot.data.level : undefined
    return {
      earn: <b>Nothing.</b>,
      lose: <b>Drops.</b>,
      now:
        view.status !== 'ready'
          ? view
          : {
              status: 'ready',
              isStale: view.isStale,
              answer: level?.isKnown ? `${level.value} drops` : 'Not known',
              rest: 'in the jar',
            },
    }
  },
}
