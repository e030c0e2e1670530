import { readFile } from 'node:fs/promises'
import AxeBuilder from '@axe-core/playwright'
import type { Address, Hex } from 'viem'
import { settled } from '../fixtures/screen'
import { expect, test } from '../fixtures/test'

type Sheet = {
  readonly calls: readonly {
    readonly contract: string
    readonly address: Address
    readonly function: string
    readonly block: { readonly number: string; readonly hash: Hex }
    readonly calldata: Hex
    readonly answer: Hex
  }[]
}

test('the reading sheet of a page is what the chain says at its block, and its commands ask for the same', async ({
  page,
  site,
  chain,
}) => {
  for (const [path, contract] of [
    ['#/stake', 'Backstop registry'],
    ['#/silos', 'Reserve of USDtz'],
  ] as const) {
    await page.goto(site.url + path)
    await settled(page)
    await expect(page.getByRole('button', { name: /^Source of / }).first()).toBeVisible()
    await page.getByRole('button', { name: 'Reading sheet' }).click()
    const sheet = page.getByRole('dialog', { name: 'Reading sheet' })
    const rows = sheet.getByRole('list', { name: 'Calls' }).getByRole('listitem')
    await expect(rows.filter({ hasText: contract }).first()).toBeVisible()

    const download = page.waitForEvent('download')
    await sheet.getByRole('button', { name: 'Download as JSON' }).click()
    const { calls } = JSON.parse(await readFile(await (await download).path(), 'utf8')) as Sheet
    expect(calls.length).toBeGreaterThan(10)
    for (const { address, calldata, answer, block, function: signature } of calls.slice(0, 12)) {
      const blockNumber = BigInt(block.number)
      const { data } = await chain.read.call({ to: address, data: calldata, blockNumber })
      expect.soft(data ?? '0x', signature).toBe(answer)
      expect.soft((await chain.read.getBlock({ blockNumber })).hash).toBe(block.hash)
    }

    const wanted = calls.find((call) => call.contract === contract)
    await sheet.getByRole('searchbox').fill(`${contract} ${wanted?.function.split('(')[0] ?? ''}`)
    const row = rows.first()
    await row.locator('summary').click()
    const told = (name: string) =>
      row.locator('dt', { hasText: name }).locator('xpath=following-sibling::dd[1]')
    await expect(told('Answer')).toContainText(wanted?.answer ?? '')
    await expect(told('Function')).toHaveText(wanted?.function ?? '')
    const command = await told('curl').innerText()
    const [, body = '', url = ''] = /--data '(.*)' (http\S+)/.exec(command) ?? []
    const asked = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
    expect(((await asked.json()) as { result: Hex }).result).toBe(wanted?.answer)

    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      const { violations } = await new AxeBuilder({ page })
        .include('dialog[open]')
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`)).toEqual([])
    }
    await sheet.getByRole('button', { name: 'Close' }).click()
  }
})
