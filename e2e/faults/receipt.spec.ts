import { maxUint256, numberToHex, type Hex } from 'viem'
import { tetherUsdAbi } from '../../abis/TetherUSD'
import { receiptOf } from '../../devnet/rpc'
import {
  activityItem,
  begin,
  doneText,
  leaveActivity,
  openActivity,
  seenByNode,
  type Scene,
} from '../fixtures/actions'
import type { Chain } from '../fixtures/chain'
import { createContract } from '../fixtures/create'
import type { Person } from '../fixtures/people'
import { forgedReceipt } from '../fixtures/rpc-faults'
import { everyAction } from '../systems'
import { expect, test } from '../fixtures/test'

const send = 'eth_sendTransaction'
const hostOf = (url: string) => new URL(url).host
const madeUp: Hex = `0x${'f0'.repeat(32)}`

/** The same as another device of the person does it, with the approval it needs. */
async function doElsewhere(chain: Chain, who: Person, scene: Scene): Promise<Hex> {
  const { address, ...call } = scene.call(who)
  const token = scene.pays ?? chain.addresses.shared.usdt
  const approve = { address: token, abi: tetherUsdAbi, functionName: 'approve' }
  const spender = scene.spender ?? address
  await chain.act(who.address, { ...approve, args: [spender, maxUint256] })
  // The page's own deadline is not known here.
  const later = (await chain.now()) + 3_600n
  const args = call.args.map((arg) => (typeof arg === 'bigint' || typeof arg === 'string' ? arg : later))
  const hash = await chain.act(who.address, { ...call, address, args })
  await chain.act(who.address, { ...approve, args: [spender, 0n] })
  return hash
}

/** What it would have emitted, had it been done. */
async function eventsOf(chain: Chain, who: Person, scene: Scene): Promise<readonly object[]> {
  const before: unknown = await chain.rpc('evm_snapshot')
  const { logs } = await receiptOf(chain.rpc, await doElsewhere(chain, who, scene))
  await chain.rpc('evm_revert', [before])
  return logs
}

for (const [name, action] of everyAction) {
  test(`a ${name} is not done because one node forges its receipt, and is again what the nodes say when they agree`, async ({
    page,
    chain,
    rpc,
    spareRpc,
    wallet,
  }) => {
    let logs: readonly object[] = []
    const { signUpToAct, pressAct, state, moved } = await begin(
      action,
      { page, chain, wallet },
      async (scene) => (logs = await eventsOf(chain, wallet.person, scene)),
    )
    await signUpToAct()
    const nonce = (await chain.rpc('eth_getTransactionCount', [wallet.person.address, 'latest'])) as Hex
    const head = await chain.read.getBlockNumber({ cacheTime: 0 })
    const { address: from } = wallet.person
    const transaction = () => ({ ...(wallet.requested.at(-1) ?? { from }), nonce })
    rpc.inject(forgedReceipt({ hash: madeUp, firstBlock: head + 1n, transaction, logs }))
    wallet.next(send, { kind: 'answer', value: madeUp })
    await pressAct()
    await expect(state).toContainText('On its way')
    await seenByNode(page)
    await chain.mine()
    const doubt = `${hostOf(rpc.url)} shows it in block ${head + 1n}, and ${hostOf(spareRpc.url)} says otherwise. Neither is believed until they agree.`
    await expect(state).toContainText(doubt)
    for (let block = 0; block < 4; block += 1) await chain.mine()
    await page.keyboard.press('Escape')
    const item = activityItem(await openActivity(page), action.title)
    await expect(item).toContainText('Unconfirmed')
    await expect(item).toContainText(doubt)
    expect(await moved()).toBe(0n)
    await leaveActivity(page, action)
    await action.expectShown(page, false)
    await openActivity(page)
    rpc.heal()
    await expect(async () => {
      await chain.mine()
      await expect(item).toContainText('No node knows it any more.', { timeout: 1_500 })
    }).toPass()
  })
}

/** What can be done twice in the same words, with an approval: what was withdrawn or claimed is gone. */
const repeatable = everyAction.filter(([, { refusal, steps }]) => !refusal.isDone && steps.length === 2)
for (const [name, action] of repeatable) {
  test(`a ${name} is not done because the wallet gives the hash of an older one that is the same`, async ({
    page,
    chain,
    wallet,
  }) => {
    let older: Hex = '0x'
    const { signUpToAct, pressAct, dialog, moved } = await begin(
      action,
      { page, chain, wallet },
      async (scene) => (older = await doElsewhere(chain, wallet.person, scene)),
    )
    await signUpToAct()
    wallet.next(send, { kind: 'answer', value: older })
    await pressAct()
    const alert = dialog.getByRole('alert')
    await expect(alert).toContainText('The wallet named another transaction')
    await expect(alert).toContainText('Whether it sent this one is not known.')
    await chain.mine()
    await page.keyboard.press('Escape')
    const item = activityItem(await openActivity(page), action.title)
    await expect(item).toContainText('Not known')
    expect(await moved()).toBe(action.whole)
  })

  test(`a ${name} in a batch is not done because the wallet names an older one, and is when it comes`, async ({
    page,
    chain,
    wallet,
  }) => {
    wallet.batchExecutor = await createContract(chain, 'BatchAccount')
    let older: Hex = '0x'
    const { dialog, state, moved } = await begin(
      action,
      { page, chain, wallet },
      async (scene) => (older = await doElsewhere(chain, wallet.person, scene)),
    )
    wallet.next('wallet_sendCalls', { kind: 'answer', value: { id: older } })
    await dialog.getByRole('button', { name: 'All 2 steps at once', exact: true }).click()
    await expect(dialog.getByRole('alert')).toContainText('The wallet named another transaction')
    expect(await moved()).toBe(action.whole)

    const [asked] = wallet.requested as unknown as [{ calls: { to: Hex; data: Hex }[] }]
    for (const { to, data } of asked.calls)
      await chain.rpc(send, [{ from: wallet.person.address, to, data, gas: numberToHex(1_000_000n) }])
    await chain.mine()
    await expect(state).toHaveText(doneText)
    expect(await moved()).toBe(2n * action.whole)
  })
}
