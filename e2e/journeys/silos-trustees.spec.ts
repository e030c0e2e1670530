import { account } from '../../devnet/accounts'
import { earn } from '../../devnet/systems/silos/actions'
import { windowSeconds } from '../../devnet/systems/silos/deploy'
import { advance } from '../../src/math/silos-advance'
import { demo } from '../fixtures/people'
import { connect, shown, sign } from '../fixtures/screen'
import { expect, test } from '../fixtures/test'
import { balanceOf, outcomeOf, reserveOf, running, stateOf, trusteesOf } from '../systems/silos/reserve'

const brief = (value: bigint, symbol: string) => shown(value, 6, 2, symbol)

test('anyone closes a cycle that has ended, and repeats it: what was shown is what becomes of all four silos', async ({
  page,
  site,
  chain,
  wallet,
}) => {
  await earn(chain.rpc, chain.addresses.silos)
  const { cycle } = await stateOf(chain)
  const endsAt = await chain.read.readContract({ ...reserveOf(chain), functionName: 'cycleEndsAt' })
  await page.goto(`${site.url}#/silos/trustees`)
  await connect(page)
  const next = `Cycle ${cycle.number + 1n}`
  const panel = page.getByRole('region', { name: next, exact: true })
  await expect(panel.getByRole('button', { name: 'Close the cycle', exact: true })).toBeDisabled()
  await expect(panel).toContainText('What it would do at its end, at today’s prices')

  const { moveClock } = running(chain)
  await moveClock(Number(endsAt))
  // The average begins a window after the keeper's observation.
  await moveClock(Number(endsAt) + windowSeconds)
  const closed = advance(await stateOf(chain), { kind: 'closeCycle' })
  expect(closed.isTaken).toBe(true)
  const { books } = closed.state
  for (const text of [brief(books.f3, 'USDC'), brief(books.x4, 'XTZ')])
    await expect(panel.getByText(text, { exact: true }).first()).toBeVisible()
  await panel.getByRole('button', { name: 'Close the cycle', exact: true }).click()
  await sign(page, 'Close the cycle', ['Close the cycle'])
  const after = await stateOf(chain)
  expect(outcomeOf(after)).toEqual(outcomeOf(closed.state))
  expect(after.cycle.number).toBe(cycle.number + 1n)
  expect(after.cycle.harvestUsd + after.cycle.harvestXtz).toBeGreaterThan(0n)

  await earn(chain.rpc, chain.addresses.silos)
  const later = page.getByRole('region', { name: `Cycle ${cycle.number + 2n}`, exact: true })
  const repeated = advance(await stateOf(chain), { kind: 'closeCycle' })
  await later.getByRole('button', { name: 'Repeat the closing', exact: true }).click()
  await sign(page, 'Repeat the closing', ['Repeat the closing'])
  expect(outcomeOf(await stateOf(chain))).toEqual(outcomeOf(repeated.state))
  expect(wallet.counts.get('eth_sendTransaction')).toBe(2)
})

test('a trustee proposes and votes, anyone carries it out, and a dividend is claimed', async ({
  page,
  site,
  chain,
  wallet,
}) => {
  test.slow()
  const trustees = trusteesOf(chain)
  const reserve = reserveOf(chain)
  const { usdc } = chain.addresses.silos
  const owed = () =>
    chain.read.readContract({ ...reserve, functionName: 'owed', args: [usdc, demo().address] })
  await wallet.switchAccount(demo())
  await page.goto(`${site.url}#/silos/trustees`)
  await connect(page)

  await page.getByRole('button', { name: 'A distribution', exact: true }).click()
  const form = page.getByRole('region', { name: 'Propose a distribution', exact: true })
  await form.getByRole('textbox', { name: 'Into all four silos' }).fill('75')
  await expect(form).toContainText('They sum to 75%.')
  await form.getByRole('textbox', { name: 'To the trustees' }).fill('25')
  await form.getByRole('button', { name: 'Propose this distribution', exact: true }).click()
  const title = 'Propose a distribution: 75% into all four silos, 25% to the trustees'
  await sign(page, title, [title])
  const id = await chain.read.readContract({ ...trustees, functionName: 'proposalCount' })

  await page.getByRole('button', { name: `Vote for proposal ${id}`, exact: true }).click()
  await sign(page, `Vote for proposal ${id}`, [`Vote for proposal ${id}`])
  const row = page
    .getByRole('listitem')
    .filter({ hasText: `Proposal ${id}` })
    .first()
  await expect(row).toContainText('30 of 100 for it, 30%.')
  await chain.act(account(1), { ...trustees, functionName: 'vote', args: [id] })
  await expect(row).toContainText('55 of 100 for it, 55%.')

  const { endsAt, weightSet } = await chain.read.readContract({
    ...{ ...trustees, functionName: 'proposal', args: [id] },
  })
  const { moveClock } = running(chain)
  await moveClock(Number(endsAt))
  await moveClock(Number(endsAt) + windowSeconds)
  await expect(row).toContainText('Passed')

  const before = await owed()
  const [, weights] = await chain.read.readContract({
    ...{ ...trustees, functionName: 'trusteesOf', args: [weightSet] },
  })
  const shares = { recapEqualBps: 7_500n, recapFullBps: 0n, dividendBps: 2_500n, ecosystemBps: 0n }
  const made = advance(await stateOf(chain), { kind: 'distribute', shares, weights })
  if (!made.isTaken) throw new Error(`Refused: ${made.refusal.name}`)
  await row.getByRole('button', { name: `Execute proposal ${id}`, exact: true }).click()
  await sign(page, `Execute proposal ${id}`, [`Execute proposal ${id}`])
  expect(outcomeOf(await stateOf(chain))).toEqual(outcomeOf(made.state))
  const dividend = made.effects.credited?.dividends[0]?.usd ?? 0n
  expect(dividend).toBeGreaterThan(0n)
  expect(await owed()).toBe(before + dividend)
  await expect(row).toContainText('Done')

  const mine = await owed()
  const balance = await balanceOf(chain, 'usdc', demo().address)
  await page.getByRole('button', { name: `Claim ${brief(mine, 'USDC')}`, exact: true }).click()
  await sign(page, `Claim ${brief(mine, 'USDC')}`, [`Claim ${brief(mine, 'USDC')}`])
  expect(await balanceOf(chain, 'usdc', demo().address)).toBe(balance + mine)
  expect(await owed()).toBe(0n)

  await page.goto(`${site.url}#/activity`)
  const history = page.getByRole('row').filter({ hasText: 'Claimed' }).first()
  await expect(history).toContainText('USDtz')
  await expect(history).toContainText(brief(mine, 'USDC'))
})

test('other trustees, and another address, are proposed, wait for their date, and hold from then on', async ({
  page,
  site,
  chain,
  wallet,
}) => {
  test.slow()
  const trustees = trusteesOf(chain)
  await wallet.switchAccount(demo())
  await page.goto(`${site.url}#/silos/trustees`)
  await connect(page)

  await page.getByRole('button', { name: 'Other trustees', exact: true }).click()
  const list = page.getByRole('textbox', { name: 'One trustee a line: address and weight' })
  const other = account(4)
  await list.fill(`${demo().address} 60\n${other} 40\n${demo().address} 1`)
  const form = page.getByRole('region', { name: 'Propose other trustees', exact: true })
  await expect(form).toContainText('Line 3: this trustee is there already.')
  await list.fill(`${demo().address} 60\n${other} 40`)
  await form.getByRole('button', { name: 'Propose these trustees', exact: true }).click()
  const title = `Propose as trustees: ${demo().address} 60%, ${other} 40%`
  await sign(page, title, [title])
  const id = await chain.read.readContract({ ...trustees, functionName: 'proposalCount' })

  await page.getByRole('button', { name: 'A change', exact: true }).click()
  const change = page.getByRole('region', { name: 'Propose a change', exact: true })
  await change.getByRole('combobox', { name: 'Parameter' }).selectOption('Address of the ecosystem')
  await change.getByRole('textbox', { name: 'New address' }).fill(other)
  await change.getByRole('button', { name: 'Propose this change', exact: true }).click()
  const changeTitle = `Propose for “Address of the ecosystem”: ${other}`
  await sign(page, changeTitle, [changeTitle])

  for (const who of [demo().address, account(1)])
    for (const one of [id, id + 1n]) await chain.act(who, { ...trustees, functionName: 'vote', args: [one] })
  const { moveClock } = running(chain)
  const { endsAt } = await chain.read.readContract({
    ...{ ...trustees, functionName: 'proposal', args: [id + 1n] },
  })
  await moveClock(Number(endsAt))
  for (const one of [id, id + 1n]) {
    await page.getByRole('button', { name: `Execute proposal ${one}`, exact: true }).click()
    await sign(page, `Execute proposal ${one}`, [`Execute proposal ${one}`])
  }
  const { readyAt } = await chain.read.readContract({
    ...{ ...trustees, functionName: 'proposal', args: [id + 1n] },
  })
  await expect(page.getByRole('button', { name: `Apply change ${id}`, exact: true })).toBeDisabled()
  await moveClock(Number(readyAt))
  for (const one of [id + 1n, id]) {
    await page.getByRole('button', { name: `Apply change ${one}`, exact: true }).click()
    await sign(page, `Apply change ${one}`, [`Apply change ${one}`])
  }
  const weightSet = await chain.read.readContract({ ...trustees, functionName: 'weightSet' })
  expect(
    await chain.read.readContract({ ...{ ...trustees, functionName: 'trusteesOf', args: [weightSet] } }),
  ).toEqual([
    [demo().address, other],
    [60n, 40n],
  ])
  await expect(page.getByRole('region', { name: 'Trustees', exact: true })).toContainText('60%')
})
