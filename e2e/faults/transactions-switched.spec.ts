import { activityItem, begin, doneText, openActivity } from '../fixtures/actions'
import { expect, test } from '../fixtures/mempool'
import { person } from '../fixtures/people'
import { connect } from '../fixtures/screen'
import { actionsUnder } from '../systems'

const home = 31_337
const otherAccount = 'The wallet is on another account'
const otherNetwork = 'The wallet is on another network'

for (const [name, action] of actionsUnder('switched account')) {
  test(`an account or a network changed before the signature of a ${name} keeps the wallet closed, and it goes on when they are back (F20, D9)`, async ({
    page,
    chain,
    wallet,
  }) => {
    const alice = wallet.person
    const bob = person('Bob')
    const { scene, signUpToAct, pressAct, dialog, state } = await begin(action, { page, chain, wallet })
    await signUpToAct()
    const asked = wallet.requested.length
    const alert = dialog.getByRole('alert')
    const expectClosed = async (sentence: string) => {
      await pressAct()
      await expect(alert).toContainText(sentence)
      expect(wallet.requested).toHaveLength(asked)
    }
    const goOn = () => alert.getByRole('button', { name: 'Try again' }).click()

    await wallet.switchAccount(bob)
    await expect(state).toContainText(`This belongs to ${alice.address}.`)
    await expectClosed(otherAccount)
    await wallet.switchAccount(alice)
    await goOn()
    await wallet.switchAccount(bob, { isSilent: true })
    await expectClosed(otherAccount)
    await wallet.switchAccount(alice, { isSilent: true })
    await goOn()
    await wallet.switchChain(1)
    await expectClosed(otherNetwork)
    await wallet.switchChain(home)
    await goOn()
    await wallet.switchChain(1, { isSilent: true })
    await expectClosed(otherNetwork)
    await wallet.switchChain(home, { isSilent: true })
    await goOn()

    expect(await scene.moved(alice)).toBe(0n)
    await pressAct()
    await expect(state).toHaveText(doneText)
    expect(await scene.moved(alice)).toBe(action.whole)
    expect(wallet.sent).toHaveLength(action.steps.length)
  })

  test(`a wallet disconnected before the signature of a ${name} is not asked, and it can be done once connected again (F20)`, async ({
    page,
    chain,
    wallet,
  }) => {
    const begun = await begin(action, { page, chain, wallet })
    const { signUpToAct, dialog, state, moved } = begun
    await signUpToAct()
    const asked = wallet.requested.length
    await wallet.disconnect()
    await expect(state).toContainText('The wallet was disconnected.')
    await begun.pressAct()
    await expect(dialog.getByRole('alert')).toBeVisible()
    expect(wallet.requested).toHaveLength(asked)
    await page.keyboard.press('Escape')
    await connect(page)
    await action.show(page)
    await action.begin(page)
    await begun.pressAct()
    await expect(state).toHaveText(doneText)
    expect(await moved()).toBe(action.whole)
    expect(wallet.sent).toHaveLength(action.steps.length)
  })

  test(`a ${name} in flight is followed while another account is on screen, whose list stays its own (F20)`, async ({
    page,
    chain,
    wallet,
    mempool,
  }) => {
    const alice = wallet.person
    const { signUpToAct, pressAct, state, scene } = await begin(action, { page, chain, wallet })
    await signUpToAct()
    await mempool.hold()
    await pressAct()
    await expect(state).toContainText('On its way')
    await page.keyboard.press('Escape')
    const tray = page.getByRole('button', { name: '1 in flight', exact: true })
    await expect(tray).toBeVisible()
    await wallet.switchAccount(person('Bob'))
    await expect(tray).toHaveCount(0)
    await mempool.mine(1)
    await wallet.switchAccount(alice)
    await expect(activityItem(await openActivity(page), action.title)).toContainText('Included')
    expect(await scene.moved(alice)).toBe(action.whole)
  })
}
