import type { Page } from '@playwright/test'
import type { Address } from 'viem'
import { demo } from '../fixtures/people'
import { refusing } from '../fixtures/rpc-faults'
import type { Fault, RpcProxy } from '../fixtures/rpc-proxy'
import { connect } from '../fixtures/screen'
import { expect, test } from '../fixtures/test'
import { systems } from '../systems'

const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

/** No node can do better: it is the chain that does not answer. */
function injectEverywhere(nodes: readonly RpcProxy[], fault: Fault): void {
  for (const node of nodes) node.inject(fault)
}

for (const silent of systems) {
  const others = systems.filter((system) => system !== silent)
  test.describe(`when no contract of ${silent.name} answers`, () => {
    test.beforeEach(async ({ page, site, config, rpc, spareRpc, wallet }) => {
      const silenced = Object.values(config.networks[0]?.contracts[silent.id] ?? {})
      const addresses = silenced.filter((address): address is Address => address !== undefined)
      injectEverywhere([rpc, spareRpc], refusing(addresses))
      await wallet.switchAccount(demo())
      await page.goto(`${site.url}#/`)
      await connect(page)
    })

    test('the overview says so, and shows every other system', async ({ page }) => {
      const missing = region(page, silent.title)
      await expect(missing.getByText('This could not be read', { exact: true })).toBeVisible()
      await expect(missing.getByRole('group')).toHaveCount(0)
      const todos = region(page, 'What you can do now')
      await expect(todos).toContainText(`What ${silent.name} would add can’t be read now.`)
      await expect(todos).not.toContainText('Nothing to do right now')
      for (const { title } of others) {
        await expect(region(page, title).getByRole('group').first()).toContainText(/\d/)
        await expect(region(page, title).getByText(/could not be read|Unavailable|Incomplete/)).toHaveCount(0)
      }
      await expect(todos.getByRole('listitem').first()).toBeVisible()
    })

    test('the page of activity says so, and tells what was done in every other system', async ({ page }) => {
      await page
        .getByRole('navigation', { name: 'Main' })
        .getByRole('link', { name: 'Activity', exact: true })
        .click()
      const history = region(page, 'History')
      const approvals = region(page, 'Approvals')
      if (silent.isHistoryAlone) {
        await expect(approvals).toContainText('This list is incomplete')
        await expect(history).not.toContainText('could not be read')
      } else {
        await expect(history).toContainText(`The history of ${silent.name} could not be read`)
        await expect(history.getByRole('button', { name: 'Download CSV' })).toBeDisabled()
        await expect(history.getByRole('link', { name: silent.place })).toHaveCount(0)
        await expect(approvals).toContainText(`What ${silent.name} may take could not be read`)
      }
      for (const { name, place } of others) {
        // Their newest events may be older than a page of the others'.
        await history.getByRole('button', { name, exact: true }).click()
        await expect(history.getByRole('link', { name: place }).first()).toBeVisible()
        await history.getByRole('button', { name: 'All systems', exact: true }).click()
        await expect(history).not.toContainText(`The history of ${name}`)
        await expect(approvals).not.toContainText(`What ${name} may take`)
      }
    })
  })
}
