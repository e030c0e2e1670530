import { expect } from '@playwright/test'
import { zeroHash } from 'viem'
import { stbtMinterAbi } from '../../../abis/StbtMinter'
import { keeper } from '../../../devnet/accounts'
import { pool } from '../../../devnet/systems/stbt/deploy'
import { WAD } from '../../../src/math/units'
import type { Action } from '../../fixtures/actions'
import { usdt } from '../../fixtures/chain'
import { permissionCall } from './stbt'

const title = 'Deposit 250 USDT for STBT'

/** Asks for STBT with USDT, as somebody who may receive it. */
export const deposit: Action = {
  title,
  steps: ['Approve 250 USDT', title],
  prepare: async ({ chain, wallet }) => {
    const { minter } = chain.addresses.stbt
    await chain.act(keeper, permissionCall(chain, wallet.person.address, true))
    const before = await chain.usdtOf(pool)
    return {
      moved: async () => (await chain.usdtOf(pool)) - before,
      call: () => ({
        address: minter,
        abi: stbtMinterAbi,
        functionName: 'mint',
        args: [chain.addresses.shared.usdt, usdt(250), 250n * WAD, zeroHash, '0x'],
      }),
      obstacle: ({ address }) => ({ from: keeper, call: permissionCall(chain, address, false) }),
    }
  },
  hash: '#/stbt/mint',
  show: async (page) => {
    await page.getByRole('combobox', { name: 'Coin' }).selectOption('USDT')
    await expect(page.getByRole('textbox', { name: 'Amount' })).toBeVisible()
  },
  async begin(page) {
    await page.getByRole('textbox', { name: 'Amount' }).fill('250')
    await page.getByRole('button', { name: 'Deposit', exact: true }).click()
  },
  whole: usdt(250),
  expectShown: (page, isDone) =>
    expect(page.getByRole('listitem', { name: 'Issue 250 STBT', exact: true })).toHaveCount(isDone ? 1 : 0),
  refusal: { says: 'this account lacks the one for this', isDone: false },
  feeSays: 'Less STBT would be proposed than was asked for',
}
