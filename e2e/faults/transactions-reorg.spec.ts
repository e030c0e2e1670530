import { begin, doneText } from '../fixtures/actions'
import { expect, test } from '../fixtures/mempool'
import { actionsUnder } from '../systems'
import { stake } from '../systems/backstop/actions'

const takenBack = 'The chain reorganised and took it back. It is being watched again.'
const depths = [1, 2, 3] as const

for (const [name, action] of actionsUnder('reorganisation'))
  test(`a ${name} undone by a reorganisation of 1, 2 and 3 blocks is taken off the screen and watched again (F11)`, async ({
    page,
    chain,
    wallet,
    mempool,
  }) => {
    test.setTimeout(150_000)
    const { signUpToAct, pressAct, dialog, state, moved } = await begin(action, { page, chain, wallet })
    await signUpToAct()
    await pressAct()
    await expect(state).toHaveText(doneText)
    const signed = await mempool.signed(wallet.sent.at(-1) ?? '0x')
    for (const depth of depths) {
      if (depth > 1) await mempool.sendAgain(signed)
      await expect(state).toHaveText(doneText)
      await action.expectShown(page, true)
      expect(await moved()).toBe(action.whole)
      await mempool.mine(depth - 1)
      await mempool.reorg(depth)
      await expect(state).toContainText(takenBack)
      await action.expectShown(page, false)
      expect(await moved()).toBe(0n)
    }

    const alert = dialog.getByRole('alert')
    await expect(async () => {
      await mempool.mine(1)
      await expect(alert).toContainText('No node knows it any more', { timeout: 1_500 })
    }).toPass()
    await alert.getByRole('button', { name: 'Try again' }).click()
    await pressAct()
    await alert.getByRole('button', { name: /ask again/ }).click()
    await pressAct()
    await expect(state).toHaveText(doneText)
    await action.expectShown(page, true)
    expect(await moved()).toBe(action.whole)
  })

for (const depth of depths)
  test(`an approval undone by a reorganisation of depth ${depth} keeps the stake from being signed until it is back (F11)`, async ({
    page,
    chain,
    wallet,
    mempool,
  }) => {
    const { signUpToAct, press, dialog, state, moved } = await begin(stake, {
      page,
      chain,
      wallet,
    })
    await signUpToAct()
    const signed = await mempool.signed(wallet.sent[0] ?? '0x')
    await mempool.mine(depth - 1)
    await mempool.reorg(depth)
    await expect(state).toContainText(takenBack)
    await expect(dialog.getByRole('button', { name: stake.title, exact: true })).toHaveCount(0)
    expect(wallet.requested).toHaveLength(1)
    await mempool.sendAgain(signed)
    await press(stake.title)
    await expect(state).toHaveText(doneText)
    expect(await moved()).toBe(stake.whole)
    expect(wallet.requested).toHaveLength(2)
  })
