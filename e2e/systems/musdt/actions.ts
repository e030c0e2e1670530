import { expect } from '@playwright/test'
import { keeper } from '../../../devnet/accounts'
import type { Action } from '../../fixtures/actions'
import { usdt } from '../../fixtures/chain'
import { person } from '../../fixtures/people'
import { expectFigure } from '../../fixtures/screen'
import { showVault, Vault } from './vault'

const title = 'Mint mUSDT with 250 USDT'

/** Mints in a vault of its own, where a share costs 1 USDT. */
export const mint: Action = {
  title,
  steps: ['Approve 250 USDT', title],
  prepare: async ({ page, chain }) => {
    const vault = await Vault.create(chain, { by: person('Bob'), firstDeposit: usdt(100_000) })
    await showVault(page, vault)
    return {
      moved: ({ address }) => vault.read('balanceOf', [address]),
      call: ({ address }) => ({
        address: vault.address,
        abi: vault.abi,
        functionName: 'deposit',
        // Until when it counts is the page's to say.
        args: [usdt(250), address, 249_750_000n, expect.any(BigInt)],
      }),
      obstacle: () => ({ from: keeper, call: vault.crCall(150) }),
    }
  },
  hash: '#/musdt',
  show: (page) => expect(page.getByRole('region', { name: 'Without a lock', exact: true })).toBeVisible(),
  async begin(page) {
    await page.getByRole('textbox', { name: 'Amount' }).fill('250')
    await page.getByRole('button', { name: 'Mint', exact: true }).click()
  },
  whole: usdt(250),
  expectShown: (page, isDone) => expectFigure(page, 'Supply', isDone ? '100,250 mUSDT' : '100,000 mUSDT'),
  refusal: { says: 'nothing is minted from 150% on', isDone: false },
  feeSays: 'would run without emitting Deposit with the expected numbers',
}
