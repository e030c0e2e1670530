import type { Address } from 'viem'

import { siloReserveAbi } from '../../abis/SiloReserve'
import { trusteesAbi } from '../../abis/Trustees'
import type { Network } from '../chain/config'
import { planOf } from '../tx/plan/build'
import type { Target } from '../tx/plan/build'
import type { Act, Asset, Plan } from '../tx/plan/plan'
import type { Kind } from './kinds'
import { usdcUnit, usdtzUnit, xtzUnit, type SilosAddresses } from './snapshot'
import { t } from '../words/t'

/** Who acts, and on which contracts. Everything a plan freezes besides its amounts. */
export type PlanContext = {
  readonly network: Pick<Network, 'chainId'>
  readonly account: Address
  readonly addresses: SilosAddresses
}

type Erc20 = Extract<Asset, { kind: 'erc20' }>

export const usdtzAsset = ({ usdtz }: SilosAddresses): Erc20 => ({
  kind: 'erc20',
  address: usdtz,
  ...usdtzUnit,
})
export const usdcAsset = ({ usdc }: SilosAddresses): Erc20 => ({ kind: 'erc20', address: usdc, ...usdcUnit })
export const xtzAsset = ({ xtz }: SilosAddresses): Erc20 => ({ kind: 'erc20', address: xtz, ...xtzUnit })
export const reserveOf = ({ reserve }: SilosAddresses): Target => ({
  address: reserve,
  label: t`Reserve of USDtz`,
  abi: siloReserveAbi,
})

export const trusteesOf = ({ trustees }: SilosAddresses): Target => ({
  address: trustees,
  label: t`Trustees`,
  abi: trusteesAbi,
})

/** A plan of this room. All its addresses are in config.json. */
export function reservePlan(
  { network, account }: PlanContext,
  kind: Kind,
  act: Act,
  { restsOn, bounds = [] }: Pick<Plan, 'restsOn'> & Partial<Pick<Plan, 'bounds'>>,
): Plan {
  return planOf({
    kind,
    system: 'silos',
    chainId: network.chainId,
    account,
    acts: [act],
    restsOn,
    bounds,
  })
}
