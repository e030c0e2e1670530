import { expect, test } from '../fixtures/test'
import { behind, blockUnknown, gibberish, outages, stuckAt, wrongChain } from '../fixtures/rpc-faults'
import type { Fault } from '../fixtures/rpc-proxy'
import { totalsOf } from '../systems/backstop/series'
import { frontRow, shownUsdt } from '../fixtures/screen'

for (const [fault, outage] of Object.entries({ ...outages, 'F6 wrong chain': wrongChain }))
  test(`with ${fault} at the first node the figures come from the second, and the page says so`, async ({
    page,
    site,
    chain,
    rpc,
    spareRpc,
    guard,
  }) => {
    guard.allow(/Failed to load resource/)
    rpc.inject(outage)
    await page.goto(`${site.url}#/`)
    const states = await totalsOf(chain)
    const backstop = frontRow(page, 'Backstop')
    await expect(backstop).toContainText(`${shownUsdt(states.staked)} staked`)
    await expect(backstop).toContainText(`${shownUsdt(states.outstanding)} of Notes`)
    await expect(page.getByRole('button', { name: 'Network Devnet: Degraded' })).toBeVisible()
    expect(spareRpc.requestCount).toBeGreaterThan(0)
  })

for (const [answer, fault] of Object.entries(gibberish))
  test(`with ${answer} instead of figures from the first node they come from the second`, async ({
    page,
    site,
    chain,
    rpc,
  }) => {
    rpc.inject(fault)
    await page.goto(`${site.url}#/`)
    await expect(frontRow(page, 'Backstop')).toContainText(
      `${shownUsdt((await totalsOf(chain)).staked)} staked`,
    )
    await expect(page.getByText(/no contract at the configured address|could not be checked/)).toHaveCount(0)
  })

test('one bad answer about the contracts does not stay on the page', async ({
  page,
  site,
  chain,
  rpc,
  spareRpc,
}) => {
  rpc.inject(gibberish['zeros'] as Fault)
  spareRpc.inject(gibberish['zeros'] as Fault)
  await page.goto(`${site.url}#/`)
  await expect(page.getByRole('status').filter({ hasText: 'contract' }).first()).toBeVisible()
  rpc.heal()
  spareRpc.heal()
  await expect(frontRow(page, 'Backstop')).toContainText(
    `${shownUsdt((await totalsOf(chain)).staked)} staked`,
  )
})

test('a node that has stopped gives way to the one that goes on', async ({ page, site, chain, rpc }) => {
  const stopped = await chain.read.getBlockNumber({ cacheTime: 0 })
  rpc.inject(stuckAt(stopped))
  // At times of their own: blocks of one second tell nothing about how far a node is behind.
  for (let block = 0; block < 3; block++) await chain.moveTo((await chain.now()) + 2n)
  await page.goto(`${site.url}#/`)
  const footer = page.getByRole('contentinfo')
  await expect(footer).toContainText(`As of block ${(stopped + 3n).toLocaleString('en')}`)
  await page.getByRole('button', { name: 'Network Devnet: Degraded' }).click()
  await expect(page.getByText(`is stuck at block ${stopped}`)).toBeVisible()
})

test('a block the first node does not know is read from the second (F9)', async ({
  page,
  site,
  chain,
  rpc,
  spareRpc,
}) => {
  rpc.inject(blockUnknown)
  await page.goto(`${site.url}#/`)
  await expect(frontRow(page, 'Backstop')).toContainText(
    `${shownUsdt((await totalsOf(chain)).staked)} staked`,
  )
  expect(spareRpc.seen.map(({ method }) => method)).toContain('eth_call')
})

test('when no node answers the page says which and why, and recovers', async ({
  page,
  site,
  rpc,
  spareRpc,
}) => {
  rpc.inject({ spoil: () => undefined })
  spareRpc.inject({ spoil: () => undefined })
  await page.goto(`${site.url}#/stake`)
  await expect(page.getByText(/did not answer within \d s/).first()).toBeVisible()
  await expect(page.getByText('0 USDT')).toHaveCount(0)
  rpc.heal()
  spareRpc.heal()
  await expect(page.getByRole('textbox', { name: 'Amount' })).toBeVisible({ timeout: 30_000 })
})

test('a head that steps back for a moment does not take newer figures off the screen (F8)', async ({
  page,
  site,
  chain,
  rpc,
}) => {
  await page.goto(`${site.url}#/`)
  await chain.mine()
  const block = (await chain.read.getBlockNumber({ cacheTime: 0 })).toLocaleString('en')
  const footer = page.getByRole('contentinfo')
  await expect(footer).toContainText(`As of block ${block}`)
  await footer.evaluate((element) => {
    const world = window as unknown as { shownBlocks: Set<string> }
    world.shownBlocks = new Set()
    const look = () => world.shownBlocks.add(/block ([\d,]*\d)/.exec(element.textContent)?.[1] ?? 'none')
    new MutationObserver(look).observe(element, { subtree: true, childList: true, characterData: true })
    look()
  })
  const isPoll = ({ method }: { method: string }) => method === 'eth_getBlockByNumber'
  const before = rpc.seen.filter(isPoll).length
  rpc.inject({ ...behind(2n), methods: ['eth_getBlockByNumber'], times: 2 })
  await expect.poll(() => rpc.seen.filter(isPoll).length).toBeGreaterThan(before + 3)
  const shown = await page.evaluate(() => [
    ...(window as unknown as { shownBlocks: Set<string> }).shownBlocks,
  ])
  expect(shown).toEqual([block])
})
