import { useState } from 'react'

type Started = { readonly amount: bigint | undefined; readonly from: bigint | undefined }

/** What an amount field holds: an amount, nothing, or a text that is no amount (`problem`). */
export type Entry = { readonly amount: bigint | undefined; readonly problem: string | undefined }

const empty: Entry = { amount: undefined, problem: undefined }

/**
 * The amount of a form. It empties itself once `current` (what the action changes) has moved on chain after
 * `markStarted`; anything the person wrote meanwhile stays. It begins empty, or with what another part of the page fills in.
 */
export function useAmount(current: bigint | undefined, initial?: bigint) {
  const [entry, setEntry] = useState<Entry>({ ...empty, amount: initial })
  const [started, setStarted] = useState<Started>()
  if (started && current !== undefined && current !== started.from) {
    setStarted(undefined)
    if (entry.amount === started.amount) setEntry(empty)
  }
  return {
    entry,
    setAmount: (amount: bigint | undefined, problem: string | undefined) => setEntry({ amount, problem }),
    markStarted: () => setStarted({ amount: entry.amount, from: current }),
  }
}
