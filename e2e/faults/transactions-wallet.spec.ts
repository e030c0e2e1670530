import { tetherUsdAbi } from '../../abis/TetherUSD'
import { actions, activityItem, begin, doneText, everyAction, openActivity } from '../fixtures/actions'
import { usdt } from '../fixtures/chain'
import { person } from '../fixtures/people'
import { connect } from '../fixtures/screen'
import { expect, test } from '../fixtures/mempool'

const send = 'eth_sendTransaction'

/** A moment that comes when the test says so. */
function moment(): { readonly comes: Promise<void>; readonly come: () => void } {
  let come: () => void = () => undefined
  const comes = new Promise<void>((resolve) => (come = resolve))
  return { comes, come }
}

for (const [name, action] of everyAction) {
  test(`every step of a ${name} can be rejected, and nothing is lost by it (F17)`, async ({
    page,
    chain,
    wallet,
  }) => {
    const { dialog, press, state, moved } = await begin(action, { page, chain, wallet }, (series) =>
      // Too small to be used, so that Tether wants it reset first.
      chain.act(wallet.person.address, {
        address: chain.addresses.usdt,
        abi: tetherUsdAbi,
        functionName: 'approve',
        args: [series.addresses.pool, usdt(100)],
      }),
    )
    const steps = name === 'stake' ? ['Reset allowance', ...action.steps] : action.steps
    for (const step of steps) {
      wallet.next(send, { kind: 'reject' })
      const signed = wallet.sent.length
      await press(step)
      await expect(dialog.getByRole('alert')).toContainText('Rejected in the wallet')
      expect(wallet.sent).toHaveLength(signed)
      expect(await moved()).toBe(0n)
      await dialog.getByRole('button', { name: 'Try again' }).click()
      await press(step)
      await expect.poll(() => wallet.sent.length).toBe(signed + 1)
    }
    await expect(state).toHaveText(doneText)
    expect(await moved()).toBe(action.whole)
    expect(wallet.sent).toHaveLength(steps.length)
  })

  test(`a ${name} confirmed long after the person gave up waiting and went elsewhere is not lost (F18)`, async ({
    page,
    chain,
    wallet,
  }) => {
    const { signUpToAct, pressAct, dialog, moved } = await begin(action, { page, chain, wallet })
    await signUpToAct()
    const { comes, come } = moment()
    wallet.next(send, { kind: 'think', until: comes })
    await pressAct()
    await dialog.getByRole('button', { name: 'Stop waiting' }).click()
    await page.keyboard.press('Escape')
    await page.getByRole('link', { name: 'Overview' }).first().click()
    const item = activityItem(await openActivity(page), action.title)
    await expect(item).toContainText('Not known')
    come()
    await expect(item).toContainText('Included')
    expect(await moved()).toBe(action.whole)
  })

  test(`a double click sends a ${name} once (D6)`, async ({ page, chain, wallet }) => {
    const { signUpToAct, dialog, state, moved } = await begin(action, { page, chain, wallet })
    await signUpToAct()
    await dialog.getByRole('button', { name: action.title, exact: true }).dblclick()
    await expect(state).toHaveText(doneText)
    expect(wallet.requested).toHaveLength(action.steps.length)
    expect(await moved()).toBe(action.whole)
  })
}

test('an account changed between approval and stake stops the stake, and the first account can go on (F20)', async ({
  page,
  chain,
  wallet,
}) => {
  const action = actions.stake
  const alice = wallet.person
  const { signUpToAct, pressAct, dialog, state, moved, series } = await begin(action, { page, chain, wallet })
  await signUpToAct()
  await wallet.switchAccount(person('Bob'))
  await expect(state).toContainText(`This belongs to ${alice.address}.`)
  await pressAct()
  await expect(dialog.getByRole('alert')).toContainText('The wallet is on another account')
  expect(wallet.requested).toHaveLength(1)
  await wallet.switchAccount(alice)
  await dialog.getByRole('button', { name: 'Try again' }).click()
  await pressAct()
  await expect(state).toHaveText(doneText)
  expect(await action.moved(series, alice)).toBe(await moved())
  expect(await moved()).toBe(action.whole)
})

test('a network changed between approval and stake stops the stake, and it can go on when it is back (F20)', async ({
  page,
  chain,
  wallet,
}) => {
  const action = actions.stake
  const { signUpToAct, pressAct, dialog, state, moved } = await begin(action, { page, chain, wallet })
  await signUpToAct()
  await wallet.switchChain(1)
  await pressAct()
  await expect(dialog.getByRole('alert')).toContainText('The wallet is on another network')
  expect(wallet.requested).toHaveLength(1)
  await wallet.switchChain(31_337)
  await dialog.getByRole('button', { name: 'Try again' }).click()
  await pressAct()
  await expect(state).toHaveText(doneText)
  expect(await moved()).toBe(action.whole)
})

test('a withdrawal in flight is followed while another account is on screen, whose list stays its own (F20)', async ({
  page,
  chain,
  wallet,
  mempool,
}) => {
  const action = actions.withdraw
  const alice = wallet.person
  const { pressAct, state, series } = await begin(action, { page, chain, wallet })
  await mempool.hold()
  await pressAct()
  await expect(state).toContainText('On its way')
  await page.keyboard.press('Escape')
  await openActivity(page)
  await wallet.switchAccount(person('Bob'))
  await expect(page.locator('summary', { hasText: 'Activity' })).toHaveCount(0)
  await mempool.mine(1)
  await wallet.switchAccount(alice)
  await expect(activityItem(await openActivity(page), action.title)).toContainText('Included')
  expect(await action.moved(series, alice)).toBe(action.whole)
})

test('an account of co-signers proposes, and is done when they have signed (D27)', async ({
  page,
  chain,
  wallet,
}) => {
  const action = actions.withdraw
  const { address } = wallet.person
  const { series, pressAct, state, moved } = await begin(action, { page, chain, wallet })
  await chain.rpc('anvil_setCode', [address, '0x00'])
  wallet.next(send, { kind: 'answer', value: `0x${'5afe'.repeat(16)}` })
  await pressAct()
  await chain.mine()
  await expect(state).toContainText('Proposed to the co-signers of this account')
  expect(await moved()).toBe(0n)
  await chain.act(address, action.call(series, wallet.person))
  await expect(state).toHaveText(doneText)
  expect(await moved()).toBe(action.whole)
})

for (const [how, times] of [
  ['late', 1],
  ['late and twice', 2],
] as const)
  test(`a wallet that announces itself ${how} is taken up again, and listed once (F34)`, async ({
    page,
    site,
    wallet,
  }) => {
    await page.addInitScript(() => {
      const world = window as unknown as { isWalletLate: boolean }
      world.isWalletLate = true
      window.addEventListener('eip6963:announceProvider', (event) => {
        if (world.isWalletLate) event.stopImmediatePropagation()
      })
    })
    const announce = () =>
      page.evaluate((count) => {
        ;(window as unknown as { isWalletLate: boolean }).isWalletLate = false
        for (let done = 0; done < count; done += 1) window.dispatchEvent(new Event('eip6963:requestProvider'))
      }, times)
    await page.goto(`${site.url}#/stake`)
    await page.getByRole('button', { name: 'Connect wallet' }).first().click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await expect(page.getByRole('dialog').getByRole('button', { name: 'Test Wallet' })).toHaveCount(0)
    await announce()
    await expect(page.getByRole('dialog').getByRole('button', { name: 'Test Wallet' })).toHaveCount(1)
    await page.keyboard.press('Escape')
    await connect(page)
    await page.reload()
    await expect(page.getByRole('button', { name: 'Connect wallet' }).first()).toBeVisible()
    await announce()
    await expect(page.getByRole('button', { name: `Account ${wallet.person.address}` })).toBeVisible()
  })
