import { activityItem, begin, doneText, openActivity } from '../fixtures/actions'
import { expect, test } from '../fixtures/mempool'
import { behind } from '../fixtures/rpc-faults'
import { connect, sign } from '../fixtures/screen'
import { actionsUnder } from '../systems'
import { stake, withdraw } from '../systems/backstop/actions'

/** What goes wrong around a transaction: a node that is late, other code, a wrong clock, a new version of the site. */

const dayMs = 86_400_000
const isHead = ({ method }: { method: string }) => method === 'eth_blockNumber'

for (const [name, action] of actionsUnder('surroundings')) {
  test(`figures older than the receipt of a ${name} are said not to be current, until the node catches up (F7)`, async ({
    page,
    chain,
    wallet,
    mempool,
    rpc,
    spareRpc,
  }) => {
    // The late node knows what is acted on.
    const arrange = () => mempool.mine(2)
    const { signUpToAct, pressAct, state, moved } = await begin(action, { page, chain, wallet }, arrange)
    await signUpToAct()
    // Blocks and figures are late; receipts come from a better informed part of the same service. The spare is as
    // late: a better one would be asked instead after a few seconds.
    const nodes = [rpc, spareRpc]
    for (const node of nodes)
      node.inject({ ...behind(2n), methods: ['eth_getBlockByNumber', 'eth_blockNumber', 'eth_call'] })
    const late = (await chain.read.getBlockNumber()) - 2n
    await expect(page.getByText(`As of block ${late.toLocaleString('en')},`)).toBeVisible()
    await pressAct()
    await expect(state).toHaveText(doneText)
    await page.keyboard.press('Escape')
    const note = page.getByText(`Figures are of block ${late + 1n}, reading newer ones`)
    await expect(note).toBeVisible()
    await action.expectShown(page, false)
    expect(await moved()).toBe(action.whole)

    for (const node of nodes) node.heal()
    await action.expectShown(page, true)
    await expect(note).toHaveCount(0)
  })

  if (action.steps.length > 1)
    test(`between the signatures of a ${name}, nodes behind the last receipt are waited for (F7)`, async ({
      page,
      chain,
      wallet,
      mempool,
      rpc,
      spareRpc,
    }) => {
      const arrange = () => mempool.mine(2)
      const first = action.steps[0] ?? ''
      const { press, pressAct, state, dialog, moved } = await begin(action, { page, chain, wallet }, arrange)
      await expect(dialog.getByRole('button', { name: first, exact: true })).toBeEnabled()
      const nodes = [rpc, spareRpc]
      const methods = ['eth_getBlockByNumber', 'eth_blockNumber', 'eth_call', 'eth_simulateV1']
      for (const node of nodes) node.inject({ ...behind(1n), methods })
      // Whatever the page has seen by now: the receipt's block brings it one that is new and still too old.
      await mempool.mine(1)
      const asked = wallet.requested.length
      await press(first)
      await expect.poll(() => wallet.requested.length).toBeGreaterThan(asked)
      // The receipt is there, its block is not.
      const before = rpc.seen.filter(isHead).length
      await expect.poll(() => rpc.seen.filter(isHead).length).toBeGreaterThan(before + 1)
      await expect(state).toHaveText('Rehearsing on the newest block. Nothing is sent.')
      for (const node of nodes) node.heal()
      await pressAct()
      await expect(state).toHaveText(doneText)
      expect(await moved()).toBe(action.whole)
    })

  test(`a contract whose code was exchanged between review and signature keeps the wallet closed for a ${name} (F24)`, async ({
    page,
    chain,
    wallet,
  }) => {
    const { scene, signUpToAct, pressAct, dialog } = await begin(action, { page, chain, wallet })
    await signUpToAct()
    const asked = wallet.requested.length
    // Takes every call and does nothing.
    await chain.rpc('anvil_setCode', [scene.call(wallet.person).address, '0x00'])
    await chain.mine()
    await pressAct()
    // Where the plan rests on this contract's own word, that is what is noticed first.
    await expect(dialog.getByRole('alert')).toContainText(
      /This would not do what it should|This is not what the page was told/,
    )
    expect(wallet.requested).toHaveLength(asked)
  })
}

for (const days of [1, -1])
  test(`with a local clock that is ${days} day off, windows and ages follow the chain (F30)`, async ({
    page,
    chain,
    wallet,
  }) => {
    await page.addInitScript((shiftMs) => {
      const now = Date.now.bind(Date)
      Date.now = () => now() + shiftMs
    }, days * dayMs)
    const action = stake
    const scene = await action.prepare({ page, chain, wallet })
    await page.goto(action.hash)
    await connect(page)
    await action.show(page)
    const choice = page.getByRole('group', { name: 'Series', exact: true })
    await expect(choice.getByRole('button', { name: 'Series Faults' })).toContainText(
      /Staking closes in (3 d|2 d 23 h)/,
    )
    await expect(page.getByRole('contentinfo')).toContainText(/As of block [\d,]+, \d{1,2} s ago/)
    await action.begin(page)
    await sign(page, action.title, action.steps)
    expect(await scene.moved(wallet.person)).toBe(action.whole)
    await chain.moveTo(scene.series.terms.stakingClose)
    const panel = page.getByRole('region', { name: 'Stake in Series Faults' })
    await expect(panel.getByText(/^Closed .*Chain time/).first()).toBeVisible()
  })

test('a page that a new version has replaced says so, and a reload brings the new one and what was under way (F33)', async ({
  page,
  chain,
  wallet,
  mempool,
  guard,
}) => {
  guard.allow(/status of 404|Failed to fetch dynamically imported module/)
  const action = stake
  const { signUpToAct, pressAct, state, moved } = await begin(action, { page, chain, wallet })
  await signUpToAct()
  await mempool.hold()
  await pressAct()
  await expect(state).toContainText('On its way')
  await page.keyboard.press('Escape')
  const replaced = '**/assets/WithdrawPage-*.js'
  let asked = 0
  await page.route(replaced, (route) => {
    asked += 1
    return route.fulfill({ status: 404, contentType: 'text/html', body: 'Not found' })
  })
  await page.getByRole('link', { name: 'Withdraw' }).first().click()
  const alert = page.getByRole('alert').filter({ hasText: 'A new version is available' })
  await expect(alert).toBeVisible()
  expect(asked).toBeGreaterThan(0)
  await page.unroute(replaced)
  await alert.getByRole('button', { name: 'Reload' }).click()
  await expect(page.getByRole('heading', { name: 'Withdraw', exact: true, level: 1 })).toBeVisible()
  await mempool.mine(1)
  await expect(activityItem(await openActivity(page), action.title)).toContainText('Included')
  expect(await moved()).toBe(action.whole)
})

test('a review that a new version has replaced says so before anything is signed, and works after a reload (F33)', async ({
  page,
  chain,
  wallet,
  guard,
}) => {
  guard.allow(/status of 404/)
  const action = withdraw
  const scene = await action.prepare({ page, chain, wallet })
  const replaced = /\/assets\/(engine|ReviewDialog)-.*\.js/
  await page.route(replaced, (route) => route.fulfill({ status: 404, body: 'Not found' }))
  await page.goto(action.hash)
  await connect(page)
  const alert = page.getByText('Transactions could not be loaded. Reload the page and try again.')
  await expect(alert).toBeVisible()
  expect(wallet.requested).toEqual([])
  await page.unroute(replaced)
  await page.reload()
  await action.show(page)
  await action.begin(page)
  await sign(page, action.title, action.steps)
  expect(await scene.moved(wallet.person)).toBe(action.whole)
})
