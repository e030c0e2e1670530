import { expect, type Page } from '@playwright/test'
import { devPriceFeedAbi } from '../../../abis/DevPriceFeed'
import { keeper } from '../../../devnet/accounts'
import { windowSeconds } from '../../../devnet/systems/silos/deploy'
import type { Action } from '../../fixtures/actions'
import { balanceOf, giveUsdc, reserveOf, running, usdcOf } from './reserve'

const amount = 250_000_000n

/** Both forms that take USDtz say what there is of it. */
const expectBalance = (page: Page, text: string) =>
  expect(page.getByText(`Balance ${text} USDtz`)).toHaveCount(2)

const mintTitle = 'Mint 250 USDtz'

/** Mints out of the inventory, which the seeded reserve has. */
export const mint: Action = {
  title: mintTitle,
  steps: ['Approve 250 USDC', mintTitle],
  prepare: async ({ chain, wallet }) => {
    // Twice: another device may do the same.
    await giveUsdc(chain, wallet.person.address, 2n * amount)
    return {
      pays: usdcOf(chain).address,
      moved: ({ address }) => balanceOf(chain, 'usdtz', address),
      call: ({ address }) => ({
        ...reserveOf(chain),
        functionName: 'mint',
        args: [amount, address, amount],
      }),
      obstacle: () => ({ from: keeper, call: { ...reserveOf(chain), functionName: 'pause' } }),
    }
  },
  hash: '#/silos/usdtz',
  show: (page) => expect(page.getByRole('textbox', { name: 'Amount of USDC' })).toBeVisible(),
  async begin(page) {
    await page.getByRole('textbox', { name: 'Amount of USDC' }).fill('250')
    await page.getByRole('button', { name: 'Mint', exact: true }).click()
  },
  whole: amount,
  expectShown: (page, isDone) => expectBalance(page, isDone ? '250' : '0'),
  refusal: { says: 'The contract is paused for entries.', isDone: false },
}

const redeemTitle = 'Redeem 250 USDtz for USDC'

/** Redeems all there is for USDC. */
export const redeemUsdtz: Action = {
  title: redeemTitle,
  steps: [redeemTitle],
  prepare: async ({ chain, wallet }) => {
    const { address } = wallet.person
    const reserve = reserveOf(chain)
    await giveUsdc(chain, address, amount)
    await chain.act(address, { ...usdcOf(chain), functionName: 'approve', args: [reserve.address, amount] })
    await chain.act(address, { ...reserve, functionName: 'mint', args: [amount, address, amount] })
    const call = { ...reserve, functionName: 'redeemUsd', args: [amount, address] }
    return {
      moved: ({ address: owner }) => balanceOf(chain, 'usdc', owner),
      call: () => call,
      obstacle: () => ({ from: address, call }),
    }
  },
  hash: '#/silos/usdtz',
  show: (page) => expect(page.getByRole('textbox', { name: 'Amount of USDtz' }).first()).toBeVisible(),
  async begin(page) {
    const panel = page.getByRole('region', { name: 'Redeem for USDC', exact: true })
    await panel.getByRole('textbox', { name: 'Amount of USDtz' }).fill('250')
    await panel.getByRole('button', { name: 'Redeem for USDC', exact: true }).click()
  },
  whole: amount,
  expectShown: (page, isDone) => expectBalance(page, isDone ? '0' : '250'),
  refusal: { says: '250 USDtz is needed, and there is 0 USDtz.', isDone: true },
}

const closeTitle = 'Close the cycle'

/** Closes a cycle that has ended: anyone may. */
export const closeCycle: Action = {
  title: closeTitle,
  steps: [closeTitle],
  prepare: async ({ chain }) => {
    const reserve = reserveOf(chain)
    const endsAt = await chain.read.readContract({ ...reserve, functionName: 'cycleEndsAt' })
    const { moveClock } = running(chain)
    await moveClock(Number(endsAt))
    // The average begins a window after the keeper's observation.
    await moveClock(Number(endsAt) + windowSeconds)
    const fromBlock = await chain.read.getBlockNumber({ cacheTime: 0 })
    const { feed } = chain.addresses.silos
    const onFeed = { address: feed, abi: devPriceFeedAbi } as const
    const price = await chain.read.readContract({ ...onFeed, functionName: 'answer' })
    return {
      moved: async () => {
        const events = { ...reserve, eventName: 'CycleClosed', fromBlock } as const
        return BigInt((await chain.read.getContractEvents(events)).length)
      },
      call: () => ({ ...reserve, functionName: 'closeCycle', args: [] }),
      // A feed that was last heard of before its heartbeat.
      obstacle: () => ({
        from: keeper,
        call: { ...onFeed, functionName: 'setAnswerAt', args: [price, endsAt - 8n * 86_400n] },
      }),
    }
  },
  hash: '#/silos/trustees',
  show: (page) => expect(page.getByRole('region', { name: /^Cycle 2[78]$/ })).toBeVisible(),
  begin: (page) => page.getByRole('button', { name: closeTitle, exact: true }).click(),
  whole: 1n,
  expectShown: (page, isDone) =>
    expect(page.getByRole('region', { name: isDone ? 'Cycle 28' : 'Cycle 27', exact: true })).toBeVisible(),
  refusal: { says: 'There is no price of XTZ. The feed’s price is too old.', isDone: false },
}
