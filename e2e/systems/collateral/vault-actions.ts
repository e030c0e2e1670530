import { expect } from '@playwright/test'
import { maxUint256 } from 'viem'
import { account, keeper } from '../../../devnet/accounts'
import { WAD } from '../../../src/math/units'
import type { Action } from '../../fixtures/actions'
import { balanceOf, chooseForm, expectBalance, openVault, tusdtOf } from './vaults'

/** The vault that a person opens on the seeded chain: TAO's eleventh. */
const vaultHash = '#/collateral/vaults/1/11'

const payTitle = 'Pay 250 TUSDT of TAO vault 11'

/** Pays a part of one's debt. */
export const repay: Action = {
  title: payTitle,
  steps: ['Approve 250 TUSDT', payTitle],
  prepare: async ({ chain, wallet }) => {
    const { address } = wallet.person
    const { engine, id } = await openVault(chain, 'TAO', address, 20n * WAD, 1_000n * WAD)
    expect(id).toBe(11n)
    const tusdt = await tusdtOf(chain)
    return {
      ...{ pays: tusdt.address, spender: chain.addresses.collateral.book },
      moved: async () => 1_000n * WAD - (await balanceOf(chain, tusdt.address, address)),
      call: () => ({ ...engine, functionName: 'repay', args: [id, 250n * WAD] }),
      // Somebody else, who may and has allowed it, pays all of it.
      obstacle: () => ({
        from: account(1),
        call: { ...engine, functionName: 'repay', args: [id, maxUint256] },
      }),
    }
  },
  hash: vaultHash,
  show: (page) => chooseForm(page, 'Pay debt'),
  async begin(page) {
    await page.getByRole('textbox', { name: 'TUSDT to pay' }).fill('250')
    const form = page.getByRole('region', { name: 'Pay debt', exact: true })
    await form.getByRole('button', { name: 'Pay debt', exact: true }).click()
  },
  whole: 250n * WAD,
  expectShown: (page, isDone) => expectBalance(page, isDone ? '750 TUSDT' : '1,000 TUSDT'),
  refusal: { says: 'Nothing would move', isDone: false },
}

const drawTitle = 'Draw 250 TUSDT from TAO vault 11'

/** Draws more from a vault that can bear it: nothing has to be approved. */
export const draw: Action = {
  title: drawTitle,
  steps: [drawTitle],
  prepare: async ({ chain, wallet }) => {
    const { address } = wallet.person
    const { engine, id } = await openVault(chain, 'TAO', address, 20n * WAD, 1_000n * WAD)
    expect(id).toBe(11n)
    const tusdt = await tusdtOf(chain)
    return {
      moved: async () => (await balanceOf(chain, tusdt.address, address)) - 1_000n * WAD,
      call: () => ({ ...engine, functionName: 'draw', args: [id, 250n * WAD, address] }),
      obstacle: () => ({ from: keeper, call: { ...engine, functionName: 'pause' } }),
    }
  },
  hash: vaultHash,
  show: (page) => chooseForm(page, 'Draw'),
  async begin(page) {
    await page.getByRole('textbox', { name: 'TUSDT to draw' }).fill('250')
    const form = page.getByRole('region', { name: 'Draw TUSDT', exact: true })
    await form.getByRole('button', { name: 'Draw', exact: true }).click()
  },
  whole: 250n * WAD,
  expectShown: (page, isDone) => expectBalance(page, isDone ? '1,250 TUSDT' : '1,000 TUSDT'),
  refusal: { says: 'The contract is paused for entries.', isDone: false },
}
