import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useSyncExternalStore } from 'react'

import { blockFloor } from './block-floor'
import { useChainHealth, useNetworkProblem, useRuntime } from './network'
import { isComplete, treeIdentity, type Snapshot } from './read'
import { reasonOf } from './reason'
import { snapshotQuery } from './snapshot-query'
import { useBlock } from './use-block'
import { t } from '../words/t'

export type SnapshotState<Tree> =
  | { readonly status: 'loading' }
  | { readonly status: 'error'; readonly reason: string; readonly retry: () => void }
  | {
      readonly status: 'ready'
      readonly snapshot: Snapshot<Tree>
      /** True when the figures are older than the chain's state: the last read failed, the tab is offline, or the user's own transaction is newer. */
      readonly isStale: boolean
    }

/**
 * Everything a page shows, read in one eth_call per block and only while it is on screen. The former snapshot
 * stays while the next one is read. `undefined` instead of a tree waits. Trees with the same name and the same
 * calls share one read; put the account into the calls' arguments and it is never another account's.
 * @example useSnapshot('stake', useMemo(() => stakeReads(network, account), [network, account]))
 */
export function useSnapshot<Tree>(name: string, tree: Tree | undefined): SnapshotState<Tree> {
  return useTree(name, tree, false)
}

/** Like useSnapshot for what never changes on chain (terms, symbols): read once per page load. */
export function useFixed<Tree>(name: string, tree: Tree | undefined): SnapshotState<Tree> {
  return useTree(name, tree, true)
}

function useTree<Tree>(name: string, tree: Tree | undefined, isFixed: boolean): SnapshotState<Tree> {
  const runtime = useRuntime()
  const { ticker } = runtime
  const block = useBlock()
  const problem = useNetworkProblem()
  const health = useChainHealth()
  const floor = useSyncExternalStore(blockFloor.subscribe, blockFloor.get)
  const identity = useMemo(() => treeIdentity(tree), [tree])

  const { data, error, isFetching, refetch } = useQuery({
    ...snapshotQuery(runtime, name, tree, identity),
    enabled: tree !== undefined && block !== undefined && problem === undefined,
    ...(isFixed && { gcTime: Infinity }),
  })

  const isWholeAndFixed = isFixed && data !== undefined && isComplete(data.snapshot.data)
  const isBehind = block !== undefined && data !== undefined && data.hash !== block.hash && !isWholeAndFixed
  const canRead = tree !== undefined && problem === undefined && block !== undefined
  // After a failure the next try comes with the next block, or when a node answers again.
  const blockHash = block?.hash
  const isOffline = health.status === 'offline'
  useEffect(() => {
    if (canRead && !isOffline && (isBehind || error)) void refetch({ cancelRefetch: false })
    // eslint-disable-next-line react-hooks/exhaustive-deps -- an error must not retry at once, only with the next block or when a node is back
  }, [canRead, isBehind, blockHash, data, isOffline, refetch])

  if (problem !== undefined) return { status: 'error', reason: problem, retry: reload }
  if (data)
    return {
      status: 'ready',
      snapshot: data.snapshot,
      isStale:
        !isWholeAndFixed &&
        ((error !== null && !isFetching) || data.snapshot.blockNumber < floor || isOffline),
    }
  if (error) return { status: 'error', reason: sentence(error), retry: () => void refetch() }
  if (!block && isOffline) return { status: 'error', reason: health.detail, retry: () => ticker.poke() }
  return { status: 'loading' }
}

function sentence(error: Error): string {
  const reason = reasonOf(error)
  return reason.endsWith('.') ? reason : t`The chain could not be read: ${reason}.`
}

function reload(): void {
  window.location.reload()
}
