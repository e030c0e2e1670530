import { useEffect, useSyncExternalStore } from 'react'
import type { Address } from 'viem'

import { useRuntime } from '../chain/network'
import { usePerson } from '../chain/use-person'
import { alertAccounts } from './alert-accounts'
import { startAlerts } from './alert-loop'
import { seen, tellNews } from './tell-news'

/** Watches the connected account, and those that a person has added, for as long as the tab is open. Shows nothing itself. */
export default function AlertWatch() {
  const { account } = usePerson()
  const others = useSyncExternalStore(alertAccounts.subscribe, alertAccounts.get)
  useEffect(() => {
    document.addEventListener('visibilitychange', seen)
    return () => document.removeEventListener('visibilitychange', seen)
  }, [])
  return (
    <>
      {account !== undefined && <Watch key={account} account={account} />}
      {others
        .filter((other) => other !== account)
        .map((other) => (
          <Watch key={other} account={other} whose={`${other.slice(0, 6)}…${other.slice(-4)}`} />
        ))}
    </>
  )
}

/** One account; `whose` stands before its news where it is not the connected one. */
function Watch({ account, whose }: { account: Address; whose?: string }) {
  const chain = useRuntime()
  useEffect(
    () => startAlerts({ chain, account, tell: (news) => tellNews(news, whose) }),
    [chain, account, whose],
  )
  return null
}
