import { expect, type Page } from '@playwright/test'
import { keeper } from '../../../devnet/accounts'
import { WAD } from '../../../src/math/units'
import type { Action } from '../../fixtures/actions'
import {
  approve,
  backingOf,
  giveTao,
  giveTusdt,
  priceAtPercent,
  priceTao,
  taoOf,
  taoOsmOf,
  usdcOf,
} from './backing'
import { balanceOf, tusdtOf } from './vaults'

const hash = '#/collateral/tusdt'

const panelOf = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

const mintTitle = 'Mint 380 TUSDT'

/** Mints for a TAO. */
export const mint: Action = {
  title: mintTitle,
  steps: ['Approve 1 TAO', mintTitle],
  prepare: async ({ chain, wallet }) => {
    const { address } = wallet.person
    // Twice: another device may do the same.
    await giveTao(chain, address, 2n * WAD)
    const { address: tusdt } = await tusdtOf(chain)
    return {
      pays: taoOf(chain).address,
      moved: (who) => balanceOf(chain, tusdt, who.address),
      call: (who) => ({ ...backingOf(chain), functionName: 'mint', args: [WAD, who.address, 0n] }),
      obstacle: () => ({ from: keeper, call: { ...backingOf(chain), functionName: 'pause' } }),
    }
  },
  hash,
  show: (page) => expect(page.getByRole('textbox', { name: 'Amount of TAO', exact: true })).toBeVisible(),
  async begin(page) {
    await page.getByRole('textbox', { name: 'Amount of TAO', exact: true }).fill('1')
    await page.getByRole('button', { name: 'Mint', exact: true }).click()
  },
  whole: 380n * WAD,
  expectShown: (page, isDone) =>
    expect(panelOf(page, 'Mint').getByText(`Balance ${isDone ? '1' : '2'} TAO`)).toBeVisible(),
  refusal: { says: 'The contract is paused for entries.', isDone: false },
}

const amount = 250n * WAD

const redeem = (leg: 'USDC' | 'TAO', functionName: 'redeemUsd' | 'redeemTao', whole: bigint): Action => {
  const title = `Redeem 250 TUSDT for ${leg}`
  return {
    title,
    // What another device does needs the allowance, too.
    steps: [title],
    prepare: async ({ chain, wallet }) => {
      const { address } = wallet.person
      await giveTusdt(chain, address, amount)
      const tusdt = await tusdtOf(chain)
      await approve(chain, address, tusdt)
      const got = leg === 'USDC' ? usdcOf(chain) : taoOf(chain)
      const call = { ...backingOf(chain), functionName, args: [amount, address, 0n] }
      return {
        pays: tusdt.address,
        moved: (who) => balanceOf(chain, got.address, who.address),
        call: () => call,
        obstacle: () => ({ from: address, call }),
      }
    },
    hash,
    show: (page) => panelOf(page, 'Redeem').getByRole('button', { name: leg, exact: true }).click(),
    async begin(page) {
      const panel = panelOf(page, 'Redeem')
      await panel.getByRole('textbox', { name: 'Amount of TUSDT' }).fill('250')
      await panel.getByRole('button', { name: `Redeem for ${leg}`, exact: true }).click()
    },
    whole,
    expectShown: (page, isDone) =>
      expect(panelOf(page, 'Redeem').getByText(`Balance ${isDone ? '0' : '250'} TUSDT`)).toBeVisible(),
    refusal: { says: '250 TUSDT is needed, and there is 0 TUSDT.', isDone: true },
  }
}

/** A dollar each, whatever the price. */
export const redeemInUsd = redeem('USDC', 'redeemUsd', 250_000_000n)

/** At the highest of the three prices: 380. */
export const redeemInTao = redeem('TAO', 'redeemTao', (amount * WAD) / (380n * WAD))

const takeTitle = 'Buy 1 TAO of the sale'

/** Buys a TAO of the sale below level 0, whose price falls every second. */
export const takeOfSale: Action = {
  title: takeTitle,
  // How much it costs is known when it is begun: an allowance that is wide enough is there before.
  steps: [takeTitle],
  prepare: async ({ chain, wallet }) => {
    const { address } = wallet.person
    const backing = backingOf(chain)
    await priceTao(chain, await priceAtPercent(chain, 109n))
    await chain.act(keeper, { ...backing, functionName: 'startSale' })
    await giveTusdt(chain, address, 2_000n * WAD)
    await approve(chain, address, await tusdtOf(chain))
    const osm = await taoOsmOf(chain)
    return {
      moved: (who) => balanceOf(chain, taoOf(chain).address, who.address),
      call: (who) => ({ ...backing, functionName: 'take', args: [WAD, 2n ** 255n, who.address] }),
      obstacle: () => ({ from: keeper, call: { ...osm, functionName: 'freeze' } }),
    }
  },
  hash,
  show: (page) => expect(page.getByRole('textbox', { name: 'Amount of TAO to buy' })).toBeVisible(),
  async begin(page) {
    await page.getByRole('textbox', { name: 'Amount of TAO to buy' }).fill('1')
    await page.getByRole('button', { name: 'Buy TAO', exact: true }).click()
  },
  whole: WAD,
  expectShown: (page, isDone) =>
    expect(panelOf(page, 'Mint').getByText(`Balance ${isDone ? '1' : '0'} TAO`)).toBeVisible(),
  refusal: { says: 'Without a current price of TAO no sale can start or go on.', isDone: false },
}
