import { useQuery } from '@tanstack/react-query'
import { getAddress, type Address } from 'viem'

import type { Network } from '../chain/config'
import { useRuntime } from '../chain/network'
import { rich } from '../words/rich'

/** ENS's own, on Ethereum. */
const ETHEREUM_RESOLVER = '0xeEeEEEeE14D718C2B47D9923Deab1335E144EeEe'

const resolverOf = ({ chainId, ensUniversalResolver }: Network): Address | undefined =>
  ensUniversalResolver ?? (chainId === 1 ? ETHEREUM_RESOLVER : undefined)

/** What an account calls itself, beside its address; nothing where it has no such name, or none that may be shown. */
export function EnsName({ account }: { account: Address }) {
  const { client, network } = useRuntime()
  const resolver = resolverOf(network)
  const { data: name } = useQuery({
    queryKey: ['ens name', network.chainId, account],
    queryFn: async () => {
      const { ensNameOf } = await import('../chain/ens-name')
      return (await ensNameOf(client, resolver ?? ETHEREUM_RESOLVER, getAddress(account))) ?? null
    },
    enabled: resolver !== undefined,
    staleTime: Infinity,
  })
  if (!name) return null
  return (
    <p className="text-xs text-muted">
      {rich`It calls itself ${(<bdi className="font-medium text-ink">{name}</bdi>)} (ENS). Names can look alike: go by the address.`}
    </p>
  )
}
