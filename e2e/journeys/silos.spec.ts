import { maxUint256 } from 'viem'
import { moveXtz } from '../../devnet/systems/silos/actions'
import { advance, type SiloEvent } from '../../src/math/silos-advance'
import type { Chain } from '../fixtures/chain'
import { connect, shown, sign } from '../fixtures/screen'
import { expect, test } from '../fixtures/test'
import { balanceOf, giveUsdc, outcomeOf, reserveOf, running, stateOf, usdcOf } from '../systems/silos/reserve'

const exact = (value: bigint, symbol: string) => shown(value, 6, 6, symbol)
const brief = (value: bigint, symbol: string) => shown(value, 6, 2, symbol)

/** What the arithmetic that is compared with the bytecode makes of an action now. */
async function foreseen(chain: Chain, event: SiloEvent) {
  const before = await stateOf(chain)
  const result = advance(before, event)
  if (!result.isTaken) throw new Error(`Refused: ${result.refusal.name}`)
  return { before, after: result.state, effects: result.effects }
}

/** Mints for a person without the page. */
async function mintFor(chain: Chain, to: `0x${string}`, amount: bigint) {
  const reserve = reserveOf(chain)
  await giveUsdc(chain, to, amount)
  await chain.act(to, { ...usdcOf(chain), functionName: 'approve', args: [reserve.address, maxUint256] })
  await chain.act(to, { ...reserve, functionName: 'mint', args: [amount, to, amount] })
}

test(
  'a mint takes the inventory first and mints the rest, as it was shown to the last unit',
  { tag: '@quick' },
  async ({ page, site, chain, wallet }) => {
    const { address } = wallet.person
    // XTZ has risen: Silo 2 is worth more than the supply, so there is room for new USDtz.
    await moveXtz(running(chain), chain.addresses.silos, 110n)
    const { inventory } = await stateOf(chain)
    const amount = inventory + 1_234_567_891n
    await giveUsdc(chain, address, amount)
    const { after } = await foreseen(chain, { kind: 'mint', amount })

    await page.goto(`${site.url}#/silos/usdtz`)
    await connect(page)
    const panel = page.getByRole('region', { name: 'Mint', exact: true })
    await panel.getByRole('textbox', { name: 'Amount of USDC' }).fill(exact(amount, '').replace(/[, ]/g, ''))
    const gets = panel.getByRole('group', { name: 'You get', exact: true })
    await expect(gets).toContainText(exact(amount, 'USDtz'))
    await expect(gets).toContainText(
      `${exact(inventory, 'USDtz')} from inventory, ${exact(1_234_567_891n, 'USDtz')} new.`,
    )
    await panel.getByText('What it changes in the reserve').click()
    await expect(panel.getByText(brief(after.books.f1, 'USDC'), { exact: true })).toBeVisible()
    await expect(panel.getByText(brief(after.supply, 'USDtz'), { exact: true })).toBeVisible()
    await panel.getByRole('button', { name: 'Mint', exact: true }).click()
    const title = `Mint ${brief(amount, 'USDtz')}`
    await sign(page, title, [`Approve ${exact(amount, 'USDC')}`, title])

    expect(outcomeOf(await stateOf(chain))).toEqual(outcomeOf(after))
    expect(await balanceOf(chain, 'usdtz', address)).toBe(amount)
    expect(await balanceOf(chain, 'usdc', address)).toBe(0n)
  },
)

test('redeeming for USDC pays a dollar for each, and says what is burnt and what goes back', async ({
  page,
  site,
  chain,
  wallet,
}) => {
  const { address } = wallet.person
  const amount = 12_345_678_901n
  await mintFor(chain, address, amount)
  const { before, after } = await foreseen(chain, { kind: 'redeemUsd', amount })
  const back = after.inventory - before.inventory

  await page.goto(`${site.url}#/silos/usdtz`)
  await connect(page)
  const panel = page.getByRole('region', { name: 'Redeem for USDC', exact: true })
  await panel.getByRole('button', { name: 'Max' }).click()
  const gets = panel.getByRole('group', { name: 'You get', exact: true })
  await expect(gets).toContainText(exact(amount, 'USDC'))
  await expect(gets).toContainText(
    `${exact(back, 'USDtz')} goes back to the inventory, ${exact(amount - back, 'USDtz')} is burnt.`,
  )
  await panel.getByRole('button', { name: 'Redeem for USDC', exact: true }).click()
  const title = `Redeem ${brief(amount, 'USDtz')} for USDC`
  await sign(page, title, [title])

  expect(outcomeOf(await stateOf(chain))).toEqual(outcomeOf(after))
  expect(await balanceOf(chain, 'usdc', address)).toBe(amount)
  expect(await balanceOf(chain, 'usdtz', address)).toBe(0n)
})

test('redeeming for XTZ pays what was shown, to the last unit, and keeps the spread in Silo 2', async ({
  page,
  site,
  chain,
  wallet,
}) => {
  const { address } = wallet.person
  const amount = 4_321_987_654n
  await mintFor(chain, address, amount)
  const { after, effects } = await foreseen(chain, { kind: 'redeemXtz', amount })
  const paid = effects.xtzPaid ?? 0n

  await page.goto(`${site.url}#/silos/usdtz`)
  await connect(page)
  const panel = page.getByRole('region', { name: 'Redeem for XTZ', exact: true })
  await panel.getByRole('button', { name: 'Max' }).click()
  const gets = panel.getByRole('group', { name: 'You get', exact: true })
  await expect(gets).toContainText(exact(paid, 'XTZ'))
  await panel.getByRole('button', { name: 'Redeem for XTZ', exact: true }).click()
  const title = `Redeem ${brief(amount, 'USDtz')} for XTZ`
  await sign(page, title, [title])

  expect(outcomeOf(await stateOf(chain))).toEqual(outcomeOf(after))
  expect(await balanceOf(chain, 'xtz', address)).toBe(paid)
  // The dearer of the two prices, and the spread of 1.5%: never more than a dollar for each.
  expect((paid * after.feed.price) / 10n ** 18n).toBeLessThan(amount)
})

test('a fall: Silo 3 buys for Silo 2 and is empty, minting is closed, and USDC is paid out as before', async ({
  page,
  site,
  chain,
  wallet,
}) => {
  const { address } = wallet.person
  await mintFor(chain, address, 500_000_000n)
  // The first fall is answered by somebody else; the second is more than what is left in Silo 3 pays for.
  await moveXtz(running(chain), chain.addresses.silos, 20n)
  await chain.act(address, { ...reserveOf(chain), functionName: 'replenish' })
  await moveXtz(running(chain), chain.addresses.silos, 30n)
  const { after } = await foreseen(chain, { kind: 'replenish' })

  await page.goto(`${site.url}#/silos/trustees`)
  await connect(page)
  await expect(page.getByText('Silo 2 is short', { exact: true })).toBeVisible()
  const panel = page.getByRole('region', { name: 'Replenish Silo 2', exact: true })
  await expect(panel.getByText(brief(after.books.x2, 'XTZ'), { exact: true })).toBeVisible()
  await panel.getByRole('button', { name: 'Replenish', exact: true }).click()
  await sign(page, 'Replenish Silo 2', ['Replenish Silo 2'])
  const replenished = await stateOf(chain)
  expect(outcomeOf(replenished)).toEqual(outcomeOf(after))
  expect(replenished.books.f3).toBe(0n)

  await page.goto(`${site.url}#/silos/usdtz`)
  const mint = page.getByRole('region', { name: 'Mint', exact: true })
  // The inventory is still sold; what would be new is not.
  await mint
    .getByRole('textbox', { name: 'Amount of USDC' })
    .fill((replenished.inventory / 10n ** 6n + 1n).toString())
  await expect(mint).toContainText('More than can be minted now')
  await expect(mint.getByRole('button', { name: 'Mint', exact: true })).toBeDisabled()

  const redeem = page.getByRole('region', { name: 'Redeem for USDC', exact: true })
  await redeem.getByRole('button', { name: 'Max' }).click()
  await redeem.getByRole('button', { name: 'Redeem for USDC', exact: true }).click()
  await sign(page, 'Redeem 500 USDtz for USDC', ['Redeem 500 USDtz for USDC'])
  expect(await balanceOf(chain, 'usdc', address)).toBe(500_000_000n)
  await expect(page.getByRole('region', { name: 'Redeem for XTZ', exact: true })).toContainText('Silo 2')
})
