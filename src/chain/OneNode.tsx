import { useSyncExternalStore, type ReactNode } from 'react'
import type { Address } from 'viem'

import { RuntimeContext, useRuntime } from './network'
import { oneNodeFor, splitWatched } from './one-node'

/** What is below it about a watched address is read from one node, where the person wants that; else as everything is. */
export function OneNode({ account, children }: { account: Address; children: ReactNode }) {
  const whole = useRuntime()
  const isSplit = useSyncExternalStore(splitWatched.subscribe, splitWatched.get)
  return <RuntimeContext value={isSplit ? oneNodeFor(whole, account) : whole}>{children}</RuntimeContext>
}
