import type { UsdtFacts } from '../chain/usdt'
import { knownValue } from '../math/reading'
import { lazyPart } from '../ui/chunk'
import { Later } from '../ui/Later'

const TetherMovedNotice = lazyPart(() => import('./TetherMovedNotice'))

/** Said wherever a system is shown whose USDT has moved to another contract. */
export function TetherMoved({ facts }: { facts: UsdtFacts | undefined }) {
  const movedTo = knownValue(facts?.movedTo)
  if (movedTo === undefined) return null
  return (
    <Later waiting={null}>
      <TetherMovedNotice movedTo={movedTo} />
    </Later>
  )
}
