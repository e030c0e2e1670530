import { useIsFetching, useQuery } from '@tanstack/react-query'
import { useEffect, useRef, type ComponentProps } from 'react'

import { AtBlock } from '../chain/AtBlock'
import { useClient, useNetwork } from '../chain/network'
import { fetchPastBlock } from '../chain/past-blocks'
import { reasonOf } from '../chain/reason'
import type { AccountAnswers } from './account-answers'
import { EachAccount } from './EachAccount'
import { worthIn, type WorthPoint } from './worth-history'
import { t } from '../words/t'

/** What is not whole when nothing was asked for so long stays so. */
const SETTLED_MS = 400
/** A moment that takes longer is a gap. */
const LIMIT_MS = 20_000

type PastWorthProps = Omit<ComponentProps<typeof EachAccount>, 'children' | 'told'> & {
  blockNumber: bigint
  onTold: (point: WorthPoint) => void
}

/** Reads everything as it was in a block, shows nothing, and tells what that was worth: once. */
export function PastWorth({ blockNumber, onTold, ...who }: PastWorthProps) {
  const client = useClient()
  const { chainId } = useNetwork()
  const { data, error } = useQuery({
    queryKey: ['past-block', chainId, `${blockNumber}`],
    staleTime: Infinity,
    queryFn: () => fetchPastBlock(client, blockNumber),
  })
  const isTold = useRef(false)
  const tell = (point: Omit<WorthPoint, 'blockNumber'>) => {
    if (isTold.current) return
    isTold.current = true
    onTold({ ...point, blockNumber })
  }
  const reason = error && reasonOf(error)
  useEffect(() => {
    if (reason !== null) tell({ reason })
    // eslint-disable-next-line react-hooks/exhaustive-deps -- told once: `tell` is new with every rendering
  }, [reason])
  if (!data) return null
  return (
    <AtBlock block={data}>
      <EachAccount {...who}>
        {(told) => <Wait told={told} onWhole={(point) => tell({ ...point, time: data.timestamp })} />}
      </EachAccount>
    </AtBlock>
  )
}

type WaitProps = {
  told: readonly AccountAnswers[]
  onWhole: (point: Pick<WorthPoint, 'cents' | 'reason'>) => void
}

/** Some answers lead to further questions: what is not whole yet is waited for while anything is being asked. */
function Wait({ told, onWhole }: WaitProps) {
  const isAsking = useIsFetching() > 0
  const worth = worthIn(told)
  const { cents, reason = t`It took too long to read.` } = worth ?? {}
  const latest = useRef(onWhole)
  useEffect(() => {
    latest.current = onWhole
  })
  useEffect(() => {
    const waitMs = cents !== undefined ? 0 : worth && !isAsking ? SETTLED_MS : LIMIT_MS
    const timer = setTimeout(() => latest.current(cents === undefined ? { reason } : { cents }), waitMs)
    return () => clearTimeout(timer)
    // eslint-disable-next-line react-hooks/exhaustive-deps -- whether it is there, not which object it is
  }, [cents, reason, worth === undefined, isAsking])
  return null
}
