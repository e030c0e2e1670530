import { expect, type Page } from '@playwright/test'
import { osmAbi } from '../../../abis/Osm'
import { keeper } from '../../../devnet/accounts'
import { WAD } from '../../../src/math/units'
import type { Action } from '../../fixtures/actions'
import type { Chain } from '../../fixtures/chain'
import { balanceOf, openVault, tusdtOf, typeOf } from './vaults'

/** On the seeded chain: the second auction of SN64 is stale, and the tenth vault of SN4 can be liquidated. */
const stale = 2n
const fallen = 10n
const staleHash = '#/collateral/auctions/2/2'

/** Emergency freezes a price: then nothing is liquidated, taken or reset. rules.md C8 */
const freezing = (osm: `0x${string}`) => () => ({
  from: keeper,
  call: { address: osm, abi: osmAbi, functionName: 'freeze' },
})
const frozenSays = 'There is no price that holds'

/** How many events of a name the vaults of a collateral have emitted since. */
async function counting(chain: Chain, symbol: string, eventName: 'Liquidated' | 'AuctionReset') {
  const { engine } = await typeOf(chain, symbol)
  const fromBlock = await chain.read.getBlockNumber({ cacheTime: 0 })
  return async () => {
    const events = await chain.read.getContractEvents({ ...engine, eventName, fromBlock } as const)
    // A node refuses to begin at a block that is not there yet.
    return BigInt(events.filter(({ blockNumber }) => blockNumber > fromBlock).length)
  }
}

const takeTitle = 'Take 10 SN64 of SN64 auction 2'

/** Takes a part of an auction that has just been restarted, at no more than 83 TUSDT each. */
export const take: Action = {
  title: takeTitle,
  steps: ['Approve 830 TUSDT', takeTitle],
  prepare: async ({ chain, wallet }) => {
    const { address } = wallet.person
    const { engine, coin, osm } = await typeOf(chain, 'SN64')
    await openVault(chain, 'TAO', address, 20n * WAD, 2_000n * WAD)
    await chain.act(keeper, { ...engine, functionName: 'reset', args: [stale] })
    const tusdt = await tusdtOf(chain)
    return {
      ...{ pays: tusdt.address, spender: chain.addresses.collateral.book },
      moved: (who) => balanceOf(chain, coin.address, who.address),
      call: (who) => ({
        ...engine,
        functionName: 'take',
        args: [stale, 10n * WAD, 83n * WAD, who.address],
      }),
      obstacle: freezing(osm),
    }
  },
  hash: staleHash,
  show: (page) => expect(page.getByRole('textbox', { name: 'SN64 to take' })).toBeVisible(),
  async begin(page) {
    await page.getByRole('textbox', { name: 'SN64 to take' }).fill('10')
    await page.getByRole('textbox', { name: 'Highest price you accept for one SN64' }).fill('83')
    await page.getByRole('button', { name: 'Take', exact: true }).click()
  },
  whole: 10n * WAD,
  expectShown: (page, isDone) => expectLot(page, isDone ? '245.37' : '255.37'),
  refusal: { says: frozenSays, isDone: false },
}

const expectLot = (page: Page, text: string) =>
  expect(page.getByRole('group', { name: 'Lot, SN64', exact: true })).toContainText(text)

const resetTitle = 'Restart SN64 auction 2'

/** Begins a stale auction anew: anyone may. */
export const reset: Action = {
  title: resetTitle,
  steps: [resetTitle],
  prepare: async ({ chain }) => {
    const { engine, osm } = await typeOf(chain, 'SN64')
    return {
      moved: await counting(chain, 'SN64', 'AuctionReset'),
      call: () => ({ ...engine, functionName: 'reset', args: [stale] }),
      obstacle: freezing(osm),
    }
  },
  hash: staleHash,
  show: (page) => expect(page.getByRole('region', { name: /^(Take|Restart it)$/ }).first()).toBeVisible(),
  begin: (page) => page.getByRole('button', { name: 'Restart the auction' }).click(),
  whole: 1n,
  expectShown: (page, isDone) =>
    expect(page.getByRole('region', { name: isDone ? 'Take' : 'Restart it', exact: true })).toBeVisible(),
  refusal: { says: frozenSays, isDone: false },
}

const liquidateTitle = 'Liquidate SN4 vault 10'

/** Liquidates a vault that has fallen below its ratio: anyone may. */
export const liquidate: Action = {
  title: liquidateTitle,
  steps: [liquidateTitle],
  prepare: async ({ chain }) => {
    const { engine, osm } = await typeOf(chain, 'SN4')
    return {
      moved: await counting(chain, 'SN4', 'Liquidated'),
      call: () => ({ ...engine, functionName: 'liquidate', args: [fallen] }),
      obstacle: freezing(osm),
    }
  },
  hash: '#/collateral/vaults/4/10',
  show: (page) => expect(page.getByRole('heading', { name: 'Vault 10', level: 1 })).toBeVisible(),
  begin: (page) => page.getByRole('button', { name: 'Liquidate vault 10' }).click(),
  whole: 1n,
  expectShown: (page, isDone) =>
    expect(page.getByText(isDone ? 'No debt' : 'Liquidatable', { exact: true }).first()).toBeVisible(),
  refusal: { says: frozenSays, isDone: false },
}
