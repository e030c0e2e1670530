import { Suspense, useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { ReactNode } from 'react'

import { useConnection } from '../chain/connection'
import { useRuntime } from '../chain/network'
import { useBlock } from '../chain/use-block'
import { inTime, lazyPart } from '../ui/chunk'
import type { Engine } from './engine'
import { loadBooksBy } from './explain/error-book'
import type { ErrorBook } from './explain/error-book'
import type { Plan } from './plan/plan'
import { ActionContext, EngineContext } from './use-action'
import { t } from '../words/t'

const ReviewDialog = lazyPart(() => import('./review/ReviewDialog'))
const noChange = () => () => undefined
const notLoaded = t`Transactions could not be loaded. Reload the page and try again.`

type TxProviderProps = {
  /** The book of a system, by its id; keep its identity stable. */
  loadErrors: (system: string) => Promise<ErrorBook | undefined>
  children: ReactNode
}

/**
 * Owns the journal, the follower and the review. All of it but this file loads when an account is connected
 * or a plan starts, so that a first visit pays nothing for it.
 */
export function TxProvider({ loadErrors, children }: TxProviderProps) {
  useEffect(() => loadBooksBy(loadErrors), [loadErrors])
  const { network, client, nodes, queryClient } = useRuntime()
  const block = useBlock()
  const { account, getProvider } = useConnection()
  const [engine, setEngine] = useState<Engine>()
  const [problem, setProblem] = useState<string>()
  const [firstPlan, setFirstPlan] = useState<Plan>()
  const providerInUse = useRef(getProvider)
  useEffect(() => {
    providerInUse.current = getProvider
  }, [getProvider])

  // Once needed, it stays: a wallet that disconnects must not end a review, nor stop what is being followed.
  const [isNeeded, setIsNeeded] = useState(false)
  if (!isNeeded && (account !== undefined || firstPlan !== undefined)) setIsNeeded(true)
  useEffect(() => {
    if (!isNeeded) return
    let isGone = false
    let started: Engine | undefined
    // The dialog comes along: a review that starts offline must still be able to say so. trust.md F31
    inTime(Promise.all([import('./engine'), import('./review/ReviewDialog')])).then(
      ([{ createEngine }]) => {
        if (isGone) return
        started = createEngine({
          ...{ network, client, nodes, queryClient },
          getProvider: () => providerInUse.current?.(),
        })
        setEngine(started)
        setProblem(undefined)
      },
      () => setProblem(notLoaded),
    )
    return () => {
      isGone = true
      started?.stop()
      setEngine(undefined)
    }
  }, [isNeeded, network, client, nodes, queryClient])

  useEffect(() => engine?.setAccount(account), [engine, account])
  useEffect(() => {
    if (block) engine?.onBlock(block.number)
  }, [engine, block])
  useEffect(() => {
    if (!engine || !firstPlan) return
    setFirstPlan(undefined)
    engine.start(firstPlan)
  }, [engine, firstPlan])

  const view = useSyncExternalStore(engine?.subscribe ?? noChange, () => engine?.getView())
  const start = useCallback(
    (plan: Plan | Promise<Plan>) => {
      // What the person sees now: the page may be at the next block when the plan's code is there.
      const onScreen = engine?.getOnScreen()
      const begin = (ready: Plan) => (engine ? engine.start(ready, onScreen) : setFirstPlan(ready))
      if (plan instanceof Promise) inTime(plan).then(begin, () => setProblem(notLoaded))
      else begin(plan)
    },
    [engine],
  )
  const busyKinds = view?.busyKinds
  const room = useMemo(
    () => ({ start, isBusy: (kind: string) => busyKinds?.includes(kind) ?? false }),
    [start, busyKinds],
  )

  return (
    <ActionContext value={room}>
      <EngineContext value={engine}>
        {children}
        {problem && <p role="alert">{problem}</p>}
        {engine && view?.review && (
          <Suspense fallback={null}>
            <ReviewDialog engine={engine} />
          </Suspense>
        )}
      </EngineContext>
    </ActionContext>
  )
}
