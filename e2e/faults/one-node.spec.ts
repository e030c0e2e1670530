import { begin, doneText } from '../fixtures/actions'
import { forged, otherwise } from '../fixtures/rpc-faults'
import { everyAction } from '../systems'
import { appConfig } from '../../devnet/deploy'
import { stake } from '../systems/backstop/actions'
import { expect, test as base } from '../fixtures/test'

/** A deployment with one node: the wallet's own provider is the only other one who can be asked. */
const test = base.extend<object, { config: ReturnType<typeof appConfig> }>({
  config: [
    async ({ workerChain, proxies: [only] }, use) => {
      const config = appConfig(workerChain.addresses, workerChain.rpcUrl, 1)
      for (const network of config.networks) network.rpcUrls = [only.url]
      await use(config)
    },
    { scope: 'worker' },
  ],
})
const hostOf = (url: string) => new URL(url).host

for (const [name, action] of everyAction)
  test(`${name}: with one node the wallet is asked, and one that can’t be asked is said`, async ({
    page,
    chain,
    rpc,
    spareRpc,
    wallet,
  }) => {
    const only = hostOf(rpc.url)
    wallet.readsFrom = spareRpc.url
    const { dialog, state, signUpToAct, pressAct, moved } = await begin(
      action,
      { page, chain, wallet },
      () => {
        spareRpc.inject(otherwise)
      },
    )
    const alert = dialog.getByRole('alert')
    await expect(alert).toContainText(`so says ${only}, and your wallet says otherwise`)
    expect(wallet.counts.get('eth_sendTransaction')).toBeUndefined()

    spareRpc.heal()
    await dialog.getByRole('button', { name: 'Try again' }).click()
    await expect(state).toContainText('it does exactly this')
    const who = dialog.getByRole('region', { name: 'Who confirms it' })
    await expect(who).toContainText(`${only} and your wallet say the same of what this rests on`)

    wallet.readsFrom = undefined
    await chain.mine()
    await dialog.getByRole('button', { name: action.steps[0] ?? '', exact: true }).click()
    await expect(alert).toContainText('Fewer sources confirm this now')
    expect(wallet.counts.get('eth_sendTransaction')).toBeUndefined()
    await dialog.getByRole('button', { name: 'Try again' }).click()
    await expect(who).toContainText('Only one source says so')
    await expect(who).toContainText(`rests on the word of ${only} alone`)
    await signUpToAct()
    await pressAct()
    await expect(state).toHaveText(`Done. Confirmed by one source only: ${only}.`)
    expect(await moved()).toBe(action.whole)
    wallet.readsFrom = spareRpc.url
    await chain.mine()
    await expect(state).toHaveText(doneText)
  })

test('the only node can’t put a thief in the place of a pool: its address follows from the registry', async ({
  page,
  chain,
  rpc,
  wallet,
}) => {
  const { dialog } = await begin(stake, { page, chain, wallet }, async ({ series }) =>
    rpc.inject(forged(series.addresses.pool, await series.forgePool())),
  )
  await expect(dialog.getByRole('alert')).toContainText('A node has named a foreign contract')
  expect(wallet.counts.get('eth_sendTransaction')).toBeUndefined()
})
