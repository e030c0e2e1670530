import { backstopRegistryAbi } from '../../abis/BackstopRegistry'
import { backstopSeriesAbi } from '../../abis/BackstopSeries'
import { demo } from '../fixtures/people'
import { logRangeLimits } from '../fixtures/rpc-faults'
import { connect, shownUsdt } from '../fixtures/screen'
import { expect, test } from '../fixtures/test'

for (const [vendor, limited] of Object.entries(logRangeLimits))
  test(`the history of releases is read in pieces when ${vendor} limits the range of logs (F10)`, async ({
    page,
    site,
    chain,
    rpc,
    spareRpc,
    wallet,
  }) => {
    await wallet.switchAccount(demo())
    rpc.inject(limited(100n))
    spareRpc.inject(limited(100n))
    await page.goto(`${site.url}#/withdraw`)
    await connect(page)
    const panel = page.getByRole('region', { name: 'Series A', exact: true })
    await panel.getByText('What released it, and when').click()

    const { series } = await chain.read.readContract({
      address: chain.addresses.backstopRegistry,
      abi: backstopRegistryAbi,
      functionName: 'seriesAt',
      args: [0n],
    })
    const events = await chain.read.getContractEvents({
      address: series,
      abi: backstopSeriesAbi,
      eventName: 'BackstopReleased',
      fromBlock: 0n,
      strict: true,
    })
    expect(events.length).toBeGreaterThan(2)
    const rows = panel.getByRole('table', { name: 'Releases' }).getByRole('row')
    await expect(rows).toHaveCount(events.length + 1)
    for (const [index, { args }] of events.toReversed().entries()) {
      await expect(rows.nth(index + 1)).toContainText(shownUsdt(args.requiredBefore - args.requiredAfter))
      await expect(rows.nth(index + 1)).toContainText(shownUsdt(args.requiredAfter))
    }
    const asked = [...rpc.seen, ...spareRpc.seen].filter(({ method }) => method === 'eth_getLogs')
    expect(asked.length).toBeGreaterThan(3)
  })
