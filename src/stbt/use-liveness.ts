import { useQuery } from '@tanstack/react-query'
import type { Address } from 'viem'

import { useRuntime } from '../chain/network'
import { findLiveness, type Liveness } from './kind'
import { usePolicy } from './use-policy'

/** Asked again after this time, while it is not known. */
const AGAIN_MS = 15_000

/** Whether a contract that may be of the live kind is: undefined while that is being asked. */
export function useLiveness(stbt: Address, mayBe: boolean): Liveness | undefined {
  const { nodes, network } = useRuntime()
  const { policy, problem } = usePolicy()
  const { data } = useQuery({
    queryKey: ['stbt.liveness', network.chainId, stbt],
    enabled: mayBe && policy.rules === undefined && problem === undefined,
    staleTime: Infinity,
    gcTime: Infinity,
    refetchInterval: ({ state }) => (state.data?.isLive === true ? false : AGAIN_MS),
    queryFn: () =>
      findLiveness(
        stbt,
        nodes.map(({ host, client }) => ({
          host,
          call: ({ to, data: calldata }) =>
            client.request({ method: 'eth_call', params: [{ to, data: calldata }, 'latest'] }),
        })),
      ),
  })
  if (problem !== undefined) return { isLive: false, reason: problem }
  if (policy.rules === 'live') return { isLive: true }
  if (policy.rules === 'ours')
    return { isLive: false, reason: 'STBT refuses to tell its rules, and config.json says that it has them.' }
  return data
}
