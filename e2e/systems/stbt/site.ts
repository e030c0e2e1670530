import type { Page } from '@playwright/test'
import { liveInstance, type StbtInstance } from '../../../devnet/systems/stbt/deploy'
import type { Chain } from '../../fixtures/chain'
import { tellConfig } from '../../fixtures/told-config'

/** Both kinds of contracts, with the same year behind them. */
export const bothKinds = [
  ['ours', ({ addresses }: Chain): StbtInstance => addresses.stbt],
  ['live', ({ addresses }: Chain): StbtInstance => liveInstance(addresses.stbt)],
] as const

/** Before the first page: what config.json names as STBT, and the policy it tells of it. */
export async function showStbt(page: Page, instance: StbtInstance, policy?: object): Promise<void> {
  const { stbt, minter, timelock, wstbt, reserveFeed } = instance
  await tellConfig(page, (network) => ({
    ...network,
    contracts: { ...network.contracts, stbt: { stbt, minter, timelock, wstbt, reserveFeed } },
    ...(policy && { policies: { stbt: policy } }),
  }))
}
