import type { Page } from '@playwright/test'
import type { appConfig } from '../../../devnet/deploy'
import { liveInstance, type StbtInstance } from '../../../devnet/systems/stbt/deploy'
import type { Chain } from '../../fixtures/chain'

/** Both kinds of contracts, with the same year behind them. */
export const bothKinds = [
  ['ours', ({ addresses }: Chain): StbtInstance => addresses.stbt],
  ['live', ({ addresses }: Chain): StbtInstance => liveInstance(addresses.stbt)],
] as const

/** Before the first page: what config.json names as STBT, and the policy it tells of it. */
export async function showStbt(page: Page, instance: StbtInstance, policy?: object): Promise<void> {
  const { stbt, minter, timelock, wstbt, reserveFeed } = instance
  await page.context().route('**/config.json', async (route) => {
    const answer = await route.fetch()
    const { networks } = (await answer.json()) as ReturnType<typeof appConfig>
    const changed = networks.map((network) => ({
      ...network,
      contracts: { ...network.contracts, stbt: { stbt, minter, timelock, wstbt, reserveFeed } },
      ...(policy && { policies: { stbt: policy } }),
    }))
    await route.fulfill({ json: { networks: changed } })
  })
}
