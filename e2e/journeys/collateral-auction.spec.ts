import { readFile } from 'node:fs/promises'
import { account } from '../../devnet/accounts'
import { takeOf } from '../../src/math/collateral'
import { WAD } from '../../src/math/units'
import { connect, expectFigure, sign } from '../fixtures/screen'
import { expect, test } from '../fixtures/test'
import { giveTusdt, priceTao, running } from '../systems/collateral/backing'
import { brief, field, panelOf } from '../systems/collateral/screen'
import { balanceOf, openVault, tusdtOf } from '../systems/collateral/vaults'

test('a vault that was not topped up in time is liquidated and taken in parts, and its rest goes back (C5, C7)', async ({
  page,
  chain,
  wallet,
}) => {
  const { address } = wallet.person
  const owner = account(12)
  const { engine, coin, id } = await openVault(chain, 'TAO', owner, 10n * WAD, 1_500n * WAD)
  await priceTao(chain, 209n * WAD)
  await giveTusdt(chain, address, 3_000n * WAD)
  const tusdt = await tusdtOf(chain)
  const vault = () => chain.read.readContract({ ...engine, functionName: 'vault', args: [id] })
  const { dust } = await chain.read.readContract({ ...engine, functionName: 'parameters' })
  const newest = { ...engine, fromBlock: 'latest', strict: true } as const
  const lastTake = async () => {
    const [last] = await chain.read.getContractEvents({ ...newest, eventName: 'Taken' })
    if (!last) throw new Error('The newest block has no take.')
    const { taken, paid, price } = last.args
    return { price, is: { taken, paid } }
  }

  // Anyone liquidates: what is for sale, from which price and for how much is said before.
  await page.goto(`#/collateral/vaults/1/${id}`)
  await connect(page)
  const anyone = panelOf(page, 'For anyone')
  // 120% of 209; the debt and 11% of it.
  await expect(anyone).toContainText(
    /10 TAO would be for sale, from 250\.8 TUSDT each downwards, for 1,665\./,
  )
  await anyone.getByRole('button', { name: `Liquidate vault ${id}`, exact: true }).click()
  await sign(page, `Liquidate TAO vault ${id}`, [`Liquidate TAO vault ${id}`])
  expect((await vault()).debt).toBe(0n)
  const auctionId = await chain.read.readContract({ ...engine, functionName: 'auctionCount' })
  const status = () => chain.read.readContract({ ...engine, functionName: 'status', args: [auctionId] })
  const begun = await status()
  expect([begun.stored.lot, begun.stored.starter, begun.stored.top]).toEqual([
    10n * WAD,
    address,
    (2_508n * WAD) / 10n,
  ])

  // A part of it.
  const name = `TAO auction ${auctionId}`
  await page.goto(`#/collateral/auctions/1/${auctionId}`)
  await expectFigure(page, 'Lot, TAO', '10')
  const cent = 10n ** 16n
  await expectFigure(page, 'Still needed', brief(begun.need + cent - 1n, '').trim())

  // From when on it pays to take all, in one's own calendar: the first second in which a TAO costs less than its 209.
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Add to calendar', exact: true }).click(),
  ])
  expect(file.suggestedFilename()).toBe(`auction-1-${auctionId}.ics`)
  const lines = (await readFile(await file.path(), 'utf8')).replaceAll('\r\n ', '')
  const { startedAt, top, tauSeconds } = begun.stored
  const tau = BigInt(tauSeconds)
  let pays = startedAt
  while (top * (tau - (pays - startedAt)) >= 209n * WAD * tau) pays += 1n
  const stamp = new Date(Number(pays) * 1_000).toISOString().replaceAll(/\.000|[-:]/g, '')
  expect(lines).toContain(`DTSTART:${stamp}\r\n`)
  expect(lines).toContain(`SUMMARY:${name}: taking all gains something\r\n`)

  // The name of the picture's level stands beside the plot, where no line runs.
  const picture = page.getByRole('img', { name: /^Chart: TUSDT for one TAO/ })
  const level = await picture.getByText('current price').boundingBox()
  const plot = await picture.locator('.recharts-cartesian-grid').boundingBox()
  if (!level || !plot) throw new Error('The picture is not drawn.')
  expect(level.x).toBeGreaterThanOrEqual(plot.x + plot.width)

  const form = panelOf(page, 'Take')
  await field(form, 'TAO to take').fill('2')
  await expect(form.getByRole('group', { name: 'You get', exact: true })).toContainText('2 TAO')
  await form.getByRole('button', { name: 'Take', exact: true }).click()
  await sign(page, `Take 2 TAO of ${name}`, [/^Approve [\d,.]+ TUSDT$/, `Take 2 TAO of ${name}`])
  const part = await lastTake()
  const between = await status()
  expect(part.is).toEqual(takeOf(2n * WAD, 10n * WAD, begun.need, part.price, dust))
  expect(part.is.taken).toBe(2n * WAD)
  expect(part.price).toBeLessThanOrEqual(begun.stored.top)
  expect(begun.need - between.need).toBe(part.is.paid)
  expect(await balanceOf(chain, coin.address, address)).toBe(2n * WAD)
  expect(await balanceOf(chain, tusdt.address, address)).toBe(3_000n * WAD - part.is.paid)

  // Nobody takes the rest until its price is too old; begun anew, it starts at the current price again. C7
  await running(chain).moveClock(Number((await chain.now()) + 7_200n))
  await expect(panelOf(page, 'Restart it')).toContainText('It begins again at 250.8 TUSDT for one TAO')
  await page.getByRole('button', { name: 'Restart the auction', exact: true }).click()
  await sign(page, `Restart ${name}`, [`Restart ${name}`])
  const anew = await status()
  expect(anew.stored).toMatchObject({ lot: 8n * WAD, top: (2_508n * WAD) / 10n })
  expect(anew.need).toBe(between.need)

  // All that is needed of the rest, and what is not goes back to the vault.
  await form.getByRole('button', { name: 'All', exact: true }).click()
  await form.getByRole('button', { name: 'Take all', exact: true }).click()
  const all = `Take all that is left of ${name}`
  await sign(page, all, [/^Approve [\d,.]+ TUSDT$/, all])
  const rest = await lastTake()
  expect(rest.is).toEqual(takeOf(8n * WAD, 8n * WAD, anew.need, rest.price, dust))
  expect(rest.is.paid).toBe(anew.need)
  const returned = 8n * WAD - rest.is.taken
  expect((await vault()).stored).toMatchObject({ owner, collateral: returned, art: 0n })
  await expect(page.getByText(/^It ended /)).toBeVisible()
  const history = panelOf(page, 'History')
  await expect(history).toContainText(brief(returned, 'TAO'))

  await page.goto(`#/collateral/vaults/1/${id}`)
  await expectFigure(page, 'Collateral, TAO', brief(returned, '').trim())
  await expect(page.getByText('No debt', { exact: true }).first()).toBeVisible()
})
