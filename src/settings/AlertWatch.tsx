import { useEffect } from 'react'

import { useRuntime } from '../chain/network'
import { usePerson } from '../chain/use-person'
import { startAlerts } from './alert-loop'
import { seen, tellNews } from './tell-news'

/** Watches the connected account for as long as the tab is open. Shows nothing itself. */
export default function AlertWatch() {
  const chain = useRuntime()
  const { account } = usePerson()
  useEffect(
    () => (account === undefined ? undefined : startAlerts({ chain, account, tell: tellNews })),
    [chain, account],
  )
  useEffect(() => {
    document.addEventListener('visibilitychange', seen)
    return () => document.removeEventListener('visibilitychange', seen)
  }, [])
  return null
}
