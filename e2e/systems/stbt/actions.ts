import { expect } from '@playwright/test'
import { maxUint256, zeroHash } from 'viem'
import { stbtAbi } from '../../../abis/STBT'
import { stbtMinterAbi } from '../../../abis/StbtMinter'
import { keeper } from '../../../devnet/accounts'
import { pool } from '../../../devnet/systems/stbt/deploy'
import { WAD } from '../../../src/math/units'
import type { Action } from '../../fixtures/actions'
import { usdt } from '../../fixtures/chain'
import { give, permissionCall, stbtOf } from './stbt'

const title = 'Deposit 250 USDT for STBT'

/** Asks for STBT with USDT, as somebody who may receive it. */
export const deposit: Action = {
  title,
  steps: ['Approve 250 USDT', title],
  prepare: async ({ chain, wallet }) => {
    const { minter } = chain.addresses.stbt
    await chain.act(keeper, permissionCall(chain.addresses.stbt, wallet.person.address, true))
    const before = await chain.usdtOf(pool)
    return {
      moved: async () => (await chain.usdtOf(pool)) - before,
      call: () => ({
        address: minter,
        abi: stbtMinterAbi,
        functionName: 'mint',
        args: [chain.addresses.shared.usdt, usdt(250), 250n * WAD, zeroHash, '0x'],
      }),
      obstacle: ({ address }) => ({
        from: keeper,
        call: permissionCall(chain.addresses.stbt, address, false),
      }),
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

const redeemTitle = 'Redeem 250 STBT for USDC'

/** Gives STBT back, as somebody who has enough for once and allowed all of it before. */
export const redeem: Action = {
  title: redeemTitle,
  steps: [redeemTitle],
  prepare: async ({ chain, wallet }) => {
    const { stbt, minter, usdc } = chain.addresses.stbt
    const onMinter = { address: minter, abi: stbtMinterAbi } as const
    const { address } = wallet.person
    await chain.act(keeper, permissionCall({ stbt }, address, true))
    await give(chain, { stbt }, address, stbtOf(300))
    await chain.act(address, {
      address: stbt,
      abi: stbtAbi,
      functionName: 'approve',
      args: [minter, maxUint256],
    })
    const asked = () => chain.read.readContract({ ...onMinter, functionName: 'nonceForRedeem' })
    const before = await asked()
    const call = { ...onMinter, functionName: 'redeem', args: [stbtOf(250), usdc, zeroHash, '0x'] }
    return {
      // The Minter counts requests: each of these is for 250.
      moved: async () => ((await asked()) - before) * stbtOf(250),
      call: () => call,
      obstacle: (who) => ({ from: who.address, call }),
    }
  },
  hash: '#/stbt/redeem',
  show: (page) => expect(page.getByRole('textbox', { name: 'Amount of STBT' })).toBeVisible(),
  async begin(page) {
    await page.getByRole('textbox', { name: 'Amount of STBT' }).fill('250')
    await page.getByRole('button', { name: 'Redeem', exact: true }).click()
  },
  whole: stbtOf(250),
  expectShown: (page, isDone) =>
    expect(page.getByRole('listitem', { name: 'Burn 250 STBT', exact: true })).toHaveCount(isDone ? 1 : 0),
  refusal: { says: 'There is less STBT than that.', isDone: true },
}
