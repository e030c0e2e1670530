import { useEffect, useState } from 'react'
import { isAddressEqual, type Address } from 'viem'
import { accounts } from '../../devnet/accounts'
import { connect } from '../../devnet/rpc'
import type { NamedContract } from '../../devnet/system'
import { systemsIn } from '../../devnet/systems'
import { tetherUsdAbi } from '../../abis/TetherUSD'
import type { Network } from '../chain/config'

/** The contracts the devnet wallet knows: those of every system that can be read now. */
export async function namedContracts({ contracts, rpcUrls }: Network): Promise<readonly NamedContract[]> {
  const [rpcUrl] = rpcUrls
  if (rpcUrl === undefined) return []
  const rpc = connect(rpcUrl)
  const usdt = contracts.shared?.usdt
  const tether = usdt ? [{ address: usdt, label: 'USDT (Tether)', abi: tetherUsdAbi }] : []
  const found = await Promise.allSettled(
    systemsIn(contracts).map((present) => present.system.namedContracts(rpc, present.contracts)),
  )
  return [...tether, ...found.flatMap((one) => (one.status === 'fulfilled' ? one.value : []))]
}

/** The same, for a component; undefined until they are known. */
export function useNamedContracts(network: Network): readonly NamedContract[] | undefined {
  const [named, setNamed] = useState<readonly NamedContract[]>()
  useEffect(() => {
    let isShown = true
    void namedContracts(network).then((found) => isShown && setNamed(found))
    return () => {
      isShown = false
    }
  }, [network])
  return named
}

/** What the devnet calls an address: a contract, or one of its people. */
export function labelOf(named: readonly NamedContract[], address: Address): string | undefined {
  return [...accounts, ...named].find((one) => isAddressEqual(one.address, address))?.label
}
