import { Suspense, useContext } from 'react'

import { lazyPart } from '../../ui/chunk'
import { EngineContext } from '../use-action'

const ActivityList = lazyPart(() => import('./ActivityList'))

/** What is in flight, in the header of every page. Shows nothing until there is something to show. */
export function ActivityTray() {
  const engine = useContext(EngineContext)
  return engine ? (
    <Suspense fallback={null}>
      <ActivityList engine={engine} />
    </Suspense>
  ) : null
}
