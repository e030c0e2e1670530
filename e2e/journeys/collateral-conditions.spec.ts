import { devPriceFeedAbi } from '../../abis/DevPriceFeed'
import { keeper } from '../../devnet/accounts'
import { found } from '../../devnet/systems/collateral/actions'
import { WAD } from '../../src/math/units'
import type { Chain } from '../fixtures/chain'
import { connect, row, sign } from '../fixtures/screen'
import { expect, test } from '../fixtures/test'
import { ageSeconds, backingOf, giveTao, giveTusdt, taoOsmOf } from '../systems/collateral/backing'
import { button, field, panelOf } from '../systems/collateral/screen'
import { balanceOf, chooseForm, openVault, tusdtOf } from '../systems/collateral/vaults'

const DAY = 86_400n

/** What the feed of TAO, of which every price is made, says as of `updatedAt` (unix seconds) or the newest block. */
async function say(chain: Chain, answer: bigint, updatedAt?: bigint): Promise<void> {
  const { taoFeed } = await found(chain.rpc, chain.addresses.collateral)
  const args = [answer, updatedAt ?? (await chain.now())]
  await chain.act(keeper, { address: taoFeed, abi: devPriceFeedAbi, functionName: 'setAnswerAt', args })
}

const good = 380n * 10n ** 8n

/** Every kind of answer that is no price. trust.md F26 */
const noAnswers: readonly (readonly [kind: string, make: (chain: Chain) => Promise<void>])[] = [
  ['zero', (chain) => say(chain, 0n)],
  ['negative', (chain) => say(chain, -1n)],
  ['2^255 − 1', (chain) => say(chain, 2n ** 255n - 1n)],
  ['of the future', async (chain) => say(chain, good, (await chain.now()) + DAY)],
  ['stale', async (chain) => say(chain, good, (await chain.now()) - 8n * DAY)],
]

test('an answer that is no price, a price too old or frozen, a pause: said on every screen, and no exit is closed', async ({
  page,
  site,
  chain,
  wallet,
}) => {
  const { address } = wallet.person
  const { engine, id } = await openVault(chain, 'TAO', address, 20n * WAD, 1_000n * WAD)
  await giveTao(chain, address, 10n * WAD)
  await giveTusdt(chain, address, WAD)
  const go = (hash: string) => page.goto(site.url + hash)
  const vaultHash = `#/collateral/vaults/1/${id}`
  /** Draws and mints are refused in words, and no wallet is asked. */
  const expectClosed = async (says: string) => {
    await go('#/collateral/tusdt')
    await field(page, 'Amount of TAO').fill('1')
    await expect(button(page, 'Mint')).toBeDisabled()
    await expect(panelOf(page, 'Mint')).toContainText(says)
    await go('#/collateral/open?of=1')
    await field(page, 'TAO to lock').fill('10')
    await field(page, 'TUSDT to draw').fill('500')
    await expect(button(page, 'Open vault')).toBeDisabled()
    await expect(page.locator('main')).toContainText(says)
    await go(vaultHash)
    await chooseForm(page, 'Draw')
    await field(page, 'TUSDT to draw').fill('10')
    await expect(button(page, 'Draw').last()).toBeDisabled()
    await expect(panelOf(page, 'Draw TUSDT')).toContainText(says)
  }
  await go('#/collateral/tusdt')
  await connect(page)

  for (const [kind, make] of noAnswers)
    await test.step(kind, async () => {
      await make(chain)
      await go('#/collateral')
      await expect(page.getByRole('group', { name: 'Next price of TAO' })).toContainText(
        'The feed has no live price.',
      )
      // Unknown, and not 0.
      await expect(page.getByRole('group', { name: 'Room to mint now' })).toContainText('Unavailable')
      await go('#/collateral/tusdt')
      await expect(panelOf(page, 'The two prices of TAO')).toContainText(
        'Without a live price nothing is minted, and nothing redeemed for TAO.',
      )
    })
  await expectClosed('The feed has no live price')

  await test.step('1 unit of the feed is a price, and the lowest one', async () => {
    await say(chain, 1n)
    await go('#/collateral/tusdt')
    await expect(panelOf(page, 'The two prices of TAO')).toContainText('at once would cost 99.9% now.')
    await go(vaultHash)
    await chooseForm(page, 'Draw')
    await field(page, 'TUSDT to draw').fill('10')
    await expect(panelOf(page, 'Draw TUSDT')).toContainText('At most 0 TUSDT can be drawn')
    await say(chain, good)
  })

  await test.step('paused', async () => {
    for (const contract of [backingOf(chain), engine])
      await chain.act(keeper, { ...contract, functionName: 'pause' })
    await expectClosed('paused')
    for (const contract of [backingOf(chain), engine])
      await chain.act(keeper, { ...contract, functionName: 'unpause' })
  })

  const everyScreen = async (state: string, says: string) => {
    await go('#/collateral')
    const types = panelOf(page, 'Borrowing, by collateral').getByRole('table')
    await expect(row(types, 'TAO')).toContainText(state)
    const ratio = page.getByRole('group', { name: 'Backing of issued TUSDT', exact: true })
    await expect(ratio).toContainText(`${says} The ratio is not known without one.`)
    await go('#/collateral/vaults')
    await expect(page.getByText('By the last price: there is no current one').first()).toBeVisible()
    for (const hash of [vaultHash, '#/collateral/auctions/2/2']) {
      await go(hash)
      await expect(page.getByText(/^The price of \w+ does not hold$/)).toBeVisible()
      await expect(page.getByText(says).first()).toBeVisible()
    }
    await go('#/collateral/auctions')
    await expect(page.getByText('No current price').first()).toBeVisible()
    await expectClosed(says)
  }
  await test.step('too old', async () => {
    await ageSeconds(chain, 9n * DAY)
    await everyScreen('Price too old', 'The current price is too old to be used.')
  })
  await test.step('frozen', async () => {
    await chain.act(keeper, { ...(await taoOsmOf(chain)), functionName: 'freeze' })
    await everyScreen('Frozen', 'The price is frozen: the last one is shown for information only.')
  })

  // Without a price a debt is paid as ever.
  await chooseForm(page, 'Pay debt')
  await field(page, 'TUSDT to pay').fill('250')
  await panelOf(page, 'Pay debt').getByRole('button', { name: 'Pay debt', exact: true }).click()
  const title = `Pay 250 TUSDT of TAO vault ${id}`
  await sign(page, title, ['Approve 250 TUSDT', title])
  expect(await balanceOf(chain, (await tusdtOf(chain)).address, address)).toBe(751n * WAD)
})
