import { encodeFunctionData, maxUint256, type Address } from 'viem'
import { tetherUsdAbi } from '../../abis/TetherUSD'
import { activityItem, begin, doneText, leaveActivity, openActivity } from '../fixtures/actions'
import { usdt, type Chain } from '../fixtures/chain'
import { person } from '../fixtures/people'
import { review, sign } from '../fixtures/screen'
import { expect, test } from '../fixtures/test'
import { everyAction } from '../systems'

const send = 'eth_sendTransaction'
const approve = (spender: Address, amount: bigint) =>
  encodeFunctionData({ abi: tetherUsdAbi, functionName: 'approve', args: [spender, amount] })

const allowance = (chain: Chain, owner: Address, spender: Address): Promise<bigint> =>
  chain.read.readContract({
    address: chain.addresses.shared.usdt,
    abi: tetherUsdAbi,
    functionName: 'allowance',
    args: [owner, spender],
  })

const approving = everyAction.flatMap(([name, action]) => {
  const [first = '', ...others] = action.steps
  return first.startsWith('Approve 250 USDT') && others.length > 0 ? [{ name, action, first }] : []
})

for (const { name, action, first } of approving) {
  test(`an approval made smaller in the wallet is told and asked for again, for a ${name} (D27)`, async ({
    page,
    chain,
    wallet,
  }) => {
    const { scene, dialog, press, state, moved } = await begin(action, { page, chain, wallet })
    const spender = scene.call(wallet.person).address
    wallet.next(send, { kind: 'edit', data: approve(spender, usdt(100)) })
    await press(first)
    await expect(dialog).toContainText(
      new RegExp(`The wallet approved 100 USDT to .*${spender}: less than the 250 USDT asked for\\.`),
    )
    await expect(dialog.getByRole('button', { name: 'Take it back' })).toHaveCount(0)
    for (const step of ['Reset allowance', ...action.steps]) await press(step)
    await expect(state).toHaveText(doneText)
    await expect(dialog).not.toContainText('The wallet changed the approval')
    expect(await moved()).toBe(action.whole)
    await dialog.getByRole('button', { name: 'Done', exact: true }).click()
    await expect(await openActivity(page)).toContainText('The wallet approved 100 USDT to')
  })

  test(`an approval made larger in the wallet goes on, and what is left can be taken back, for a ${name} (D27)`, async ({
    page,
    chain,
    wallet,
  }) => {
    const { scene, dialog, press, state, moved } = await begin(action, { page, chain, wallet })
    const spender = scene.call(wallet.person).address
    wallet.next(send, { kind: 'edit', data: approve(spender, usdt(1_000)) })
    await press(first)
    await expect(dialog).toContainText(
      new RegExp(
        `The wallet approved 1,000 USDT to .*${spender}: more than the 250 USDT asked for\\. It is in force\\.`,
      ),
    )
    await press(action.title)
    await expect(state).toHaveText(doneText)
    expect(await moved()).toBe(action.whole)
    await expect(dialog).toContainText('750 USDT of it is in force.')
    await dialog.getByRole('button', { name: 'Take it back' }).click()
    const title = /^Revoke USDT allowance of /
    await expect(review(page, title)).toContainText(spender)
    await review(page, title).getByRole('button', { name: title }).click()
    await expect(review(page, title).getByRole('status').first()).toHaveText(doneText)
    expect(await allowance(chain, wallet.person.address, spender)).toBe(0n)
  })

  test(`an approval of somebody else by the wallet is told and can be taken back, for a ${name} (D27)`, async ({
    page,
    chain,
    wallet,
  }) => {
    const { scene, dialog, press } = await begin(action, { page, chain, wallet })
    const mallory = person('Mallory').address
    wallet.next(send, { kind: 'edit', data: approve(mallory, maxUint256) })
    await press(first)
    await expect(dialog).toContainText(
      `The wallet approved unlimited USDT to ${mallory}. That was not asked for. It is in force.`,
    )
    await expect(dialog.getByRole('button', { name: first, exact: true })).toBeEnabled()
    await dialog.getByRole('button', { name: 'Take it back' }).click()
    const title = `Revoke USDT allowance of ${mallory}`
    await sign(page, title, [title])
    expect(await allowance(chain, wallet.person.address, mallory)).toBe(0n)
    const item = activityItem(await openActivity(page), first)
    await expect(item).toContainText(mallory)

    await leaveActivity(page, action)
    await action.begin(page)
    await sign(page, action.title, action.steps)
    expect(await allowance(chain, wallet.person.address, scene.call(wallet.person).address)).toBe(0n)
  })
}
