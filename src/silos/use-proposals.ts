import { useMemo } from 'react'
import type { Address } from 'viem'

import { useSnapshot, type SnapshotState } from '../chain/use-snapshot'
import { knownValue } from '../math/reading'
import { proposalReads } from './proposals'
import type { Silos } from './snapshot'

/** The newest proposals and who the trustees are; which there are is read first. Nothing is read without `silos`. */
export function useProposals(
  silos: Pick<Silos, 'addresses' | 'proposalCount' | 'weightSet'> | undefined,
  account: Address | undefined,
  most: number,
): SnapshotState<ReturnType<typeof proposalReads>> {
  const count = knownValue(silos?.proposalCount)
  const set = knownValue(silos?.weightSet)
  const trustees = silos?.addresses.trustees
  return useSnapshot(
    'silos.proposals',
    useMemo(
      () =>
        trustees === undefined || count === undefined || set === undefined
          ? undefined
          : proposalReads(trustees, { count, weightSet: set, most }, account),
      [trustees, count, set, account, most],
    ),
  )
}
