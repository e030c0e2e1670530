import { expect, type Page } from '@playwright/test'
import type { Address } from 'viem'
import { devUsdcAbi } from '../../../abis/DevUsdc'
import { siloReserveAbi } from '../../../abis/SiloReserve'
import { usDtzAbi } from '../../../abis/USDtz'
import { keeper } from '../../../devnet/accounts'
import type { Action } from '../../fixtures/actions'
import type { Chain } from '../../fixtures/chain'

const amount = 250_000_000n

const usdcOf = (chain: Chain) => ({ address: chain.addresses.silos.usdc, abi: devUsdcAbi })
const usdtzOf = (chain: Chain) => ({ address: chain.addresses.silos.usdtz, abi: usDtzAbi })
const reserveOf = (chain: Chain) => ({ address: chain.addresses.silos.reserve, abi: siloReserveAbi })

const balanceOf = (chain: Chain, token: { address: Address; abi: typeof usDtzAbi }, owner: Address) =>
  chain.read.readContract({ ...token, functionName: 'balanceOf', args: [owner] })

/** 250 USDC, from nobody. */
const give = (chain: Chain, to: Address) =>
  chain.act(to, { ...usdcOf(chain), functionName: 'faucet', args: [to, amount] })

/** Both forms that take USDtz say what there is of it. */
const expectBalance = (page: Page, text: string) =>
  expect(page.getByText(`Balance ${text} USDtz`)).toHaveCount(2)

const mintTitle = 'Mint 250 USDtz'

/** Mints out of the inventory, which the seeded reserve has. */
export const mint: Action = {
  title: mintTitle,
  steps: ['Approve 250 USDC', mintTitle],
  prepare: async ({ chain, wallet }) => {
    await give(chain, wallet.person.address)
    return {
      moved: ({ address }) => balanceOf(chain, usdtzOf(chain), address),
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
    await give(chain, address)
    await chain.act(address, { ...usdcOf(chain), functionName: 'approve', args: [reserve.address, amount] })
    await chain.act(address, { ...reserve, functionName: 'mint', args: [amount, address, amount] })
    const call = { ...reserve, functionName: 'redeemUsd', args: [amount, address] }
    return {
      moved: async ({ address: owner }) =>
        chain.read.readContract({ ...usdcOf(chain), functionName: 'balanceOf', args: [owner] }),
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
  refusal: { says: '250 of the token is needed, and there is 0.', isDone: true },
}
