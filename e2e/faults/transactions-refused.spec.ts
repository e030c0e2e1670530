import { tetherUsdAbi } from '../../abis/TetherUSD'
import { operator } from '../../devnet/accounts'
import { begin, doneText, type Action } from '../fixtures/actions'
import { usdt, type Chain } from '../fixtures/chain'
import { expect, test } from '../fixtures/mempool'
import { actionsUnder, everyAction } from '../systems'
import { claim, stake, withdraw } from '../systems/backstop/actions'

/** Enough for every act; a wallet that estimates would see the failure coming. */
const enoughGas = 1_000_000n

/** Tether begins to take 0.1% of every transfer. */
const feeCall = (chain: Chain) => ({
  address: chain.addresses.shared.usdt,
  abi: tetherUsdAbi,
  functionName: 'setParams',
  args: [10n, 49n],
})

test('a stake that is mined after staking closed failed, and the page says why (F15)', async ({
  page,
  chain,
  wallet,
  mempool,
}) => {
  const action = stake
  const { scene, signUpToAct, pressAct, dialog, state, moved } = await begin(action, { page, chain, wallet })
  await signUpToAct()
  await mempool.hold()
  await pressAct()
  await expect(state).toContainText('On its way')
  await chain.moveTo(scene.series.terms.stakingClose + 1n)
  const alert = dialog.getByRole('alert')
  await expect(alert).toContainText('The chain refused it')
  await expect(alert).toContainText('Staking closed')
  expect(await moved()).toBe(0n)
  await alert.getByRole('button', { name: 'Try again' }).click()
  await expect(alert).toContainText('Staking closed')
  await expect(dialog.getByRole('button', { name: action.title, exact: true })).toBeDisabled()
})

for (const [name, action] of [...everyAction, ['claim', claim as Action] as const])
  test(`a ${name} that something mined before it made impossible failed, and the page says why (F15)`, async ({
    page,
    chain,
    wallet,
    mempool,
  }) => {
    const begun = await begin(action, { page, chain, wallet })
    const { scene, signUpToAct, pressAct, dialog, state, moved } = begun
    await signUpToAct()
    const { says, isDone } = action.refusal
    const { from, call } = scene.obstacle(wallet.person)
    await mempool.hold()
    await mempool.send(from, call)
    wallet.next('eth_sendTransaction', { kind: 'edit', gas: enoughGas })
    await pressAct()
    // Behind a transaction of one's own it waits; what the chain says of it stays until a block comes.
    const isOwn = from === wallet.person.address
    await expect(state).toContainText(
      isOwn ? 'One earlier transaction of this account has to go first' : 'On its way',
    )
    await mempool.mine(1)
    const alert = dialog.getByRole('alert')
    await expect(alert).toContainText('The chain refused it')
    await expect(alert).toContainText(says)
    expect(await moved()).toBe(isDone ? action.whole : 0n)
    await action.expectShown(page, isDone)
  })

for (const [name, action] of actionsUnder('gas'))
  test(`a ${name} whose gas was lowered in the wallet runs out of it, and can be done after all (F16)`, async ({
    page,
    chain,
    wallet,
  }) => {
    const { signUpToAct, pressAct, dialog, state, moved } = await begin(action, { page, chain, wallet })
    await signUpToAct()
    wallet.next('eth_sendTransaction', { kind: 'edit', gas: 50_000n })
    await pressAct()
    const alert = dialog.getByRole('alert')
    await expect(alert).toContainText(/gas limit.* was too low/)
    expect(await moved()).toBe(0n)
    await action.expectShown(page, false)
    await alert.getByRole('button', { name: 'Try again' }).click()
    await pressAct()
    await expect(state).toHaveText(doneText)
    expect(await moved()).toBe(action.whole)
  })

for (const [name, action] of [...everyAction, ['claim', claim as Action] as const]) {
  const { feeSays } = action
  if (feeSays === undefined) continue
  test(`a transfer fee that Tether turns on between review and signature keeps the wallet closed for a ${name} (F29)`, async ({
    page,
    chain,
    wallet,
  }) => {
    const { signUpToAct, pressAct, dialog, moved } = await begin(action, { page, chain, wallet })
    await signUpToAct()
    const asked = wallet.requested.length
    await chain.act(operator, feeCall(chain))
    await pressAct()
    await expect(dialog.getByRole('alert')).toContainText(feeSays)
    expect(wallet.requested).toHaveLength(asked)
    expect(await moved()).toBe(0n)
  })
}

test('a transfer fee that Tether turns on after the signature undoes the stake: less than agreed is not taken (F29)', async ({
  page,
  chain,
  wallet,
  mempool,
}) => {
  const action = stake
  const { signUpToAct, pressAct, dialog, state, moved } = await begin(action, { page, chain, wallet })
  await signUpToAct()
  await mempool.hold()
  await mempool.send(operator, feeCall(chain))
  wallet.next('eth_sendTransaction', { kind: 'edit', gas: enoughGas })
  await pressAct()
  await expect(state).toContainText('On its way')
  await mempool.mine(1)
  const alert = dialog.getByRole('alert')
  await expect(alert).toContainText('of shares would be credited, and at least 250 USDT is asked for.')
  expect(await moved()).toBe(0n)
})

for (const [name, action] of Object.entries({ withdraw, claim }))
  test(`a transfer fee that Tether turns on after the signature of a ${name} takes its part of what arrives, and nothing else changes (F29)`, async ({
    page,
    chain,
    wallet,
    mempool,
  }) => {
    const { pressAct, dialog, state, moved } = await begin(action, { page, chain, wallet })
    await expect(dialog.getByRole('button', { name: action.title, exact: true })).toBeEnabled()
    const before = await chain.usdtOf(wallet.person.address)
    await mempool.hold()
    await mempool.send(operator, feeCall(chain))
    await pressAct()
    // Where the obstacle is the person's own, what is sent waits behind it, and both sentences are true.
    await expect(state).toContainText(/On its way|One earlier transaction of this account has to go first/)
    await mempool.mine(1)
    await expect(state).toHaveText(doneText)
    expect(await moved()).toBe(action.whole)
    await action.expectShown(page, true)
    // The pool paid 200,000; Tether kept its fee of 49 on the way.
    expect((await chain.usdtOf(wallet.person.address)) - before).toBe(usdt(199_951))
  })
