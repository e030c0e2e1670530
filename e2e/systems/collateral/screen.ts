import type { Locator, Page } from '@playwright/test'
import { connect, shown } from '../../fixtures/screen'

export const panelOf = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
export const field = (scope: Page | Locator, name: string) =>
  scope.getByRole('textbox', { name, exact: true })
export const button = (scope: Page | Locator, name: string) =>
  scope.getByRole('button', { name, exact: true })
export const press = (scope: Page | Locator, name: string) => button(scope, name).click()

/** An amount to the last unit, and as a page shortens it. */
export const exact = (value: bigint, symbol: string, decimals = 18) =>
  shown(value, decimals, decimals, symbol)
export const brief = (value: bigint, symbol: string) => shown(value, 18, 2, symbol)

/** Where TUSDT is minted and redeemed, with a wallet. */
export async function openTusdt(page: Page): Promise<void> {
  await page.goto('#/collateral/tusdt')
  await connect(page)
}
