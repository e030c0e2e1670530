import type { Address } from 'viem'

import { taoBackingAbi } from '../../abis/TaoBacking'
import { tusdtBookAbi } from '../../abis/TusdtBook'
import { vaultEngineAbi } from '../../abis/VaultEngine'
import type { Network } from '../chain/config'
import { knownValue } from '../math/reading'
import { answered, decimalsOf, planOf } from '../tx/plan/build'
import type { Target } from '../tx/plan/build'
import type { Act, Asset, Fact, Plan } from '../tx/plan/plan'
import type { Kind } from './kinds'
import {
  taoUnit,
  tusdtUnit,
  usdcUnit,
  type CollateralAddresses,
  type CollateralType,
  type VaultView,
} from './snapshot'
import { t } from '../words/t'

/** Who acts, and on which contracts; TUSDT as the book names it. Everything a plan freezes besides its amounts. */
export type PlanContext = {
  readonly network: Pick<Network, 'chainId'>
  readonly account: Address
  readonly addresses: CollateralAddresses
  readonly tusdt: Address
}

/** For what takes or gives backing: its two tokens, too. */
export type BackingContext = PlanContext & { readonly usdc: Address; readonly tao: Address }

/** One collateral type, as far as a plan speaks of it. */
export type PlanType = {
  readonly place: number
  readonly name: string
  readonly engine: Address
  readonly token: Address
}

/** Undefined while its token is not known. */
export function planTypeOf({ place, name, engine, collateral }: CollateralType): PlanType | undefined {
  const token = knownValue(collateral)
  return token && { place, name, engine, token }
}

type Erc20 = Extract<Asset, { kind: 'erc20' }>

export const tusdtAsset = ({ tusdt }: Pick<PlanContext, 'tusdt'>): Erc20 => {
  return { kind: 'erc20', address: tusdt, ...tusdtUnit }
}
export const taoAsset = ({ tao }: Pick<BackingContext, 'tao'>): Erc20 => {
  return { kind: 'erc20', address: tao, ...taoUnit }
}
export const usdcAsset = ({ usdc }: Pick<BackingContext, 'usdc'>): Erc20 => {
  return { kind: 'erc20', address: usdc, ...usdcUnit }
}
/** Collateral has 18 decimals, or its engine would not work with it; the token itself is asked, too. */
export const collateralAsset = ({ token, name }: PlanType): Erc20 => {
  return { kind: 'erc20', address: token, symbol: name, decimals: 18 }
}

export const bookOf = ({ addresses }: Pick<PlanContext, 'addresses'>): Target => {
  return { address: addresses.book, label: t`Book of TUSDT`, abi: tusdtBookAbi }
}
export const backingOf = ({ addresses }: Pick<PlanContext, 'addresses'>): Target => {
  return { address: addresses.backing, label: t`Backing of TUSDT`, abi: taoBackingAbi }
}
export const engineOf = ({ engine, name }: PlanType): Target => {
  return { address: engine, label: t`Vaults of ${name}`, abi: vaultEngineAbi }
}
/** Why this is TUSDT. */
export function tusdtFacts(context: Pick<PlanContext, 'addresses' | 'tusdt'>): readonly Fact[] {
  const asset = tusdtAsset(context)
  return [tokenFact(bookOf(context), 'tusdt', asset), decimalsOf(asset)]
}

/** Why these are the two tokens of the backing. */
export function backingFacts(
  context: Omit<BackingContext, 'network' | 'account' | 'tusdt'>,
): readonly Fact[] {
  const [tao, usdc] = [taoAsset(context), usdcAsset(context)]
  const target = backingOf(context)
  return [tokenFact(target, 'tao', tao), decimalsOf(tao), tokenFact(target, 'usd', usdc), decimalsOf(usdc)]
}

/** Why these are the vaults of this collateral. */
export function engineFact(context: Pick<PlanContext, 'addresses'>, { place, name, engine }: PlanType): Fact {
  const answer = { functionName: 'engines', args: [BigInt(place - 1)], expects: engine }
  return answered(bookOf(context), {
    means: t`The book names the vaults of ${name} as its number ${place}`,
    ...answer,
  })
}

/** Why this is their collateral. */
export function collateralFacts(type: PlanType): readonly Fact[] {
  const asset = collateralAsset(type)
  return [tokenFact(engineOf(type), 'collateral', asset), decimalsOf(asset)]
}

/** Whose vault it is: of all that the engine says of it the owner alone never changes. */
export function ownerFact(type: PlanType, view: VaultView): Fact {
  return answered(engineOf(type), {
    means: t`${type.name} vault ${view.id} belongs to ${view.stored.owner}`,
    functionName: 'vault',
    args: [view.id],
    expects: view,
    words: [OWNER_WORD],
  })
}

/** In the engine's answer, after the vault's id. */
const OWNER_WORD = 1

function tokenFact(target: Target, functionName: string, { symbol, address }: Erc20): Fact {
  const means = t`${symbol} is the token that the ${target.label} names`
  return answered(target, { means, functionName, args: [], expects: address })
}

/** A plan of this room. */
export function collateralPlan(
  { network, account }: PlanContext,
  kind: Kind,
  act: Act,
  rest: Pick<Plan, 'restsOn'> & Partial<Pick<Plan, 'bounds' | 'notes'>>,
): Plan {
  return planOf({ kind, system: 'collateral', chainId: network.chainId, account, acts: [act], ...rest })
}
