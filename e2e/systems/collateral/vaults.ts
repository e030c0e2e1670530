import { expect, type Page } from '@playwright/test'
import type { Address } from 'viem'
import { devCoinAbi } from '../../../abis/DevCoin'
import { tusdtAbi } from '../../../abis/Tusdt'
import { tusdtBookAbi } from '../../../abis/TusdtBook'
import { vaultEngineAbi } from '../../../abis/VaultEngine'
import { found } from '../../../devnet/systems/collateral/actions'
import type { Chain } from '../../fixtures/chain'

export const bookOf = (chain: Chain) =>
  ({ address: chain.addresses.collateral.book, abi: tusdtBookAbi }) as const

/** TUSDT, as the book names it. */
export async function tusdtOf(chain: Chain) {
  const address = await chain.read.readContract({ ...bookOf(chain), functionName: 'tusdt' })
  return { address, abi: tusdtAbi } as const
}

/** The vaults of a collateral. */
export async function typeOf(chain: Chain, symbol: string) {
  const type = (await found(chain.rpc, chain.addresses.collateral)).types.find((one) => one.symbol === symbol)
  if (!type) throw new Error(`There are no vaults of ${symbol}.`)
  return {
    engine: { address: type.engine, abi: vaultEngineAbi } as const,
    coin: { address: type.coin, abi: devCoinAbi } as const,
    osm: type.osm,
  }
}

export const balanceOf = (chain: Chain, token: Address, owner: Address) =>
  chain.read.readContract({ address: token, abi: devCoinAbi, functionName: 'balanceOf', args: [owner] })

/** Collateral from nobody, that the vaults may take. */
export async function giveCollateral(chain: Chain, symbol: string, who: Address, amount: bigint) {
  const { engine, coin } = await typeOf(chain, symbol)
  await chain.act(who, { ...coin, functionName: 'faucet', args: [who, amount] })
  return { engine, coin }
}

/** A vault of somebody's, with collateral from nobody. The first that is opened has the number after the seeded ones. */
export async function openVault(chain: Chain, symbol: string, who: Address, amount: bigint, drawn: bigint) {
  const { engine, coin } = await giveCollateral(chain, symbol, who, amount)
  await chain.act(who, { ...coin, functionName: 'approve', args: [engine.address, amount] })
  await chain.act(who, { ...engine, functionName: 'open', args: [amount, drawn, who] })
  return { engine, coin, id: await chain.read.readContract({ ...engine, functionName: 'vaultCount' }) }
}

/** Opens one of the forms of a vault; pressed again, its name would close it. */
export async function chooseForm(page: Page, name: string): Promise<void> {
  const form = page.getByRole('group', { name: 'What to do' }).getByRole('button', { name, exact: true })
  if ((await form.getAttribute('aria-pressed')) !== 'true') await form.click()
}

/** In the form that is open. */
export const expectBalance = (page: Page, text: string) =>
  expect(page.getByText(`Balance ${text}`, { exact: true }).filter({ visible: true })).toHaveCount(1)
