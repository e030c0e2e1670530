import { useMemo } from 'react'
import type { Address } from 'viem'

import { useSnapshot, type SnapshotState } from '../chain/use-snapshot'
import { knownValue } from '../math/reading'
import { proposalReads } from './proposals'
import type { Silos } from './snapshot'

/** The newest proposals and who the trustees are; which there are is read first. */
export function useProposals(
  { addresses, proposalCount, weightSet }: Silos,
  account: Address | undefined,
  most: number,
): SnapshotState<ReturnType<typeof proposalReads>> {
  const count = knownValue(proposalCount)
  const set = knownValue(weightSet)
  const { trustees } = addresses
  return useSnapshot(
    'silos.proposals',
    useMemo(
      () =>
        count === undefined || set === undefined
          ? undefined
          : proposalReads(trustees, { count, weightSet: set, most }, account),
      [trustees, count, set, account, most],
    ),
  )
}
