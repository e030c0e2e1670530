import { useQuery } from '@tanstack/react-query'

import { useRuntime } from '../chain/network'
import {
  findLiveness,
  statedLiveness,
  witnessesOf,
  type Liveness,
  type StatedKind,
  type Suspect,
} from './liveness'

/** Asked again after this time, while it is not known. */
const AGAIN_MS = 15_000

/** Whether a contract that may be of the live kind is: undefined while that is being asked. */
export function useLiveness(suspect: Suspect, mayBe: boolean, kind: StatedKind): Liveness | undefined {
  const { nodes, network } = useRuntime()
  const stated = statedLiveness(suspect, kind)
  const { data } = useQuery({
    queryKey: ['liveness', network.chainId, suspect.address],
    enabled: mayBe && !stated,
    staleTime: Infinity,
    gcTime: Infinity,
    refetchInterval: ({ state }) => (state.data?.isLive === true ? false : AGAIN_MS),
    queryFn: () => findLiveness(suspect, witnessesOf(nodes)),
  })
  return stated ?? data
}
