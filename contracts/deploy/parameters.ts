/** What a deployment is made of: one file, which `parameters.example.ts` shows. */
import type { Address } from 'viem'
import { putBackstop, type BackstopParameters } from './backstop'
import { putCollateral, type CollateralParameters } from './collateral'
import type { Kit } from './kit'
import { putMusdt, putMusdtDesign, type MusdtParameters } from './musdt'
import { putSilos, type SilosParameters } from './silos'
import { putStbt, type StbtParameters } from './stbt'

export type DeployParameters = {
  /** As config.json has them (docs/config.md). */
  readonly network: {
    readonly chainId: number
    readonly name: string
    readonly rpcUrls: readonly string[]
    readonly explorerUrl?: string
    readonly nativeCurrency?: { readonly name: string; readonly symbol: string }
    readonly finalityBlocks: number
    readonly blockSeconds: number
  }
  readonly shared: { readonly usdt: Address; readonly multicall3?: Address }
  /** A system that is not here is not deployed. */
  readonly systems: {
    readonly backstop?: Omit<BackstopParameters, 'usdt'>
    readonly musdt?: Omit<MusdtParameters, 'usdt'>
    readonly stbt?: StbtParameters
    readonly silos?: SilosParameters
    readonly collateral?: CollateralParameters
  }
}

type Contracts = Readonly<Record<string, Address | object>>

/** Asks for the contracts of the systems that have parameters, and names them by system. */
export function putSystems(kit: Kit, { shared, systems }: DeployParameters): Readonly<Record<string, Contracts>> {
  const { usdt } = shared
  const { backstop, musdt, stbt, silos, collateral } = systems
  return {
    ...(backstop && { backstop: putBackstop(kit, { ...backstop, usdt }) }),
    ...(musdt && { musdt: putMusdt(kit, putMusdtDesign(kit), { ...musdt, usdt }) }),
    ...(stbt && { stbt: putStbt(kit, stbt) }),
    ...(silos && { silos: putSilos(kit, silos) }),
    ...(collateral && { collateral: putCollateral(kit, collateral) }),
  }
}
