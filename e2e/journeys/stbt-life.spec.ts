import { readFile } from 'node:fs/promises'
import { stbtMinterAbi } from '../../abis/StbtMinter'
import { devCoinAbi } from '../../abis/DevCoin'
import { keeper, operator } from '../../devnet/accounts'
import { executeReady, reportNext } from '../../devnet/systems/stbt/actions'
import { queueSeconds } from '../../devnet/systems/stbt/deploy'
import { connect, shown, sign } from '../fixtures/screen'
import { expect, test } from '../fixtures/test'
import { bothKinds, showStbt } from '../systems/stbt/site'
import { holdingOf, permissionCall, runningOn } from '../systems/stbt/stbt'

const WAD = 10n ** 18n
const exact = (value: bigint) => shown(value, 18, 18, 'STBT')

for (const [kind, instanceOf] of bothKinds)
  test(`a life with STBT, ${kind}: minted, issued, grown, shrunk or carried, redeemed, paid less, and the statement closes`, async ({
    page,
    site,
    chain,
    wallet,
  }) => {
    test.slow()
    const instance = instanceOf(chain)
    const alice = wallet.person.address
    const balanceOf = async () => (await holdingOf(chain, instance, alice)).balance
    await chain.act(keeper, permissionCall(instance, alice, true))
    await showStbt(page, instance)

    await test.step('a deposit is queued, and issued when its time has come', async () => {
      await page.goto(`${site.url}#/stbt/mint`)
      await connect(page)
      await page.getByRole('combobox', { name: 'Coin' }).selectOption('USDT')
      await page.getByRole('textbox', { name: 'Amount' }).fill('1000')
      await page.getByRole('button', { name: 'Deposit', exact: true }).click()
      const title = 'Deposit 1,000 USDT for STBT'
      await sign(page, title, ['Approve 1,000 USDT', title])
      const request = page.getByRole('listitem', { name: 'Issue 1,000 STBT', exact: true })
      await expect(request).toContainText('In the queue')
      await chain.moveTo((await chain.now()) + queueSeconds['issue(address,uint256,bytes)'])
      await expect(request).toContainText('Ready')
      if (kind === 'ours') {
        await request.getByRole('button', { name: 'Execute', exact: true }).click()
        await sign(page, 'Issue 1,000 STBT', ['Issue 1,000 STBT'])
      } else {
        await expect(request.getByRole('button', { name: 'Execute', exact: true })).toBeDisabled()
        await expect(request).toContainText('Only the issuer’s executors may')
        await executeReady(chain.rpc, instance)
        await chain.mine()
      }
      await expect(request).toContainText('Issued')
      expect(1_000n * WAD - (await balanceOf())).toBeLessThanOrEqual(2n)
    })

    const issued = await balanceOf()
    await test.step('interest grows it, and a loss shrinks it or is carried', async () => {
      await reportNext(runningOn(chain), instance, false)
      const grown = await balanceOf()
      expect(grown).toBeGreaterThan(issued)
      await page.goto(`${site.url}#/stbt`)
      const panel = page.getByRole('region', { name: 'Your balance' })
      await expect(panel).toContainText(shown(grown, 18, 2, '').trim())
      await expect(panel).toContainText(`+${shown(grown - issued, 18, 2, '').trim()} in all`)

      await reportNext(runningOn(chain), instance, true)
      const after = await balanceOf()
      const last = page.getByRole('group', { name: 'Last interest', exact: true })
      if (kind === 'ours') {
        expect(after).toBe(grown)
        await expect(last).toContainText('All of it is carried on.')
        await expect(page.getByRole('group', { name: 'Carried interest' })).toContainText('−')
      } else {
        expect(after).toBeLessThan(grown)
        await expect(last).toContainText('−')
        await expect(page.getByRole('group', { name: 'Carried interest' })).toContainText('Kept off chain')
      }
      await expect(panel).toContainText(shown(after, 18, 2, '').trim())
    })

    await test.step('a redemption is queued, burnt, and paid with a part missing that nobody had named', async () => {
      await page.goto(`${site.url}#/stbt/redeem`)
      await page.getByRole('textbox', { name: 'Amount of STBT' }).fill('400')
      await expect(page.getByLabel('Quote')).toContainText('399.6 USDC')
      const before = await balanceOf()
      await page.getByRole('button', { name: 'Redeem', exact: true }).click()
      const title = 'Redeem 400 STBT for USDC'
      await sign(page, title, ['Approve 400 STBT', title])
      expect(400n * WAD - (before - (await balanceOf()))).toBeLessThanOrEqual(2n)
      const request = page.getByRole('listitem', { name: 'Burn 400 STBT', exact: true })
      await expect(request).toContainText('In the queue')
      await expect(request).toContainText('Not paid yet.')

      await chain.moveTo((await chain.now()) + queueSeconds['redeemFrom(address,uint256,bytes)'])
      await expect(request).toContainText('Ready')
      if (kind === 'ours') {
        await request.getByRole('button', { name: 'Execute', exact: true }).click()
        await sign(page, 'Burn 400 STBT', ['Burn 400 STBT'])
      } else {
        await executeReady(chain.rpc, instance)
        await chain.mine()
      }
      await expect(request).toContainText('Burnt')

      // By the request's number: others are owed, and were asked for before.
      const onMinter = { address: instance.minter, abi: stbtMinterAbi } as const
      const nonce = (await chain.read.readContract({ ...onMinter, functionName: 'nonceForRedeem' })) - 1n
      const { usdc } = chain.addresses.stbt
      // 400 less 0.1%, less 5 that no quote knew.
      const paid = 394_600_000n
      const coin = { address: usdc, abi: devCoinAbi, functionName: 'faucet', args: [instance.minter, paid] }
      await chain.act(operator, coin)
      const note = `0x${'ab'.repeat(32)}`
      const args = [usdc, paid, nonce, note, WAD / 1_000n, WAD]
      await chain.act(operator, { ...onMinter, functionName: 'redeemSettle', args })
      await expect(request).toContainText('Paid 394.6 USDC')
      await expect(request).toContainText(/Due by its own fee and price: 399\.(6|599999) USDC\./)
      await expect(request).toContainText(/(5|4\.999999) USDC less: other fees\./)
    })

    await test.step('the statement closes to the unit', async () => {
      const balance = await balanceOf()
      await page.goto(`${site.url}#/stbt/statement`)
      const sum = page.getByLabel('Sum of the statement')
      await sum.getByRole('button').last().focus()
      await expect(page.getByRole('tooltip').last()).toHaveText(`Exactly ${exact(balance)}`)
      const download = page.waitForEvent('download')
      await page.getByRole('button', { name: 'JSON', exact: true }).click()
      const { entries } = JSON.parse(await readFile(await (await download).path(), 'utf8')) as {
        entries: (Record<'opening' | 'flow' | 'interest' | 'rounding' | 'closing' | 'event', string> & {
          isExact: boolean
        })[]
      }
      let before = 0n
      for (const { opening, flow, interest, rounding, closing, isExact } of entries) {
        expect(isExact).toBe(true)
        expect(BigInt(opening)).toBe(before)
        expect(before + BigInt(flow) + BigInt(interest) + BigInt(rounding)).toBe(BigInt(closing))
        before = BigInt(closing)
      }
      expect(before).toBe(balance)
      const events = entries.map(({ event }) => event)
      expect(events).toContain('Issued')
      expect(events).toContain('Sent for redemption')
      if (kind === 'ours') expect(events).toContain('Interest: nothing, carried')
      else expect(entries.some(({ interest }) => BigInt(interest) < 0n)).toBe(true)
    })
  })
