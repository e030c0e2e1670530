import { readFile } from 'node:fs/promises'
import { stbtAbi } from '../../abis/STBT'
import { stbtMinterAbi } from '../../abis/StbtMinter'
import { keeper, operator } from '../../devnet/accounts'
import { reportNext } from '../../devnet/systems/stbt/actions'
import { pool, queueSeconds } from '../../devnet/systems/stbt/deploy'
import { seeded } from '../fixtures/people'
import { connect, review, sign } from '../fixtures/screen'
import { expect, test } from '../fixtures/test'
import { bothKinds, showStbt } from '../systems/stbt/site'
import { give, holdingOf, permissionCall, runningOn, stbtOf } from '../systems/stbt/stbt'

const WAD = 10n ** 18n

for (const [kind, instanceOf] of bothKinds) {
  test(`${kind}: a transfer that lands a unit short is a movement of what arrived (T2, T19)`, async ({
    page,
    site,
    chain,
    wallet,
  }) => {
    const instance = instanceOf(chain)
    const { address } = wallet.person
    await chain.act(keeper, permissionCall(instance, address, true))
    const onStbt = { address: instance.stbt, abi: stbtAbi } as const
    const [supply, shares] = await Promise.all([
      chain.read.readContract({ ...onStbt, functionName: 'totalSupply' }),
      chain.read.readContract({ ...onStbt, functionName: 'totalShares' }),
    ])
    const lands = (amount: bigint) => (((amount * shares) / supply) * supply) / shares
    let asked = stbtOf(100)
    while (lands(asked) === asked) asked++
    await give(chain, instance, address, asked)
    const { balance } = await holdingOf(chain, instance, address)
    expect(asked - balance).toBe(1n)

    await showStbt(page, instance)
    await page.goto(`${site.url}#/stbt/statement`)
    await connect(page)
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'JSON', exact: true }).click()
    const { entries } = JSON.parse(await readFile(await (await download).path(), 'utf8')) as {
      entries: { event: string; flow: string; closing: string }[]
    }
    expect(entries).toMatchObject([{ event: 'Received', flow: `${balance}`, closing: `${balance}` }])
  })

  test(`${kind}: what is worth no share, or proposes nothing, is refused before the wallet opens (T13)`, async ({
    page,
    site,
    chain,
    wallet,
  }) => {
    const instance = instanceOf(chain)
    const { address } = wallet.person
    await chain.act(keeper, permissionCall(instance, address, true))
    await give(chain, instance, address, stbtOf(100))
    // A coin of which the fee leaves nothing.
    const rate = (BigInt(pool) << 96n) | (WAD - 1n)
    const args = [chain.addresses.shared.usdt, rate]
    await chain.act(operator, {
      address: instance.minter,
      abi: stbtMinterAbi,
      functionName: 'setCoinInfo',
      args,
    })
    await showStbt(page, instance)
    await page.goto(`${site.url}#/stbt/mint`)
    await connect(page)
    await page.getByRole('combobox', { name: 'Coin' }).selectOption('USDT')
    await page.getByRole('textbox', { name: 'Amount' }).fill('1000')
    await expect(page.getByRole('button', { name: 'Deposit', exact: true })).toBeDisabled()
    await expect(page.getByRole('main')).toContainText(
      'After the fee nothing is left: no STBT would be proposed.',
    )

    await page.goto(`${site.url}#/stbt/wrap`)
    const form = page.getByRole('region', { name: 'Wrap', exact: true })
    await form.getByRole('textbox').fill('0.000000000000000001')
    await expect(form.getByRole('button', { name: 'Wrap', exact: true })).toBeDisabled()
    await expect(form).toContainText('So little is worth no share: nothing would move.')
    expect(wallet.requested).toHaveLength(0)
  })

  test(`${kind}: interest that is paid between review and signature keeps the wallet closed, and the next review is right (F29)`, async ({
    page,
    site,
    chain,
    wallet,
  }) => {
    const instance = instanceOf(chain)
    const { address } = wallet.person
    await chain.act(keeper, permissionCall(instance, address, true))
    await give(chain, instance, address, stbtOf(1_000))
    await showStbt(page, instance)
    await page.goto(`${site.url}#/stbt/wrap`)
    await connect(page)
    const form = page.getByRole('region', { name: 'Wrap', exact: true })
    const title = 'Wrap 600 STBT'
    const open = async () => {
      await form.getByRole('textbox').fill('600')
      await form.getByRole('button', { name: 'Wrap', exact: true }).click()
    }
    await open()
    const dialog = review(page, title)
    await dialog.getByRole('button', { name: 'Approve 600 STBT', exact: true }).click()
    const act = dialog.getByRole('button', { name: title, exact: true })
    await expect(act).toBeEnabled()
    const asked = wallet.requested.length
    await reportNext(runningOn(chain), instance, false)
    await act.click()
    await expect(dialog.getByRole('alert')).toContainText('would change by')
    expect(wallet.requested).toHaveLength(asked)
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
    // Figures of a block before the one that disagreed are said to be old until they are read again.
    await expect(page.getByText('reading newer ones')).toHaveCount(0)
    await open()
    await sign(page, title, [title])
    const { balance } = await holdingOf(chain, instance, address)
    expect(balance).toBeGreaterThan(stbtOf(400))
    expect(balance).toBeLessThan(stbtOf(401))
  })
}

test('live: a burn that sticks for a unit is explained, and the wallet stays closed (T13)', async ({
  page,
  site,
  chain,
  wallet,
}) => {
  const [, [, liveOf]] = bothKinds
  const instance = liveOf(chain)
  // The executor, who holds some himself.
  const executor = seeded(18)
  await wallet.switchAccount(executor)
  await chain.act(keeper, permissionCall(instance, keeper, true))
  await give(chain, instance, keeper, stbtOf(1_000))
  await showStbt(page, instance)
  await page.goto(`${site.url}#/stbt/redeem`)
  await connect(page)
  await page.getByRole('textbox', { name: 'Amount of STBT' }).fill('300')
  await page.getByRole('button', { name: 'Redeem', exact: true }).click()
  const title = 'Redeem 300 STBT for USDC'
  await sign(page, title, ['Approve 300 STBT', title])
  // The issuer empties the pool, and with it the dust that covers the unit.
  const inPool = (await holdingOf(chain, instance, pool)).balance
  const transfer = { address: instance.stbt, abi: stbtAbi, functionName: 'transfer' }
  await chain.act(keeper, permissionCall(instance, operator, true))
  await chain.act(pool, { ...transfer, args: [operator, inPool - stbtOf(200)] })
  await chain.moveTo((await chain.now()) + queueSeconds['redeemFrom(address,uint256,bytes)'])
  const request = page.getByRole('listitem', { name: 'Burn 300 STBT', exact: true })
  await expect(request).toContainText('Ready')
  await request.getByRole('button', { name: 'Execute', exact: true }).click()
  const dialog = review(page, 'Burn 300 STBT')
  await expect(dialog.getByRole('alert')).toContainText('The pool has less STBT than is to be burnt.')
  await expect(dialog.getByRole('alert')).toContainText('nothing is lost meanwhile')
})

test('a cancelled request says what becomes of the money, and a lapsed permission stops an issue (T13)', async ({
  page,
  site,
  wallet,
}) => {
  await wallet.switchAccount(seeded(0))
  await page.goto(`${site.url}#/stbt/mint`)
  await connect(page)
  const cancelled = page.getByRole('listitem').filter({ hasText: 'FRAX' })
  await expect(cancelled).toContainText('nothing on chain gives the deposit back')
  await wallet.switchAccount(seeded(2))
  const waiting = page.getByRole('listitem', { name: 'Issue 12,000 STBT', exact: true })
  await expect(waiting).toContainText('Ready')
  await expect(waiting.getByRole('button', { name: 'Execute', exact: true })).toBeDisabled()
  await expect(waiting).toContainText('The permission ended')
  await wallet.switchAccount(seeded(1))
  await page.goto(`${site.url}#/stbt/redeem`)
  const kept = page.getByRole('listitem').filter({ hasText: 'Cancelled' })
  await expect(kept).toContainText('the STBT stays in the pool')
})

test('the pool itself is not let redeem: nothing would move, and a burn of nothing be queued (T6)', async ({
  page,
  site,
  wallet,
}) => {
  await wallet.switchAccount(seeded(17))
  await page.goto(`${site.url}#/stbt/redeem`)
  await connect(page)
  await page.getByRole('textbox', { name: 'Amount of STBT' }).fill('150')
  await expect(page.getByRole('button', { name: 'Redeem', exact: true })).toBeDisabled()
  await expect(page.getByRole('main')).toContainText('This account is the issuer’s pool')
})
