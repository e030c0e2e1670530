import { tetherUsdAbi } from '../../abis/TetherUSD'
import { activityItem, begin, doneText, openActivity } from '../fixtures/actions'
import { usdt } from '../fixtures/chain'
import { sign } from '../fixtures/screen'
import { expect, test } from '../fixtures/mempool'
import { actionsUnder } from '../systems'
import { withdraw } from '../systems/backstop/actions'

const send = 'eth_sendTransaction'

const strangeErrors = [
  'something broke',
  {},
  { code: -32603, message: 'Internal error', data: { originalError: { message: 'nonce' } } },
  { code: -32000, message: 'x'.repeat(100_000) },
] as const

/** A moment that comes when the test says so. */
function moment(): { readonly comes: Promise<void>; readonly come: () => void } {
  let come: () => void = () => undefined
  const comes = new Promise<void>((resolve) => (come = resolve))
  return { comes, come }
}

for (const [name, action] of actionsUnder('wallet')) {
  test(`every step of a ${name} can be rejected, and nothing is lost by it (F17)`, async ({
    page,
    chain,
    wallet,
  }) => {
    const { dialog, press, state, moved, scene } = await begin(action, { page, chain, wallet }, (scene) =>
      // Too small to be used: Tether wants it reset first, other tokens let it be replaced.
      chain.act(wallet.person.address, {
        address: scene.pays ?? chain.addresses.shared.usdt,
        abi: tetherUsdAbi,
        functionName: 'approve',
        args: [scene.call(wallet.person).address, usdt(100)],
      }),
    )
    const isReset = action.steps.length > 1 && scene.pays === undefined
    const steps = isReset ? ['Reset allowance', ...action.steps] : action.steps
    for (const step of steps) {
      wallet.next(send, { kind: 'reject' })
      const signed = wallet.sent.length
      await press(step)
      await expect(dialog.getByRole('alert')).toContainText('You rejected it in the wallet')
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

  test(`a wallet that never answers a ${name} can be left and asked again, and it happens once (F18)`, async ({
    page,
    chain,
    wallet,
  }) => {
    const { signUpToAct, pressAct, dialog, state, moved } = await begin(action, { page, chain, wallet })
    await signUpToAct()
    wallet.next(send, { kind: 'hang' })
    await pressAct()
    await expect(state).toContainText('Waiting for the wallet')
    await dialog.getByRole('button', { name: 'Stop waiting' }).click()
    const alert = dialog.getByRole('alert')
    await expect(alert).toContainText('Asking again could do it twice')
    expect(await moved()).toBe(0n)
    await alert.getByRole('button', { name: /ask again/ }).click()
    await pressAct()
    await expect(state).toHaveText(doneText)
    expect(await moved()).toBe(action.whole)
    expect(wallet.sent).toHaveLength(action.steps.length)
  })

  test(`a wallet that throws text, nothing, a nested error or a book at a ${name} gets a sentence, and it can be done after all (F19)`, async ({
    page,
    chain,
    wallet,
  }) => {
    const { signUpToAct, pressAct, dialog, state, moved } = await begin(action, { page, chain, wallet })
    await signUpToAct()
    const alert = dialog.getByRole('alert')
    for (const value of strangeErrors) {
      wallet.next(send, { kind: 'throw', value })
      await pressAct()
      await expect(alert).toContainText('Sending did not work')
      expect((await alert.innerText()).length).toBeLessThan(1_000)
      expect(await moved()).toBe(0n)
      await expect(alert).toContainText('may still be open in the wallet')
      await alert.getByRole('button', { name: /ask again/ }).click()
    }
    await pressAct()
    await expect(state).toHaveText(doneText)
    expect(await moved()).toBe(action.whole)
    expect(wallet.sent).toHaveLength(action.steps.length)
  })

  test(`a wallet that loses its node while its window for a ${name} stays open is not asked twice by "Try again" (D39)`, async ({
    page,
    chain,
    wallet,
  }) => {
    const { signUpToAct, pressAct, dialog, moved } = await begin(action, { page, chain, wallet })
    await signUpToAct()
    wallet.next(send, { kind: 'throw', value: { code: 4900, message: 'The wallet is disconnected' } })
    await pressAct()
    const alert = dialog.getByRole('alert')
    await expect(alert).toContainText('may still be open in the wallet, or have been sent')
    const asked = wallet.requested.length
    await alert.getByRole('button', { name: 'Try again' }).click()
    await pressAct()
    await expect(alert).toContainText('Asking again could do it twice')
    expect(wallet.requested).toHaveLength(asked)
    expect(await moved()).toBe(0n)
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

test('an account of co-signers proposes, and is done when they have signed (D27)', async ({
  page,
  chain,
  wallet,
}) => {
  const action = withdraw
  const { address } = wallet.person
  const { scene, pressAct, state, moved } = await begin(action, { page, chain, wallet })
  await chain.rpc('anvil_setCode', [address, '0x00'])
  wallet.next(send, { kind: 'answer', value: `0x${'5afe'.repeat(16)}` })
  await pressAct()
  await chain.mine()
  await expect(state).toContainText('Proposed to the co-signers of this account')
  expect(await moved()).toBe(0n)
  await chain.act(address, scene.call(wallet.person))
  await expect(state).toHaveText(doneText)
  expect(await moved()).toBe(action.whole)
})

for (const [name, action] of actionsUnder('late wallet'))
  test(`a wallet that announces itself late and twice is listed once, taken up again, and signs a ${name} (F34)`, async ({
    page,
    chain,
    wallet,
  }) => {
    const scene = await action.prepare({ page, chain, wallet })
    await page.addInitScript(() => {
      const world = window as unknown as { isWalletLate: boolean }
      world.isWalletLate = true
      window.addEventListener('eip6963:announceProvider', (event) => {
        if (world.isWalletLate) event.stopImmediatePropagation()
      })
    })
    const announceTwice = () =>
      page.evaluate(() => {
        ;(window as unknown as { isWalletLate: boolean }).isWalletLate = false
        for (let done = 0; done < 2; done += 1) window.dispatchEvent(new Event('eip6963:requestProvider'))
      })
    await page.goto(action.hash)
    await page.getByRole('button', { name: 'Connect wallet' }).first().click()
    const list = page.getByRole('dialog')
    await expect(list).toBeVisible()
    await expect(list.getByRole('button', { name: 'Test Wallet' })).toHaveCount(0)
    await announceTwice()
    await expect(list.getByRole('button', { name: 'Test Wallet' })).toHaveCount(1)
    await list.getByRole('button', { name: 'Test Wallet' }).click()
    await expect(page.getByRole('button', { name: 'Connect wallet' })).toHaveCount(0)
    await page.reload()
    await expect(page.getByRole('button', { name: 'Connect wallet' }).first()).toBeVisible()
    await announceTwice()
    await expect(page.getByRole('button', { name: `Account ${wallet.person.address}` })).toBeVisible()
    await action.show(page)
    await action.begin(page)
    await sign(page, action.title, action.steps)
    expect(await scene.moved(wallet.person)).toBe(action.whole)
    expect(wallet.requested).toHaveLength(action.steps.length)
  })
