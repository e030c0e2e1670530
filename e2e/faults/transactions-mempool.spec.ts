import type { Page } from '@playwright/test'

import { activityItem, begin, doneText, leaveActivity, openActivity } from '../fixtures/actions'
import type { Begun } from '../fixtures/actions'
import { expect, test, type Mempool } from '../fixtures/mempool'
import type { TestWallet } from '../fixtures/wallet'
import { actionsUnder } from '../systems'
import { withdraw } from '../systems/backstop/actions'

/** Whether the page's journal says that a node has shown the transaction. */
function isShown(page: Page, hash: string): Promise<boolean> {
  return page.evaluate(
    (wanted) =>
      Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '')
        .filter((key) => key.startsWith('ballast.journal.'))
        .map((key) => localStorage.getItem(key) ?? '{"entries":[]}')
        .flatMap((text) => (JSON.parse(text) as { entries: { hash?: string; isShown?: boolean }[] }).entries)
        .some((entry) => entry.hash === wanted && entry.isShown === true),
    hash,
  )
}

/** Sends the act, lets every node forget it, and lets blocks go by until the page says so. */
async function dropAct(
  { pressAct, state, dialog }: Begun,
  { page, wallet, mempool }: { page: Page; wallet: TestWallet; mempool: Mempool },
) {
  await mempool.hold()
  await pressAct()
  await expect(state).toContainText('On its way')
  const [hash = '0x'] = wallet.sent.slice(-1)
  const signed = await mempool.signed(hash)
  // What no node has shown may go by a private way, and is called dropped much later.
  await expect.poll(() => isShown(page, hash)).toBe(true)
  await mempool.drop(hash)
  await expect(async () => {
    await mempool.mine(1)
    await expect(dialog.getByRole('alert')).toContainText('No node knows it any more', { timeout: 1_500 })
  }).toPass()
  return signed
}

for (const [name, action] of actionsUnder('mempool')) {
  test(`a dropped ${name} is said to be, and counts when it comes back (F13)`, async ({
    page,
    chain,
    wallet,
    mempool,
  }) => {
    const begun = await begin(action, { page, chain, wallet })
    await begun.signUpToAct()
    const signed = await dropAct(begun, { page, wallet, mempool })
    expect(await begun.moved()).toBe(0n)
    await mempool.sendAgain(signed)
    await mempool.mine(1)
    await expect(begun.state).toHaveText(doneText)
    expect(await begun.moved()).toBe(action.whole)
    await action.expectShown(page, true)
  })

  test(`a dropped ${name} can be asked for again, and happens once (F13)`, async ({
    page,
    chain,
    wallet,
    mempool,
  }) => {
    const begun = await begin(action, { page, chain, wallet })
    await begun.signUpToAct()
    const signed = await dropAct(begun, { page, wallet, mempool })
    const alert = begun.dialog.getByRole('alert')
    await alert.getByRole('button', { name: 'Try again' }).click()
    await begun.pressAct()
    await expect(alert).toContainText('Asking again could do it twice')
    await alert.getByRole('button', { name: /ask again/ }).click()
    await begun.pressAct()
    await expect(begun.state).toContainText('On its way')
    await mempool.mine(1)
    await expect(begun.state).toHaveText(doneText)
    // The first one took the same place in the queue: it can't come back.
    await expect(mempool.sendAgain(signed)).rejects.toThrow(/nonce too low/)
    expect(await begun.moved()).toBe(action.whole)
  })

  test(`a ${name} behind a gap of nonces says what it waits for, and goes on when that is gone (F14)`, async ({
    page,
    chain,
    wallet,
  }) => {
    const { signUpToAct, pressAct, state, moved } = await begin(action, { page, chain, wallet })
    await signUpToAct()
    wallet.next('eth_sendTransaction', { kind: 'edit', gas: 1_000_000n, noncesSkipped: 1 })
    await pressAct()
    await expect(state).toContainText('One earlier transaction of this account has to go first.')
    expect(await moved()).toBe(0n)
    const { address } = wallet.person
    await chain.rpc('anvil_impersonateAccount', [address])
    await chain.rpc('eth_sendTransaction', [{ from: address, to: address }])
    await chain.mine()
    await expect(state).toHaveText(doneText)
    expect(await moved()).toBe(action.whole)
  })
}

test('a dropped withdrawal can be forgotten: the list says what that does not do (F13, D8)', async ({
  page,
  chain,
  wallet,
  mempool,
}) => {
  const begun = await begin(withdraw, { page, chain, wallet })
  await dropAct(begun, { page, wallet, mempool })
  await page.keyboard.press('Escape')
  const list = await openActivity(page)
  await expect(list).toContainText('Removes from this list only')
  await activityItem(list, withdraw.title)
    .getByRole('button', { name: 'Forget (it may still happen)' })
    .click()
  await expect(activityItem(list, withdraw.title)).toHaveCount(0)
  await mempool.release()
  await leaveActivity(page, withdraw)
  await withdraw.begin(page)
  await begun.pressAct()
  await expect(begun.state).toHaveText(doneText)
  expect(await begun.moved()).toBe(withdraw.whole)
})
