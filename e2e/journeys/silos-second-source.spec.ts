import { account, newcomer, treasurer } from '../../devnet/accounts'
import { moveXtz } from '../../devnet/systems/silos/actions'
import { demo } from '../fixtures/people'
import { forged, otherwise } from '../fixtures/rpc-faults'
import { connect, review, sign } from '../fixtures/screen'
import { expect, test } from '../fixtures/test'
import { reserveOf, running, trusteesOf } from '../systems/silos/reserve'

const hostOf = (url: string) => new URL(url).host

test('a node that shows another governor than the one proposed gets no vote', async ({
  page,
  site,
  chain,
  rpc,
  spareRpc,
  wallet,
}) => {
  const trustees = trusteesOf(chain)
  const [thief, friend] = [newcomer, treasurer]
  await chain.act(account(1), { ...trustees, functionName: 'proposeHandOver', args: [thief] })
  const id = await chain.read.readContract({ ...trustees, functionName: 'proposalCount' })
  rpc.inject(forged(thief, friend))
  await wallet.switchAccount(demo())
  await page.goto(`${site.url}#/silos/trustees`)
  await connect(page)
  await expect(page.getByText(`Hand all weight over to ${friend}.`)).toBeVisible()
  await page.getByRole('button', { name: `Vote for proposal ${id}`, exact: true }).click()
  const dialog = review(page, `Vote for proposal ${id}`)
  const alert = dialog.getByRole('alert')
  await expect(alert).toContainText('Two sources disagree about the chain')
  await expect(alert).toContainText(
    `Hand all weight over to ${friend}: so says ${hostOf(rpc.url)}, and ${hostOf(spareRpc.url)} says otherwise`,
  )
  await expect(dialog.getByRole('status').first()).toHaveText('The wallet is not asked to sign this.')
  expect(wallet.counts.get('eth_sendTransaction')).toBeUndefined()
})

test('what Silo 3 is said to buy is confirmed by a second node before anybody pays for it', async ({
  page,
  site,
  chain,
  rpc,
  spareRpc,
  wallet,
}) => {
  await moveXtz(running(chain), chain.addresses.silos, 60n)
  spareRpc.inject(otherwise)
  await page.goto(`${site.url}#/silos/trustees`)
  await connect(page)
  await page.getByRole('button', { name: 'Replenish', exact: true }).click()
  const dialog = review(page, 'Replenish Silo 2')
  await expect(dialog.getByRole('alert')).toContainText(
    `so says ${hostOf(rpc.url)}, and ${hostOf(spareRpc.url)} says otherwise`,
  )
  expect(wallet.counts.get('eth_sendTransaction')).toBeUndefined()
  spareRpc.heal()
  await dialog.getByRole('button', { name: 'Try again' }).click()
  await expect(dialog.getByRole('region', { name: 'Who confirms it' })).toContainText(
    `${hostOf(rpc.url)} and ${hostOf(spareRpc.url)} say the same of what this rests on`,
  )
  await sign(page, 'Replenish Silo 2', ['Replenish Silo 2'])
  const { f3 } = await chain.read.readContract({ ...reserveOf(chain), functionName: 'books' })
  expect(f3).toBeLessThan(600_000_000_000n)
})
