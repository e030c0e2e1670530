import { useQuery } from '@tanstack/react-query'

import { useRuntime } from '../chain/network'
import { findLiveness, type Liveness, type Suspect } from './liveness'
import { t } from '../words/t'

/** Asked again after this time, while it is not known. */
const AGAIN_MS = 15_000

/** What config.json says of the kind; `problem`: what is wrong with it there. */
export type Told = { readonly rules: 'ours' | 'live' | undefined; readonly problem: string | undefined }

/** Whether a contract that may be of the live kind is: undefined while that is being asked. */
export function useLiveness(
  suspect: Suspect,
  mayBe: boolean,
  { rules, problem }: Told,
): Liveness | undefined {
  const { nodes, network } = useRuntime()
  const { data } = useQuery({
    queryKey: ['liveness', network.chainId, suspect.address],
    enabled: mayBe && rules === undefined && problem === undefined,
    staleTime: Infinity,
    gcTime: Infinity,
    refetchInterval: ({ state }) => (state.data?.isLive === true ? false : AGAIN_MS),
    queryFn: () =>
      findLiveness(
        suspect,
        nodes.map(({ host, client }) => ({
          host,
          call: ({ to, data: calldata }) =>
            client.request({ method: 'eth_call', params: [{ to, data: calldata }, 'latest'] }),
        })),
      ),
  })
  if (problem !== undefined) return { isLive: false, reason: problem }
  if (rules === 'live') return { isLive: true }
  if (rules === 'ours')
    return {
      isLive: false,
      reason: t`${suspect.name} refuses to tell its rules, and config.json says that it has them.`,
    }
  return data
}
