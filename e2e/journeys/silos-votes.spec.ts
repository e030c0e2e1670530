import type { Page } from '@playwright/test'
import { account } from '../../devnet/accounts'
import { moveXtz } from '../../devnet/systems/silos/actions'
import { windowSeconds } from '../../devnet/systems/silos/deploy'
import { advance } from '../../src/math/silos-advance'
import type { Shares } from '../../src/math/silos-harvest'
import type { Chain } from '../fixtures/chain'
import { demo, seeded } from '../fixtures/people'
import { connect, shown, sign } from '../fixtures/screen'
import { expect, test } from '../fixtures/test'
import type { TestWallet } from '../fixtures/wallet'
import { toCycleEnd } from '../systems/silos/market'
import {
  balanceOf,
  giveUsdc,
  outcomeOf,
  reserveOf,
  running,
  stateOf,
  trusteesOf,
} from '../systems/silos/reserve'

const exact = (value: bigint, symbol: string) => shown(value, 6, 6, symbol)
const brief = (value: bigint, symbol: string) => shown(value, 6, 2, symbol)
/** What is not nothing, and less than a cent of it. */
const dusty = (value: bigint, symbol: string) =>
  value > 0n && value < 10_000n ? `<0.01 ${symbol}` : brief(value, symbol)
const panelOf = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

/** One of the list, by its number. */
const rowOf = (page: Page, id: bigint) =>
  panelOf(page, 'Proposals')
    .getByRole('listitem')
    .filter({ has: page.getByText(`Proposal ${id}`, { exact: true }) })

const proposalCount = (chain: Chain) =>
  chain.read.readContract({ ...trusteesOf(chain), functionName: 'proposalCount' })
const proposal = (chain: Chain, id: bigint) =>
  chain.read.readContract({ ...trusteesOf(chain), functionName: 'proposal', args: [id] })

/** The trustees' page, as the demo account sees it, who is a trustee. */
async function asTrustee(page: Page, site: { url: string }, wallet: TestWallet) {
  await wallet.switchAccount(demo())
  await page.goto(`${site.url}#/silos/trustees`)
  await connect(page)
}

/** All but the demo account vote for it, and its vote ends. */
async function carry(chain: Chain, id: bigint) {
  for (const who of [account(1), account(2), account(3)])
    await chain.act(who, { ...trusteesOf(chain), functionName: 'vote', args: [id] })
  const { endsAt } = await proposal(chain, id)
  const { moveClock } = running(chain)
  await moveClock(Number(endsAt))
  // The average begins a window after the keeper's observation.
  await moveClock(Number(endsAt) + windowSeconds)
}

const none: Shares = { recapEqualBps: 0n, recapFullBps: 0n, dividendBps: 0n, ecosystemBps: 0n }

for (const [field, way, key, who] of [
  ['Into all four silos', 'into all four silos', 'recapEqualBps', undefined],
  ['Into Silo 1, at full speed', 'into Silo 1 at full speed', 'recapFullBps', undefined],
  ['To the trustees', 'to the trustees', 'dividendBps', demo()],
  ['To the ecosystem', 'to the ecosystem', 'ecosystemBps', seeded(17)],
] as const)
  test(`the whole chamber goes ${way}: proposed, carried, executed${who ? ', claimed' : ''}, as it was shown`, async ({
    page,
    site,
    chain,
    wallet,
  }) => {
    await asTrustee(page, site, wallet)
    await press(page, 'A distribution')
    const form = panelOf(page, 'Propose a distribution')
    await form.getByRole('textbox', { name: field }).fill('100')
    await expect(form).toContainText('If it were carried out now:')
    await form.getByRole('button', { name: 'Propose this distribution', exact: true }).click()
    const title = `Propose a distribution: 100% ${way}`
    await sign(page, title, [title])
    const id = await proposalCount(chain)
    await carry(chain, id)

    const row = rowOf(page, id)
    await expect(row).toContainText('Passed')
    const before = await stateOf(chain)
    const made = advance(before, {
      kind: 'distribute',
      shares: { ...none, [key]: 10_000n },
      weights: [30n, 25n, 25n, 20n],
    })
    if (!made.isTaken) throw new Error(`Refused: ${made.refusal.name}`)
    const { state: after, effects } = made
    await row.getByText('What it would change now').click()
    // What the page foresees is what the arithmetic does.
    for (const text of [brief(after.books.f1, 'USDC'), brief(after.supply, 'USDtz')])
      await expect(row.getByText(text, { exact: true }).first()).toBeVisible()
    await row.getByRole('button', { name: `Execute proposal ${id}`, exact: true }).click()
    await sign(page, `Execute proposal ${id}`, [`Execute proposal ${id}`])
    const now = await stateOf(chain)
    expect(outcomeOf(now)).toEqual(outcomeOf(after))
    const isRecap = who === undefined
    expect(now.inventory > before.inventory).toBe(isRecap)
    expect(now.books.chamberUsd).toBeLessThan(before.books.chamberUsd)
    await expect(panelOf(page, 'Surplus chamber')).toContainText(
      `${dusty(now.books.chamberUsd, 'USDC')} and ${dusty(now.books.chamberXtz, 'XTZ')}`,
    )

    if (!who) return
    const credited = key === 'dividendBps' ? effects.credited?.dividends[0] : effects.credited?.ecosystem
    expect(credited?.usd).toBeGreaterThan(0n)
    await wallet.switchAccount(who)
    const { usdc, xtz } = chain.addresses.silos
    for (const [token, address, symbol] of [
      ['usdc', usdc, 'USDC'],
      ['xtz', xtz, 'XTZ'],
    ] as const) {
      const owed = await chain.read.readContract({
        ...{ ...reserveOf(chain), functionName: 'owed', args: [address, who.address] },
      })
      expect(owed).toBeGreaterThanOrEqual((token === 'usdc' ? credited?.usd : credited?.xtz) ?? 0n)
      const had = await balanceOf(chain, token, who.address)
      const claim = `Claim ${brief(owed, symbol)}`
      await press(page, claim)
      await sign(page, claim, [claim])
      expect(await balanceOf(chain, token, who.address)).toBe(had + owed)
    }
  })

test('XTZ rises: a closing harvests, a cover sells Silo 4’s XTZ for new supply, and that is minted', async ({
  page,
  site,
  chain,
  wallet,
}) => {
  const alice = wallet.person
  await moveXtz(running(chain), chain.addresses.silos, 130n)
  await toCycleEnd(chain)
  const closed = advance(await stateOf(chain), { kind: 'closeCycle' })
  await asTrustee(page, site, wallet)
  await press(page, 'Close the cycle')
  await sign(page, 'Close the cycle', ['Close the cycle'])
  const harvested = await stateOf(chain)
  expect(outcomeOf(harvested)).toEqual(outcomeOf(closed.state))
  const { harvestUsd, harvestXtz, closedAt } = harvested.cycle
  expect(harvestXtz).toBeGreaterThan(0n)
  const harvest = page.getByRole('group', { name: 'Harvest of the last closing', exact: true })
  await expect(harvest).toContainText(`${brief(harvestUsd, 'USDC')} and ${brief(harvestXtz, 'XTZ')}`)

  // Proposals open when the closing can be repeated no more; XTZ goes on to rise.
  await running(chain).moveClock(Number(closedAt + harvested.parameters.repeatSeconds))
  await moveXtz(running(chain), chain.addresses.silos, 140n)
  await press(page, 'A cover')
  const form = panelOf(page, 'Propose a cover')
  await form.getByRole('textbox', { name: 'XTZ of Silo 4 to sell, at most' }).fill('60000')
  await form.getByRole('textbox', { name: 'Proceeds, at least' }).fill('100000')
  await expect(form).toContainText('If it were carried out now:')
  await form.getByRole('button', { name: 'Propose this cover', exact: true }).click()
  const title = 'Propose to sell 60,000 XTZ of Silo 4 for at least 100,000 USDC'
  await sign(page, title, [title])
  const id = await proposalCount(chain)
  await carry(chain, id)

  const before = await stateOf(chain)
  const made = advance(before, {
    kind: 'cover',
    xtzAmount: 60_000_000_000n,
    minProceeds: 100_000_000_000n,
  })
  const row = rowOf(page, id)
  await row.getByText('What it would change now').click()
  for (const text of [brief(made.state.books.x4, 'XTZ'), brief(made.state.inventory, 'USDtz')])
    await expect(row.getByText(text, { exact: true }).first()).toBeVisible()
  await row.getByRole('button', { name: `Execute proposal ${id}`, exact: true }).click()
  await sign(page, `Execute proposal ${id}`, [`Execute proposal ${id}`])
  const covered = await stateOf(chain)
  expect(outcomeOf(covered)).toEqual(outcomeOf(made.state))
  const released = covered.inventory - before.inventory
  expect(released).toBe(covered.supply - before.supply)
  expect(released).toBeGreaterThan(100_000_000_000n)

  await giveUsdc(chain, alice.address, covered.inventory)
  await wallet.switchAccount(alice)
  await page.goto(`${site.url}#/silos/usdtz`)
  const mint = panelOf(page, 'Mint')
  const whole = exact(covered.inventory, '').trim()
  await mint.getByRole('textbox', { name: 'Amount of USDC' }).fill(whole.replaceAll(',', ''))
  await expect(mint).toContainText(`${whole} USDtz from inventory, 0 USDtz new.`)
  await mint.getByRole('button', { name: 'Mint', exact: true }).click()
  const minted = `Mint ${brief(covered.inventory, 'USDtz')}`
  await sign(page, minted, [`Approve ${whole} USDC`, minted])
  expect(await balanceOf(chain, 'usdtz', alice.address)).toBe(covered.inventory)
  expect((await stateOf(chain)).inventory).toBe(0n)
})

test('a hand-over takes all weight after its delay, makes what was proposed before lapse, and keeps dividends', async ({
  page,
  site,
  chain,
  wallet,
}) => {
  const governor = wallet.person
  const trustees = trusteesOf(chain)
  await asTrustee(page, site, wallet)
  await press(page, 'A hand-over')
  const form = panelOf(page, 'Propose to hand over')
  await form.getByRole('textbox', { name: /address/i }).fill(governor.address)
  await form.getByRole('button', { name: 'Propose to hand over', exact: true }).click()
  const title = `Propose to hand over to ${governor.address}`
  await sign(page, title, [title])
  const id = await proposalCount(chain)
  await carry(chain, id)
  await press(page, `Execute proposal ${id}`)
  await sign(page, `Execute proposal ${id}`, [`Execute proposal ${id}`])

  const { readyAt } = await proposal(chain, id)
  const { moveClock } = running(chain)
  await moveClock(Number(readyAt) - 3_600)
  await expect(page.getByRole('button', { name: `Apply change ${id}`, exact: true })).toBeDisabled()
  // An hour before: a vote that runs, beside the seeded change that waits to be applied.
  const share = { ...none, dividendBps: 10_000 }
  await chain.act(account(1), { ...trustees, functionName: 'proposeDistribution', args: [share] })
  const open = id + 1n
  await chain.act(account(1), { ...trustees, functionName: 'vote', args: [open] })
  const pending = id - 3n
  await expect(rowOf(page, open)).toContainText('Voting')
  await expect(rowOf(page, pending)).toContainText('Waits for its date')

  await moveClock(Number(readyAt))
  await press(page, `Apply change ${id}`)
  await sign(page, `Apply change ${id}`, [`Apply change ${id}`])
  await press(page, `Show all ${open}`)
  for (const one of [open, pending]) await expect(rowOf(page, one)).toContainText('Lapsed')
  const table = panelOf(page, 'Trustees')
  await expect(table.getByRole('row')).toHaveCount(2)
  await expect(table).toContainText('1 of 1, 100%')

  // Who was one is none, and keeps what was credited.
  await expect(page.getByText('Only trustees propose and vote')).toBeVisible()
  await expect(page.getByRole('button', { name: 'A distribution', exact: true })).toHaveCount(0)
  const owed = await chain.read.readContract({
    ...{ ...reserveOf(chain), functionName: 'owed', args: [chain.addresses.silos.usdc, demo().address] },
  })
  const claim = `Claim ${brief(owed, 'USDC')}`
  await press(page, claim)
  await sign(page, claim, [claim])

  await wallet.switchAccount(governor)
  await press(page, 'A distribution')
  await panelOf(page, 'Propose a distribution').getByRole('textbox', { name: 'To the trustees' }).fill('100')
  await press(page, 'Propose this distribution')
  const own = 'Propose a distribution: 100% to the trustees'
  await sign(page, own, [own])
  const vote = `Vote for proposal ${open + 1n}`
  await press(page, vote)
  await sign(page, vote, [vote])
  await expect(rowOf(page, open + 1n)).toContainText('1 of 1 for it, 100%.')
})
