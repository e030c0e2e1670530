import { useId, useSyncExternalStore } from 'react'

import { useRuntime } from '../chain/network'
import { splitWatched } from '../chain/one-node'
import { t } from '../words/t'

/** Whether watched addresses are told to one node all together. There is nothing to choose with a single node. */
export function SplitChoice() {
  const id = useId()
  const { nodes } = useRuntime()
  const isSplit = useSyncExternalStore(splitWatched.subscribe, splitWatched.get)
  if (nodes.length < 2) return null
  return (
    <div className="mt-4 border-t pt-3">
      <label className="flex min-h-11 cursor-pointer items-center gap-2 sm:min-h-8">
        <input
          type="checkbox"
          className="size-4 shrink-0 accent-accent"
          aria-describedby={id}
          checked={isSplit}
          onChange={(event) => splitWatched.set(event.target.checked)}
        />
        {t`Ask only one node about each watched address`}
      </label>
      <p id={id} className="text-xs text-muted">
        {t`Each watched address is read from one node, the same on every visit, and they are shared out evenly among the nodes; which goes where is kept in this browser. The price is certainty: where that node fails or lags, the address cannot be read, and no other node confirms what it says. Every node still sees your internet address, and nodes of one operator can put together what they see. The account you connect is read as before.`}
      </p>
    </div>
  )
}
