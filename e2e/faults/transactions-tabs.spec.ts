import type { Page } from '@playwright/test'
import { activityItem, begin, doneText, leaveActivity, openActivity, type Action } from '../fixtures/actions'
import { expect, test } from '../fixtures/mempool'
import { review } from '../fixtures/screen'
import { actionsUnder } from '../systems'
import { stake } from '../systems/backstop/actions'

/** The wallet is found again by itself. */
async function returnTo(page: Page, action: Action, url: string): Promise<void> {
  await page.goto(`${url}${action.hash}`)
  await action.show(page)
}

for (const [name, action] of actionsUnder('tabs')) {
  test(`a tab closed between hash and receipt of a ${name} loses nothing (F21)`, async ({
    page,
    context,
    site,
    chain,
    wallet,
    mempool,
  }) => {
    const { signUpToAct, pressAct, state, moved } = await begin(action, { page, chain, wallet })
    await signUpToAct()
    await mempool.hold()
    await pressAct()
    await expect(state).toContainText('On its way')
    await page.close()
    const again = await context.newPage()
    await returnTo(again, action, site.url)
    const item = activityItem(await openActivity(again), action.title)
    await expect(item).toContainText('Sent')
    await leaveActivity(again, action)
    await action.expectShown(again, false)
    await openActivity(again)
    await mempool.mine(1)
    await expect(item).toContainText('Included')
    await leaveActivity(again, action)
    await action.expectShown(again, true)
    expect(await moved()).toBe(action.whole)
    expect(wallet.requested).toHaveLength(action.steps.length)
  })

  test(`a ${name} confirmed in the wallet after its tab was closed is found (F18, F21)`, async ({
    page,
    context,
    site,
    chain,
    wallet,
  }) => {
    const { signUpToAct, pressAct, moved } = await begin(action, { page, chain, wallet })
    await signUpToAct()
    let confirm: () => void = () => undefined
    wallet.next('eth_sendTransaction', {
      kind: 'think',
      until: new Promise((resolve) => (confirm = resolve)),
    })
    await pressAct()
    await expect.poll(() => wallet.counts.get('eth_sendTransaction')).toBe(action.steps.length)
    await page.close()
    const again = await context.newPage()
    await returnTo(again, action, site.url)
    const item = activityItem(await openActivity(again), action.title)
    await expect(item).toContainText('The page was closed before the wallet answered.')
    confirm()
    await expect(item).toContainText('Included')
    await leaveActivity(again, action)
    await action.expectShown(again, true)
    expect(await moved()).toBe(action.whole)
  })

  test(`two tabs with the same ${name} open send it once (F21)`, async ({
    page,
    context,
    site,
    chain,
    wallet,
  }) => {
    const { signUpToAct, pressAct, state, moved } = await begin(action, { page, chain, wallet })
    await signUpToAct()
    const other = await context.newPage()
    await returnTo(other, action, site.url)
    await action.begin(other)
    const otherReview = review(other, action.title)
    const otherAct = otherReview.getByRole('button', { name: action.title, exact: true })
    await expect(otherAct).toBeEnabled()

    let confirm: () => void = () => undefined
    wallet.next('eth_sendTransaction', {
      kind: 'think',
      until: new Promise((resolve) => (confirm = resolve)),
    })
    await pressAct()
    await expect.poll(() => wallet.counts.get('eth_sendTransaction')).toBe(action.steps.length)
    await otherAct.click()
    // By the list, or by the lock where the list has not reached this tab yet.
    await expect(otherReview.getByRole('alert')).toContainText(
      /Asking again could do it twice\.|is open in the wallet from another tab/,
    )
    confirm()
    await expect(state).toHaveText(doneText)
    await other.keyboard.press('Escape')
    await expect(activityItem(await openActivity(other), action.title)).toContainText('Included')
    await leaveActivity(other, action)
    await action.expectShown(other, true)
    expect(await moved()).toBe(action.whole)
    expect(wallet.counts.get('eth_sendTransaction')).toBe(action.steps.length)
  })
}

test('a stake that waits in one tab cannot be begun in another (F21)', async ({
  page,
  context,
  site,
  chain,
  wallet,
}) => {
  const action = stake
  const { signUpToAct, pressAct, state } = await begin(action, { page, chain, wallet })
  await signUpToAct()
  wallet.next('eth_sendTransaction', { kind: 'hang' })
  await pressAct()
  await expect(state).toContainText('Waiting for the wallet')
  const other = await context.newPage()
  await returnTo(other, action, site.url)
  const button = other.getByRole('button', { name: 'Stake', exact: true })
  await expect(button).toHaveAttribute('aria-disabled', 'true')
  await other.getByRole('textbox', { name: 'Amount' }).fill('250')
  await expect(button).toHaveAccessibleDescription(
    'The last one of this kind is still waiting for the wallet or the chain.',
  )
})

test('on a phone the tray tells what is in flight, covers no place of the bar, and goes by Escape, a tap outside and another page', async ({
  page,
  chain,
  wallet,
  mempool,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const { pressAct, signUpToAct, state } = await begin(stake, { page, chain, wallet })
  await signUpToAct()
  await mempool.hold()
  await pressAct()
  await expect(state).toContainText('On its way')
  await page.keyboard.press('Escape')
  const tray = page.getByRole('button', { name: '1 in flight', exact: true })
  const list = page.getByRole('dialog', { name: '1 in flight', exact: true })
  await tray.click()
  await expect(activityItem(list, stake.title)).toContainText('Sent')
  const bar = await page.getByRole('navigation', { name: 'Main' }).boundingBox()
  const covered = await list.boundingBox()
  expect((covered?.y ?? 0) + (covered?.height ?? 0)).toBeLessThan(bar?.y ?? 0)
  await page.keyboard.press('Escape')
  await expect(list).toBeHidden()
  await tray.click()
  await page.mouse.click(195, 700)
  await expect(list).toBeHidden()
  await tray.click()
  await expect(list).toBeVisible()
  await page.goBack()
  await page.goForward()
  await expect(list).toBeHidden()
  // The approval was never listed, and what is done leaves.
  await mempool.mine(1)
  await expect(tray).toHaveCount(0)
  await expect(activityItem(await openActivity(page), stake.title)).toContainText('Included')
})
