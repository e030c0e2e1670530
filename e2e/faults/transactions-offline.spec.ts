import { actions, begin, doneText, everyAction } from '../fixtures/actions'
import { expect, test } from '../fixtures/mempool'
import { connect, review, sign } from '../fixtures/screen'

for (const [name, action] of everyAction) {
  test(`offline before the signature of a ${name} the wallet stays closed, and it goes on afterwards (F31)`, async ({
    page,
    context,
    chain,
    wallet,
    guard,
  }) => {
    guard.allow(/ERR_INTERNET_DISCONNECTED/)
    const { signUpToAct, pressAct, dialog, state, moved } = await begin(action, { page, chain, wallet })
    await signUpToAct()
    const asked = wallet.requested.length
    await context.setOffline(true)
    await pressAct()
    const alert = dialog.getByRole('alert')
    await expect(alert).toContainText(/did not answer|No node answers/i)
    expect(wallet.requested).toHaveLength(asked)
    await context.setOffline(false)
    await alert.getByRole('button', { name: 'Try again' }).click()
    await pressAct()
    await expect(state).toHaveText(doneText)
    expect(await moved()).toBe(action.whole)
  })
}

test('a page that is offline before anything was begun says so, keeps what was typed, and works when it is back (F31)', async ({
  page,
  context,
  chain,
  wallet,
  guard,
}) => {
  guard.allow(/ERR_INTERNET_DISCONNECTED/)
  const action = actions.stake
  const series = await action.prepare(chain, wallet.person)
  await page.goto(action.hash)
  await connect(page)
  await action.showSeries(page)
  await context.setOffline(true)
  await action.begin(page)
  const dialog = review(page, action.title)
  const alert = dialog.getByRole('alert')
  await expect(alert).toContainText(/did not answer|No node answers/i)
  expect(wallet.requested).toEqual([])
  await context.setOffline(false)
  await alert.getByRole('button', { name: 'Try again' }).click()
  await sign(page, action.title, action.steps)
  expect(await action.moved(series, wallet.person)).toBe(action.whole)
})
