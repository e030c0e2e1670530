import { useEffect, useRef, useState } from 'react'

import { useConnection } from './connection'
import { fetchKeptAnswers, keptAnswers } from './kept'
import type { Kept } from './kept-answers'
import type { KnownReads } from './known'
import { useNetwork } from './network'
import type { Snapshot } from './read'

const KEEP_EVERY_MS = 60_000
const KEEP_AFTER_MS = 3_000

/**
 * The answers of the last visit, where nobody is connected; keeps the first answers of this one for the next, and then
 * some once a minute. No plan is made of what was kept, since every plan is somebody's.
 * @param name undefined to keep nothing
 */
export function useKept<Known, Tree>(
  name: string | undefined,
  source: KnownReads<Known, Tree> | undefined,
  newest: Snapshot<Tree> | undefined,
): Kept<Known, Tree> | undefined {
  const network = useNetwork()
  const { account } = useConnection()
  const [kept] = useState(() =>
    name !== undefined && source ? keptAnswers()?.keptSnapshot(network, name, source, Date.now()) : undefined,
  )
  const lastMs = useRef(-Infinity)
  useEffect(() => {
    const nowMs = Date.now()
    if (name === undefined || !newest || account !== undefined) return
    if (nowMs < lastMs.current + KEEP_EVERY_MS) return
    lastMs.current = nowMs
    const keep = async () => (await fetchKeptAnswers()).keepAnswers(name, newest, nowMs)
    // What is only for the next visit is not in the way of this one; if it fails there is nothing old to show.
    setTimeout(() => void keep().catch(() => undefined), KEEP_AFTER_MS)
  }, [name, newest, account])
  return account === undefined ? kept : undefined
}
