import { useQuery } from '@tanstack/react-query'

import { fetchBlockTimes } from '../chain/block-times'
import { useClient, useNetwork } from '../chain/network'
import { fetchSnapshot } from '../chain/read'
import { reasonOf } from '../chain/reason'
import type { Silos, SilosAddresses } from './snapshot'
import { silosOf, silosReads } from './snapshot'
import { t } from '../words/t'

export type PastView =
  | { readonly status: 'none' | 'loading' }
  | { readonly status: 'error'; readonly reason: string }
  | { readonly status: 'ready'; readonly silos: Omit<Silos, 'isStale'> }

/** The reserve as it was after a block, asked once: only a node that keeps old states knows it. Undefined asks nothing. */
export function usePastSilos(addresses: SilosAddresses, block: bigint | undefined): PastView {
  const client = useClient()
  const network = useNetwork()
  const { data, error } = useQuery({
    queryKey: ['silos.past', network.chainId, addresses.reserve, `${block}`],
    enabled: block !== undefined,
    staleTime: Infinity,
    retry: false,
    queryFn: async () => {
      if (block === undefined) throw new Error('No block was named.')
      const timestamp = (await fetchBlockTimes(client, [block], 1)).get(block)
      if (timestamp === undefined) throw new Error(t`The node does not know block ${block}.`)
      return fetchSnapshot(client, network, silosReads(addresses, undefined), { number: block, timestamp })
    },
  })
  if (block === undefined) return { status: 'none' }
  if (data) {
    const { blockNumber, timestamp } = data
    const past = silosOf(data.data, addresses, timestamp, undefined)
    return { status: 'ready', silos: { blockNumber, timestamp, ...past } }
  }
  return error ? { status: 'error', reason: reasonOf(error) } : { status: 'loading' }
}
