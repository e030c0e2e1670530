import { activityItem, begin, doneText, leaveActivity, openActivity } from '../fixtures/actions'
import { expect, test } from '../fixtures/mempool'
import { connect, review, sign } from '../fixtures/screen'
import { actionsUnder } from '../systems'
import { stake, withdraw } from '../systems/backstop/actions'

for (const [name, action] of actionsUnder('offline')) {
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

  test(`a ${name} on its way is neither lost nor repeated while the connection comes and goes (F31)`, async ({
    page,
    context,
    chain,
    wallet,
    mempool,
    rpc,
    spareRpc,
    guard,
  }) => {
    guard.allow(/ERR_INTERNET_DISCONNECTED/)
    const { signUpToAct, pressAct, state, moved } = await begin(action, { page, chain, wallet })
    await signUpToAct()
    await mempool.hold()
    await pressAct()
    await expect(state).toContainText('On its way')
    for (const isMinedMeanwhile of [false, true]) {
      // In the middle of whatever is being asked.
      for (let flap = 0; flap < 3; flap += 1) {
        await context.setOffline(true)
        await context.setOffline(false)
      }
      await context.setOffline(true)
      await expect(page.getByText('No connection')).toBeVisible()
      if (isMinedMeanwhile) await mempool.mine(1)
      await expect(state).toContainText('On its way')
      // Either node: the one that failed last rests.
      const asked = () => rpc.requestCount + spareRpc.requestCount
      const before = asked()
      await context.setOffline(false)
      await expect.poll(asked).toBeGreaterThan(before)
    }
    await expect(state).toHaveText(doneText)
    expect(await moved()).toBe(action.whole)
    expect(wallet.requested).toHaveLength(action.steps.length)
    await page.keyboard.press('Escape')
    await expect(activityItem(await openActivity(page), action.title)).toContainText('Included')
    await leaveActivity(page, action)
    await action.expectShown(page, true)
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
  const action = stake
  const scene = await action.prepare({ page, chain, wallet })
  await page.goto(action.hash)
  await connect(page)
  await action.show(page)
  await context.setOffline(true)
  await action.begin(page)
  const dialog = review(page, action.title)
  const alert = dialog.getByRole('alert')
  await expect(alert).toContainText(/did not answer|No node answers/i)
  expect(wallet.requested).toEqual([])
  await context.setOffline(false)
  await alert.getByRole('button', { name: 'Try again' }).click()
  await sign(page, action.title, action.steps)
  expect(await scene.moved(wallet.person)).toBe(action.whole)
})

test('a withdrawal that cannot be looked up while blocks go by is not said to be dropped (F31)', async ({
  page,
  chain,
  wallet,
  mempool,
  rpc,
  spareRpc,
  guard,
}) => {
  guard.allow(/Failed to load resource/)
  const action = withdraw
  const { pressAct, state, moved } = await begin(action, { page, chain, wallet })
  await mempool.hold()
  await pressAct()
  await expect(state).toContainText('On its way')
  const [hash = '0x'] = wallet.sent
  const signed = await mempool.signed(hash)
  // So that the blocks are without it; nobody can ask whether it is still there.
  await mempool.drop(hash)
  const lookUp = 'eth_getTransactionReceipt'
  const lookUps = () => [...rpc.seen, ...spareRpc.seen].filter(({ method }) => method === lookUp).length
  for (const node of [rpc, spareRpc]) node.inject({ methods: [lookUp], spoil: (exchange) => exchange.cut() })
  for (let block = 0; block < 4; block += 1) {
    const before = lookUps()
    await mempool.mine(1)
    await expect.poll(lookUps).toBeGreaterThan(before)
    await expect(state).toContainText('On its way')
  }
  await mempool.sendAgain(signed)
  for (const node of [rpc, spareRpc]) node.heal()
  await mempool.mine(1)
  await expect(state).toHaveText(doneText)
  expect(await moved()).toBe(action.whole)
  expect(wallet.requested).toHaveLength(1)
})
