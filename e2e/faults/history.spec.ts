import { readFile } from 'node:fs/promises'
import { backstopRegistryAbi } from '../../abis/BackstopRegistry'
import { backstopSeriesAbi } from '../../abis/BackstopSeries'
import { demo } from '../fixtures/people'
import { limitedLogs, logLimits } from '../fixtures/rpc-faults'
import { connect, shownUsdt } from '../fixtures/screen'
import { expect, test } from '../fixtures/test'

for (const [vendor, limit] of Object.entries(logLimits))
  test(`the history of releases is read in pieces by the limits of ${vendor} (F10)`, async ({
    page,
    site,
    chain,
    rpc,
    spareRpc,
    wallet,
  }) => {
    await wallet.switchAccount(demo())
    rpc.inject(limitedLogs(limit))
    spareRpc.inject(limitedLogs(limit))
    await page.goto(`${site.url}#/withdraw?part=0`)
    await connect(page)
    const panel = page.getByRole('region', { name: 'Series A', exact: true })
    await panel.getByText('What released it, and when').click()

    const { series } = await chain.read.readContract({
      address: chain.addresses.backstop.registry,
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

test('events of nodes that tell no block time get their dates from the blocks, on screen and in the file', async ({
  page,
  site,
  rpc,
  spareRpc,
  wallet,
}) => {
  await wallet.switchAccount(demo())
  for (const node of [rpc, spareRpc])
    node.inject({
      methods: ['eth_getLogs'],
      spoil: async (exchange) => {
        const [call] = exchange.calls
        if (!call) return
        const told = await exchange.ask(call)
        const logs = told.result as readonly object[]
        exchange.answer([{ ...told, result: logs.map((log) => ({ ...log, blockTimestamp: undefined })) }])
      },
    })
  await page.goto(`${site.url}#/activity`)
  await connect(page)
  const panel = page.getByRole('region', { name: 'History', exact: true })
  await expect(panel.getByRole('row').nth(1)).toContainText(/\d{4}, \d\d:\d\d/)
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    panel.getByRole('button', { name: 'Download CSV' }).click(),
  ])
  const lines = (await readFile(await file.path(), 'utf8')).trim().split('\r\n').slice(1)
  expect(lines.length).toBeGreaterThan(1)
  for (const line of lines) expect(line).toMatch(/^"20\d\d-/)
})

test('a history that the first node answers with nothing is told by the second, also after a reload', async ({
  page,
  site,
  rpc,
  chain,
  wallet,
}) => {
  await wallet.switchAccount(demo())
  rpc.inject({
    methods: ['eth_getLogs'],
    spoil: (exchange) =>
      exchange.answer(exchange.calls.map(({ id }) => ({ jsonrpc: '2.0', id, result: [] }))),
  })
  await page.goto(`${site.url}#/activity`)
  await connect(page)
  const panel = page.getByRole('region', { name: 'History', exact: true })
  await expect(panel.getByRole('row').nth(1)).toBeVisible()
  const table = panel.getByRole('table', { name: 'Own events' })
  await expect(table).not.toContainText('Nothing yet')
  await page.reload()
  await expect(panel.getByRole('row').nth(1)).toBeVisible()
  // What was read is kept, also after new blocks have been written to it.
  await chain.mine()
  await expect(
    page.getByText(`As of block ${(await chain.read.getBlockNumber({ cacheTime: 0 })).toLocaleString('en')}`),
  ).toBeVisible()
  await expect(panel.getByText('on each visit the history is read again')).toHaveCount(0)
  await panel.getByRole('button', { name: 'Read again' }).click()
  await expect(panel.getByRole('row').nth(1)).toBeVisible()
})
