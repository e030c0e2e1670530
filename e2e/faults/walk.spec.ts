import { parseEventLogs, type Address } from 'viem'
import { backstopPoolAbi } from '../../abis/BackstopPool'
import { auditFigures } from '../fixtures/audit'
import { expect, test } from '../fixtures/mempool'
import { PageWalk } from '../systems/backstop/page-walk'
import { connect, expectFigure, shownUsdt } from '../fixtures/screen'

const steps = 25

/** What a person did in a pool, as its events say. */
async function eventsOf({ world: { chain } }: PageWalk, pool: Address, staker: Address) {
  const logs = await chain.read.getLogs({ address: pool, fromBlock: 0n })
  const all = parseEventLogs({ abi: backstopPoolAbi, logs, eventName: ['Staked', 'Withdrawn'] })
  return all.filter(({ args }) => args.staker === staker)
}

for (const seed of [2, 6])
  test(`walk ${seed}: after ${steps} random events nothing was sent twice and every figure is the chain's (F35)`, async ({
    page,
    context,
    site,
    chain,
    wallet,
    mempool,
    rpc,
    spareRpc,
    guard,
  }) => {
    // 25 events of up to some seconds each.
    test.setTimeout(180_000)
    guard.allow(/ERR_INTERNET_DISCONNECTED|Failed to load resource.*503/)
    // A part of a page that is first needed while the walk is offline: the page says so in its place.
    guard.allow(/Failed to fetch dynamically imported module/)
    const alice = wallet.person
    const world = { page, context, siteUrl: site.url, chain, wallet, mempool, nodes: [rpc, spareRpc] }
    const walk = await PageWalk.create(world, seed)
    await page.goto(`${site.url}#/stake`)
    await connect(page)
    const begun = await chain.read.getBlockNumber()
    for (let step = 0; step < steps; step += 1) await walk.step()
    await walk.settle()
    const story = walk.events.join(', ')

    const kept = await walk.journal()
    expect(kept.length, story).toBe(wallet.sent.length)
    expect(kept.length, story).toBeGreaterThan(2)
    const hashes = new Set(kept.map(({ hash }) => hash))
    for (const { hash = '0x', status } of kept) {
      const receipt = await chain.read.getTransactionReceipt({ hash }).catch(() => undefined)
      expect(status === 'final', `${hash} is ${status} after ${story}`).toBe(receipt?.status === 'success')
    }

    const staked = await eventsOf(walk, walk.open.addresses.pool, alice.address)
    const paid = (await eventsOf(walk, walk.sold.addresses.pool, alice.address)).filter(
      ({ blockNumber }) => blockNumber > begun,
    )
    const amounts = [...staked, ...paid].map((event) =>
      event.eventName === 'Staked' ? event.args.usdtSent : event.args.usdtAmount,
    )
    expect(new Set(amounts).size, `sent twice after ${story}`).toBe(amounts.length)
    for (const { transactionHash } of [...staked, ...paid]) expect(hashes, story).toContain(transactionHash)

    const head = await chain.read.getBlockNumber()
    const open = { position: await walk.open.position(alice), state: await walk.open.state() }
    const stakePanels = page.getByRole('region', { name: 'Sizing' })
    await walk.show('stake')
    await expectFigure(stakePanels, 'Capacity', shownUsdt(open.state.capacityUsdt))
    await expectFigure(stakePanels, 'Sale limit', shownUsdt(open.state.saleLimitUsdt))
    const shareBps = (open.position.shares * 10_000n) / open.state.totalShares
    const percent = `${shareBps / 100n}.${String(shareBps % 100n).padStart(2, '0')}`.replace(/\.?0+$/, '')
    await expectFigure(stakePanels, 'My share of the pool', `${percent}%`)
    const figures = [...(await auditFigures(page, chain, stakePanels))]

    const { withdrawnUsdt, claimableUsdt, shares, upfrontClaimed } = await walk.sold.position(alice)
    const withdrawPanel = await walk.show('withdraw')
    await expectFigure(withdrawPanel, 'Withdrawn', shownUsdt(withdrawnUsdt))
    await expectFigure(withdrawPanel, 'Claimable', shownUsdt(claimableUsdt))
    await expectFigure(withdrawPanel, 'Staked', shownUsdt(shares))
    figures.push(...(await auditFigures(page, chain, withdrawPanel)))
    const claimPanel = await walk.show('claim')
    await expect(
      claimPanel
        .getByRole('row', { name: /^Upfront share/ })
        .getByRole('cell')
        .nth(1),
    ).toHaveAccessibleName(upfrontClaimed === 0n ? '0 BTC' : '0.5 BTC')
    expect(figures.length).toBeGreaterThan(6)
    for (const { label, claimed, real, block } of figures) {
      expect.soft(claimed, `${label} after ${story}`).toBe(real)
      expect.soft(block, label).toBe(head)
    }
  })
