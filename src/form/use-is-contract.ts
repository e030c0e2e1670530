import { useQuery } from '@tanstack/react-query'
import type { Address } from 'viem'

import { useClient, useNetwork } from '../chain/network'
import type { EthGetCode } from '../chain/rpc-methods'

/** Whether an address has code; undefined while that is asked, or can't be told. The transport limits the wait. */
export function useIsContract(address: Address | undefined): boolean | undefined {
  const client = useClient()
  const { chainId } = useNetwork()
  const { data } = useQuery({
    queryKey: ['is-contract', chainId, address],
    enabled: address !== undefined,
    queryFn: async () => {
      if (address === undefined) throw new Error('There is no address yet.')
      const code = await client.request<EthGetCode>({ method: 'eth_getCode', params: [address, 'latest'] })
      // An account that delegates (EIP-7702) is still a person's.
      return code !== '0x' && !code.startsWith('0xef0100')
    },
  })
  return data
}
