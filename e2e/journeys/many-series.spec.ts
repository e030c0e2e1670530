import { numberToHex } from 'viem'
import { backstopRegistryAbi } from '../../abis/BackstopRegistry'
import { usdt, type Chain } from '../fixtures/chain'
import type { RpcProxy } from '../fixtures/rpc-proxy'
import { connect, expectFigure, frontRow, row, shownUsdt } from '../fixtures/screen'
import { expect, test } from '../fixtures/test'
import { Series, tenBtcTerms, totalsOf } from '../systems/backstop/series'

const atOnce = 25

async function addSeries(chain: Chain, count: number, name: string): Promise<readonly Series[]> {
  const series: Series[] = []
  for (let index = 0; index < count; index += 1)
    series.push(await Series.create(chain, tenBtcTerms(await chain.now(), `${name} ${index}`)))
  return series
}

/** Characters of the calls that a block costs which brings nothing new: the most of some blocks. */
async function costOfBlock(chain: Chain, rpc: RpcProxy): Promise<number> {
  const costs: number[] = []
  for (let block = 0; block < 4; block += 1) {
    await chain.mine()
    const number = numberToHex(await chain.read.getBlockNumber())
    const calls = () => rpc.seen.filter(({ method, params }) => method === 'eth_call' && params[1] === number)
    await expect.poll(() => calls().length).toBeGreaterThan(0)
    costs.push(JSON.stringify(calls()).length)
  }
  return Math.max(...costs)
}

test('of many series a block costs those on screen, and none is out of reach', async ({
  page,
  chain,
  wallet,
  rpc,
}) => {
  test.setTimeout(180_000)
  const [last] = (await addSeries(chain, 40, 'Series Many')).toReversed()
  await last?.stake(wallet.person, usdt(321))
  await page.goto('#/')
  await expect(frontRow(page, 'Backstop')).toContainText(
    `${shownUsdt((await totalsOf(chain)).staked)} staked`,
  )
  await connect(page)
  // The account's own comes first, and its sums are over all series.
  await expectFigure(page, 'My stakes', '321 USDT')
  const rows = page.getByRole('table', { name: 'All series' }).getByRole('row')
  await expect(rows).toHaveCount(1 + atOnce)
  await expect(rows.nth(1)).toContainText('Series Many 39')
  await expect(page.getByText(/^Series that are not shown, .* are as of block \d+ or later\.$/)).toBeVisible()

  const cost = await costOfBlock(chain, rpc)
  await addSeries(chain, 20, 'Series More')
  const count = await chain.read.readContract({
    address: chain.addresses.backstop.registry,
    abi: backstopRegistryAbi,
    functionName: 'seriesCount',
  })
  const more = page.getByRole('button', { name: new RegExp(`^Show \\d+ more of ${count}$`) })
  await expect(more).toBeVisible()
  await expectFigure(page, 'My stakes', '321 USDT')
  expect(await costOfBlock(chain, rpc)).toBeLessThan(cost * 1.05)

  // What changes on screen is seen with the next block.
  await last?.stake(wallet.person, usdt(4))
  await expectFigure(page, 'My stakes', '325 USDT')
  while (await more.isVisible()) await more.click()
  await expect(rows).toHaveCount(1 + Number(count))
  await expect(row(page, 'Series More 19 ')).toHaveCount(1)
})
