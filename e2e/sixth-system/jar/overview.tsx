import type { OverviewView } from '../../../src/system/overview'
import { Figure } from '../../../src/ui/Figure'
import { useLevel } from './use-level'

export function useOverview(): OverviewView {
  const view = useLevel()
  if (view.status !== 'ready') return view
  const { level } = view.snapshot.data
  const isFull = level.isKnown && level.value === 10n
  return {
    status: 'ready',
    isStale: view.isStale,
    todos: isFull
      ? []
      : [{ key: 'pour', what: 'Pour into the jar', why: 'It is not full', href: '/jar', action: 'Pour' }],
    isWhole: level.isKnown,
    figures: <Figure label="Level" reading={level} format={(drops) => `${drops} drops`} />,
  }
}
