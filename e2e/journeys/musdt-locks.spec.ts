import type { Page } from '@playwright/test'
import { usdt, type Chain } from '../fixtures/chain'
import { person } from '../fixtures/people'
import { connect, expectFigure, review, shown, shownUsdt, sign } from '../fixtures/screen'
import { expect, test } from '../fixtures/test'
import { showVault, Vault } from '../systems/musdt/vault'

const DAY = 86_400n
const WAD = 10n ** 18n
const bob = person('Bob')
const exactMusdt = (value: bigint) => shown(value, 6, 6, 'mUSDT')

const cardOf = (page: Page, id: bigint) => page.getByRole('region', { name: `mNFT ${id}`, exact: true })
const unlockIn = (page: Page, id: bigint) =>
  cardOf(page, id).getByRole('button', { name: 'Unlock', exact: true })

/** A vault of Bob's whose price is no round number. */
async function vaultOfBob(chain: Chain): Promise<Vault> {
  const vault = await Vault.create(chain, { by: bob, firstDeposit: usdt(500_000) })
  await vault.reward(3_456_789_123n)
  return vault
}

async function open(page: Page, url: string): Promise<void> {
  await page.goto(`${url}#/musdt/locks`)
  await connect(page)
}

test('a lock is unlocked at its exact second, and gives what the contract had said', async ({
  page,
  site,
  chain,
  wallet,
}) => {
  const alice = wallet.person
  const vault = await vaultOfBob(chain)
  const id = await vault.lock(alice, usdt(1_000), 14)
  await showVault(page, vault)
  await open(page, site.url)
  const card = cardOf(page, id)
  const unlock = unlockIn(page, id)
  const lock = await vault.read('getLockedDeposit', [id])
  const unlocksAt = lock.atTimestamp + lock.lockDuration
  const worth = async () => (lock.shares * (await vault.read('shareToAssetsPrice'))) / WAD

  await test.step('the lock is shown as the vault keeps it, with its own drawing', async () => {
    await expectFigure(card, 'Locked', shown(lock.shares, 6, 2, 'mUSDT'))
    await expectFigure(card, 'Deposited', '1,000 USDT')
    await expectFigure(card, 'Discount earned', shownUsdt(lock.assetsDiscount))
    await expectFigure(card, 'Value now', shownUsdt(await worth()))
    await expectFigure(card, 'Lock', '14 d')
    await expectFigure(page, 'Locked value now', shownUsdt(await worth()))
    const picture = card.getByRole('img', { name: `mNFT ${id} as its contract draws it` })
    await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0)
    await expect(unlock).toBeDisabled()
    await expect(card).toContainText('Unlocks in 13 d')
  })

  await test.step('the contract itself says what the unlock will give', async () => {
    await card.getByText('What unlocking will give').click()
    await card.getByRole('button', { name: 'Ask the contract' }).click()
    await expectFigure(card, 'Arrives', shown(lock.shares, 6, 2, 'mUSDT'))
  })
  const saidWorth = await card.getByRole('group', { name: 'Worth then' }).innerText()

  await test.step('one second before it can’t be unlocked, and says why', async () => {
    // The chain's clock stands still on the page between two blocks.
    await page.clock.setFixedTime(new Date())
    await chain.moveTo(unlocksAt - 1n)
    await expect(card).toContainText('Unlocks in 1 s')
    await expect(unlock).toBeDisabled()
  })

  await test.step('in its second it can', async () => {
    await chain.moveTo(unlocksAt)
    await unlock.click()
    await sign(page, `Unlock mNFT ${id}`, [`Unlock mNFT ${id}`])
    expect(await vault.read('balanceOf', [alice.address])).toBe(lock.shares)
    expect(saidWorth).toContain(shownUsdt(await worth()))
    await expect(page.getByText('No locks')).toBeVisible()
    await expect(vault.holderOf(id)).rejects.toThrow()
  })
})

test('who gives an mNFT away gives the unlock away with it', async ({ page, site, chain, wallet }) => {
  const alice = wallet.person
  const vault = await vaultOfBob(chain)
  const id = await vault.lock(alice, usdt(2_000), 30)
  const lock = await vault.read('getLockedDeposit', [id])
  await showVault(page, vault)
  await open(page, site.url)
  const card = cardOf(page, id)
  const transfer = card.getByRole('button', { name: 'Transfer', exact: true })
  const title = `Transfer mNFT ${id}`

  await test.step('the warning names the address in full and what is in the lock', async () => {
    await card.getByText('Transfer to somebody else').click()
    await expect(transfer).toBeDisabled()
    const recipient = card.getByRole('textbox', { name: 'Recipient address' })
    await recipient.fill(alice.address)
    await expect(transfer).toBeDisabled()
    await expect(card).toContainText('This is your own address: it holds the mNFT already.')
    await recipient.fill(bob.address)
    const worth = (lock.shares * (await vault.read('shareToAssetsPrice'))) / WAD
    await expect(card).toContainText(bob.address)
    await expect(card).toContainText(`only this address can unlock mNFT ${id}`)
    await expect(card).toContainText(
      `${exactMusdt(lock.shares)}, worth ${shown(worth, 6, 6, 'USDT')} now. You no longer can.`,
    )
  })

  await test.step('after the transfer the former holder has no lock and can’t unlock', async () => {
    await transfer.click()
    await expect(review(page, title)).toContainText(bob.address)
    await sign(page, title, [title])
    expect(await vault.holderOf(id)).toBe(bob.address)
    await expect(page.getByText('No locks')).toBeVisible()
    await chain.moveTo(lock.atTimestamp + 30n * DAY)
    await expect(vault.unlock(alice, id)).rejects.toThrow()
  })

  await test.step('the new holder can', async () => {
    const before = await vault.read('balanceOf', [bob.address])
    await wallet.switchAccount(bob)
    await expect(card).toContainText('Received from transfer')
    await unlockIn(page, id).click()
    await sign(page, `Unlock mNFT ${id}`, [`Unlock mNFT ${id}`])
    expect((await vault.read('balanceOf', [bob.address])) - before).toBe(lock.shares)
    expect(await vault.read('balanceOf', [alice.address])).toBe(0n)
  })
})

test('a hundred gifts of dust hide neither the own lock nor a total', async ({
  page,
  site,
  chain,
  wallet,
}) => {
  const vault = await vaultOfBob(chain)
  for (let count = 0; count < 101; count += 1) await vault.lock(wallet.person, usdt(1), 14)
  await vault.lock(wallet.person, usdt(100), 14)
  await chain.moveTo((await chain.now()) + 14n * DAY)
  await showVault(page, vault)
  await open(page, site.url)
  const cards = page.getByRole('region', { name: /^mNFT \d+$/ })
  await expect(cards.first()).toHaveAttribute('aria-label', 'mNFT 102')
  await expect(unlockIn(page, 102n)).toBeEnabled()
  await expect(page.getByRole('button', { name: 'Show more (90)' })).toBeVisible()
  await expect(page.getByRole('group', { name: 'Locked value now' })).toContainText('In 102 locks')
})

test('locks stand in the order of their ends when asked to, the drawings of the first twelve at once', async ({
  page,
  site,
  chain,
  wallet,
}) => {
  const vault = await vaultOfBob(chain)
  for (const days of [60, 14, 30, ...Array.from({ length: 10 }, (_, index) => 100 + index)])
    await vault.lock(wallet.person, usdt(100), days)
  await chain.moveTo((await chain.now()) + 14n * DAY)
  await showVault(page, vault)
  await open(page, site.url)
  const cards = page.getByRole('region', { name: /^mNFT \d+$/ })
  await page.getByRole('button', { name: 'Sort by unlock time' }).click()
  await expect(cards).toHaveCount(12)
  await expect(page.getByRole('img', { name: /as its contract draws it/ })).toHaveCount(12)
  const names = await cards.evaluateAll((all) => all.map((card) => card.getAttribute('aria-label')))
  expect(names.slice(0, 4)).toEqual(['mNFT 2', 'mNFT 3', 'mNFT 1', 'mNFT 4'])
  await expect(cardOf(page, 2n)).toContainText('Can be unlocked')
  await expect(unlockIn(page, 2n)).toBeEnabled()
  await expect(unlockIn(page, 3n)).toBeDisabled()
  await expectFigure(page, 'Next unlock', '1 can be unlocked now')
  await page.getByRole('button', { name: 'Show more (1)' }).click()
  await expect(cards).toHaveCount(13)
  await expect(page.getByRole('img', { name: /as its contract draws it/ })).toHaveCount(13)

  const ids = Array.from({ length: 13 }, (_, index) => BigInt(index + 1))
  const price = await vault.read('shareToAssetsPrice')
  const locks = await Promise.all(ids.map((id) => vault.read('getLockedDeposit', [id])))
  const value = locks.reduce((sum, { shares }) => sum + (shares * price) / WAD, 0n)
  await expectFigure(page, 'Locked value now', shownUsdt(value))
  const discount = locks.reduce((sum, { assetsDiscount }) => sum + assetsDiscount, 0n)
  await expect(page.getByRole('group', { name: 'Discount earned', exact: true }).first()).toContainText(
    shownUsdt(discount),
  )
})
