import { demo, seeded } from '../fixtures/people'
import { connect } from '../fixtures/screen'
import { expect, test } from '../fixtures/test'

test('alerts tell the connected account once what stands, while the tab is open, and say so', async ({
  page,
  site,
  wallet,
}) => {
  // No browser without a screen shows one: what would be shown is written down.
  await page.addInitScript(() => {
    const titles: string[] = []
    const Notified = Object.assign(
      function (title: string) {
        titles.push(title)
      },
      {
        permission: 'default',
        titles,
        requestPermission: () => Promise.resolve((Notified.permission = 'granted')),
      },
    )
    Object.assign(window, { Notification: Notified })
  })
  const told = () => page.evaluate(() => (Notification as unknown as { titles: string[] }).titles)
  await wallet.switchAccount(demo())
  await page.goto(`${site.url}#/settings`)
  const panel = page.getByRole('region', { name: 'Alerts', exact: true })
  const box = panel.getByRole('checkbox', { name: 'Watch the connected account' })
  await expect(panel).toContainText('only while this tab is open')
  await box.check()
  await expect(panel).toContainText('Nobody is connected')
  await panel.getByRole('button', { name: 'Allow notifications' }).click()
  await expect(panel).toContainText('Notifications are on.')
  await connect(page)
  const danger = panel.getByRole('listitem').filter({ hasText: 'TAO vault 10 is near liquidation' })
  await expect(danger).toContainText('Danger')
  // So many at once come as one.
  await expect.poll(told).toEqual([expect.stringMatching(/^\d+ things to look at$/)])

  // What was told is not told again, and the choice stays.
  await page.reload()
  await expect(danger).toBeVisible()
  expect(await told()).toEqual([])

  // Another account as well, which nobody has connected: its alerts lead to where it is looked at.
  const other = seeded(8).address
  await panel.getByRole('textbox', { name: /^Watch another account/ }).fill(other)
  await panel.getByRole('button', { name: 'Add', exact: true }).click()
  const theirs = panel.getByRole('region', { name: `Alerts of ${other}` })
  await expect(theirs.getByRole('link').first()).toHaveAttribute('href', `#/?watch=${other}`)
  await panel.getByRole('button', { name: `Watch no more ${other}` }).click()
  await expect(theirs).toHaveCount(0)
  await box.uncheck()
  await expect(danger).toHaveCount(0)
})
