import { expect } from '@playwright/test'
import { maxUint256 } from 'viem'
import { account } from '../../../devnet/accounts'
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
      pays: tusdt.address,
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
  show: (page) => chooseForm(page, 'Pay'),
  async begin(page) {
    await page.getByRole('textbox', { name: 'TUSDT to pay' }).fill('250')
    await page.getByRole('button', { name: 'Pay debt', exact: true }).click()
  },
  whole: 250n * WAD,
  expectShown: (page, isDone) => expectBalance(page, isDone ? '750 TUSDT' : '1,000 TUSDT'),
  refusal: { says: 'Nothing would move', isDone: false },
}
