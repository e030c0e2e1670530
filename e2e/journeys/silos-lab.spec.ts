import { readFile } from 'node:fs/promises'
import { runScenario, startOf, type Scenario } from '../../src/silos/scenario'
import { bobsCase, firstScenario, scenarioText } from '../../src/silos/scenario-link'
import { shown } from '../fixtures/screen'
import { expect, test } from '../fixtures/test'
import { stateOf } from '../systems/silos/reserve'

const scenarios: readonly (readonly [string, Scenario])[] = [
  ['from now', firstScenario],
  ['Bob’s case', bobsCase],
  ['a crash with redemptions', { ...firstScenario, fallBps: 9_000n, redeemed: 10_000_000_000n, ahead: 60n }],
]

for (const [name, scenario] of scenarios)
  test(`the lab gives what the arithmetic gives, row by row: ${name}`, async ({ page, site, chain }) => {
    const start = startOf(scenario, await stateOf(chain))
    if (!start) throw new Error('There is no price.')
    const rows = runScenario(start, scenario)
    await page.goto(`${site.url}#/silos/lab?s=${scenarioText(scenario)}`)
    const panel = page.getByRole('region', { name: 'Cycle by cycle', exact: true })
    const download = page.waitForEvent('download')
    await panel.getByRole('button', { name: 'Save as CSV' }).click()
    const [, ...lines] = (await readFile(await (await download).path(), 'utf8')).trim().split(/\r?\n/)
    const plain = (value: bigint, decimals: number) =>
      shown(value, decimals, decimals, '').replaceAll(/[, ]/g, '')
    expect(lines.map((line) => line.split(',').map((cell) => cell.replaceAll('"', '')))).toEqual(
      rows.map(({ cycle, price, fills, ratio, supply, bought, harvest, dividend }) => [
        `${cycle}`,
        plain(price, 18),
        ...fills.map((fill) => plain(fill, 2)),
        plain(ratio, 2),
        ...[supply, bought, harvest, dividend].map((amount) => plain(amount, 6)),
      ]),
    )
    const last = rows.at(-1)
    const cells = panel.getByRole('row').last().getByRole('cell')
    await panel.getByText(`All ${rows.length} rows`).click()
    await expect(cells.nth(6)).toContainText(shown(last?.supply ?? 0n, 6, 0, '').trim())
  })

test('what is typed is in the link, and the example doubles the supply after its first harvest', async ({
  page,
  site,
}) => {
  await page.goto(`${site.url}#/silos/lab`)
  await page.getByRole('button', { name: 'Example: harvest into Silo 1', exact: true }).click()
  const table = page.getByRole('region', { name: 'Cycle by cycle', exact: true })
  await table.getByText('All 7 rows').click()
  await expect(table.getByRole('row').nth(1)).toContainText('1,000,000')
  await expect(table.getByRole('row').nth(2)).toContainText('250%')
  await page.getByRole('textbox', { name: 'Look ahead', exact: true }).fill('9')
  await expect(page).toHaveURL(/_9$/)
  await page.reload()
  await expect(page.getByRole('textbox', { name: 'Look ahead', exact: true })).toHaveValue('9')
  await page.getByRole('textbox', { name: 'Look ahead', exact: true }).fill('900')
  await expect(page.getByText('From 1 to 200 cycles.')).toBeVisible()
})
