import { begin } from '../fixtures/actions'
import { forged, misstated, otherwise } from '../fixtures/rpc-faults'
import { everyAction } from '../systems'
import { stake } from '../systems/backstop/actions'
import { expect, test } from '../fixtures/test'

const hostOf = (url: string) => new URL(url).host

test('a node that names a thief’s contract as a pool takes no stake: the other one is asked', async ({
  page,
  chain,
  rpc,
  spareRpc,
  wallet,
}) => {
  const { dialog } = await begin(stake, { page, chain, wallet }, async ({ series }) =>
    rpc.inject(forged(series.addresses.pool, await series.forgePool())),
  )
  const alert = dialog.getByRole('alert')
  await expect(alert).toContainText('Two sources disagree about the chain')
  await expect(alert).toContainText(`so says ${hostOf(rpc.url)}, and ${hostOf(spareRpc.url)} says otherwise`)
  await expect(dialog.getByRole('status').first()).toHaveText('The wallet is not asked to sign this.')
  await expect(dialog.getByRole('button', { name: stake.steps[0] ?? '', exact: true })).toHaveCount(0)
  expect(wallet.counts.get('eth_sendTransaction')).toBeUndefined()
})

test('a node that lies about one figure of the page opens no wallet: both are asked, and what each says is said', async ({
  page,
  chain,
  rpc,
  spareRpc,
  wallet,
}) => {
  // A balance that no other figure on the page is equal to.
  await chain.fund(wallet.person, 123_456n)
  const [balance, instead] = [1_000_000_123_456n, 3_000_000_000_000n]
  const { dialog, state } = await begin(stake, { page, chain, wallet }, () => {
    rpc.inject(misstated(balance, instead))
  })
  const alert = dialog.getByRole('alert')
  await expect(alert).toContainText('Two nodes disagree about a figure')
  await expect(alert).toContainText(
    `this page was drawn from ${instead}; ${hostOf(rpc.url)} says ${instead} and ${hostOf(spareRpc.url)} says ${balance}.`,
  )
  await expect(alert).toContainText(`Tether USDT, balanceOf(${wallet.person.address})`)
  await expect(state).toHaveText('The wallet is not asked to sign this.')
  expect(wallet.counts.get('eth_sendTransaction')).toBeUndefined()
})

for (const [name, action] of everyAction)
  test(`${name}: a second node that says otherwise keeps the wallet closed, one that agrees is named, one that hangs is said`, async ({
    page,
    chain,
    rpc,
    spareRpc,
    wallet,
  }) => {
    const { dialog, state } = await begin(action, { page, chain, wallet }, () => {
      spareRpc.inject(otherwise)
    })
    const alert = dialog.getByRole('alert')
    await expect(alert).toContainText(
      `so says ${hostOf(rpc.url)}, and ${hostOf(spareRpc.url)} says otherwise`,
    )
    spareRpc.heal()
    await dialog.getByRole('button', { name: 'Try again' }).click()
    await expect(state).toContainText('it does exactly this')
    const who = dialog.getByRole('region', { name: 'Who confirms it' })
    await expect(who).toContainText(
      `${hostOf(rpc.url)} and ${hostOf(spareRpc.url)} say the same of what this rests on`,
    )
    await expect(who).toContainText('also give the same figures as this page was drawn from')
    // The head moves: everything is looked at again before the wallet opens, and now one of them is silent.
    spareRpc.inject({ methods: ['eth_call'], spoil: () => undefined })
    await chain.mine()
    await dialog.getByRole('button', { name: action.steps[0] ?? '', exact: true }).click()
    await expect(alert).toContainText('Fewer sources confirm this now')
    expect(wallet.counts.get('eth_sendTransaction')).toBeUndefined()
    await dialog.getByRole('button', { name: 'Try again' }).click()
    await expect(who).toContainText(`${hostOf(spareRpc.url)} did not answer`)
    await expect(who).toContainText('Only one source says so')
  })
