import { activityItem, begin, doneText, openActivity, seenByNode } from '../fixtures/actions'
import { expect, test } from '../fixtures/mempool'
import { person } from '../fixtures/people'
import { actionsUnder } from '../systems'
import { claim, stake, withdraw } from '../systems/backstop/actions'

const somebody = person('Dora').address

for (const [name, action] of actionsUnder('replaced')) {
  test(`a ${name} cancelled, replaced and repriced in the wallet is told apart while it is watched (F12)`, async ({
    page,
    chain,
    wallet,
    mempool,
  }) => {
    const { signUpToAct, pressAct, dialog, state, moved } = await begin(action, { page, chain, wallet })
    const alert = dialog.getByRole('alert')
    const sendAct = async () => {
      await pressAct()
      await expect(state).toContainText('On its way')
      await seenByNode(page)
      return wallet.sent.at(-1) ?? '0x'
    }
    await signUpToAct()
    await mempool.hold()

    await mempool.cancel(await sendAct())
    await mempool.mine(1)
    await expect(alert).toContainText('It was cancelled in the wallet')
    expect(await moved()).toBe(0n)
    await action.expectShown(page, false)

    await alert.getByRole('button', { name: 'Try again' }).click()
    await mempool.outbid(await sendAct(), { to: somebody, data: '0x', value: '0x1' })
    await mempool.mine(1)
    await expect(alert).toContainText('Another transaction took its place')
    expect(await moved()).toBe(0n)

    await alert.getByRole('button', { name: 'Try again' }).click()
    const faster = await mempool.outbid(await sendAct())
    await mempool.mine(1)
    await expect(state).toHaveText(doneText)
    await expect(dialog.getByRole('button', { name: `Copy transaction hash ${faster}` })).toBeVisible()
    expect(await moved()).toBe(action.whole)
    await action.expectShown(page, true)
  })
}

for (const [name, action, fate, isDone, word] of [
  ['stake', stake, 'repriced', true, 'Included'],
  ['withdraw', withdraw, 'cancelled', false, 'Cancelled'],
  ['claim', claim, 'replaced', false, 'Replaced'],
] as const)
  test(`a ${name} ${fate} while the page was closed is found when it opens again (F12)`, async ({
    page,
    chain,
    wallet,
    mempool,
  }) => {
    const { signUpToAct, pressAct, state, moved } = await begin(action, { page, chain, wallet })
    await signUpToAct()
    await mempool.hold()
    await pressAct()
    await expect(state).toContainText('On its way')
    await seenByNode(page)
    const [hash = '0x'] = wallet.sent.slice(-1)
    await page.goto('about:blank')
    if (fate === 'cancelled') await mempool.cancel(hash)
    else await mempool.outbid(hash, fate === 'replaced' ? { to: somebody, data: '0x', value: '0x1' } : {})
    await mempool.mine(1)

    await page.goto(action.hash)
    await action.show(page)
    await action.expectShown(page, isDone)
    await expect(activityItem(await openActivity(page), action.title)).toContainText(word)
    expect(await moved()).toBe(isDone ? action.whole : 0n)
  })
