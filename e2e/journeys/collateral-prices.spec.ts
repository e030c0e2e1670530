import { numberToHex } from 'viem'
import { backingSettingsAbi } from '../../abis/BackingSettings'
import { dexTwapSourceAbi } from '../../abis/DexTwapSource'
import { osmAbi } from '../../abis/Osm'
import { poolLiquidityAbi } from '../../abis/PoolLiquidity'
import { account } from '../../devnet/accounts'
import { found, nextHop } from '../../devnet/systems/collateral/actions'
import { emergency, governance } from '../../devnet/systems/collateral/deploy'
import { displayAmount, formatAmount } from '../../src/math/amount'
import { WAD } from '../../src/math/units'
import type { Chain } from '../fixtures/chain'
import { connect, expectFigure, row, sign } from '../fixtures/screen'
import { expect, test } from '../fixtures/test'
import { ageSeconds, backingOf, running, taoOsmOf } from '../systems/collateral/backing'
import { button, field, panelOf } from '../systems/collateral/screen'
import { openVault, typeOf } from '../systems/collateral/vaults'

/** Where a module keeps its current price, in the lower half of the word. */
const CURRENT_SLOT = numberToHex(3, { size: 32 })

/** The price that holds becomes this one, to the unit, in the newest block: no feed tells so exact a one. */
async function holdPrice(chain: Chain, price: bigint): Promise<void> {
  const { address } = await taoOsmOf(chain)
  const word = BigInt((await chain.read.getStorageAt({ address, slot: CURRENT_SLOT })) ?? '0x0')
  const value = numberToHex(((word >> 128n) << 128n) | price, { size: 32 })
  await chain.rpc('anvil_setStorageAt', [address, CURRENT_SLOT, value])
  const { current } = await chain.read.readContract({ address, abi: osmAbi, functionName: 'prices' })
  expect(current).toBe(price)
}

test('a vault is safe at exactly its liquidation price, and anyone liquidates it a unit below (C5, C6)', async ({
  page,
  chain,
  wallet,
}) => {
  expect(wallet.person.address).toBeDefined()
  const { engine, id } = await openVault(chain, 'TAO', account(12), 10n * WAD, 1_500n * WAD)
  const { debt, stored } = await chain.read.readContract({ ...engine, functionName: 'vault', args: [id] })
  const covered = (debt * 3n) / 2n + (debt % 2n)
  const crossing = (covered * WAD + stored.collateral - 1n) / stored.collateral
  const liquidate = { ...engine, functionName: 'liquidate', args: [id], account: account(3) } as const

  await holdPrice(chain, crossing)
  await page.goto(`#/collateral/vaults/1/${id}`)
  await connect(page)
  const anyone = panelOf(page, 'For anyone')
  await expect(anyone).toContainText(/its collateral covers 150% of .+: nobody can liquidate it\./)
  await expect(button(page, `Liquidate vault ${id}`)).toBeDisabled()
  const ladder = page.getByRole('table', { name: 'Price by price' })
  await expect(row(ladder, 'Now')).toContainText('Exactly at its limit')
  await expect(chain.read.simulateContract(liquidate)).rejects.toThrow('Collateral_Covered')

  // The staircase stands at the same unit, for a price that is typed.
  await page.goto('#/collateral?of=1')
  const prices = panelOf(page, 'Which prices liquidate what')
  const liquidatedAt = async (price: bigint) => {
    const text = formatAmount(price, 18)
    await field(prices, 'Or: if TAO costs').fill(text)
    const said = prices.getByText(`At ${displayAmount(price, 18, { maxFractionDigits: 18 })} USD`)
    return Number(/in (\d+) vaults? would be/.exec((await said.textContent()) ?? '')?.[1])
  }
  const atCrossing = await liquidatedAt(crossing)
  expect(await liquidatedAt(crossing - 1n)).toBe(atCrossing + 1)
  await page.goto(`#/collateral/vaults/1/${id}`)

  await holdPrice(chain, crossing - 1n)
  await page.reload()
  await expect(row(ladder, 'Now')).toContainText('Liquidatable')
  await button(page, `Liquidate vault ${id}`).click()
  await sign(page, `Liquidate TAO vault ${id}`, [`Liquidate TAO vault ${id}`])
  await expectFigure(page, 'Debt', '0')
})

test('anyone queues the next price once an hour is over, and ends a freeze whose delay is (C8)', async ({
  page,
  chain,
  wallet,
}) => {
  expect(wallet.person.address).toBeDefined()
  const osm = { address: (await typeOf(chain, 'SN64')).osm, abi: osmAbi } as const
  const prices = () => chain.read.readContract({ ...osm, functionName: 'prices' })
  // Nobody is there to poke: what was queued holds by time alone, and nothing comes after it.
  const queued = (await prices()).next
  await ageSeconds(chain, 3_600n)
  expect(await prices()).toMatchObject({ current: queued, next: 0n })
  await page.goto('#/collateral')
  await connect(page)
  const panel = panelOf(page, 'Prices')
  await panel.getByRole('button', { name: 'Queue the price of SN64', exact: true }).click()
  await sign(page, 'Queue the next price of SN64', ['Queue the next price of SN64'])
  const { next, nextAt } = await prices()
  expect(next).toBeGreaterThan(0n)
  expect(nextAt).toBe((await chain.now()) + 3_600n)
  await expect(button(page, 'Queue the price of SN64')).toHaveCount(0)

  await chain.act(emergency, { ...osm, functionName: 'freeze' })
  const state = row(panel.getByRole('table', { name: 'Delayed prices, USD' }), 'SN64')
  await expect(state).toContainText('Frozen')
  await chain.act(governance, { ...osm, functionName: 'proposeUnfreeze' })
  const unfreeze = button(page, 'Unfreeze the price of SN64')
  await expect(unfreeze).toBeDisabled()
  await running(chain).moveClock(Number((await chain.now()) + 2n * 86_400n))
  await unfreeze.click()
  await sign(page, 'Unfreeze the price of SN64', ['Unfreeze the price of SN64'])
  // Everything queued before is void: two steps until there is a price.
  await expect(state).toContainText('No price yet')
  for (let hop = 0; hop < 3; hop += 1) await nextHop(running(chain))
  await expect(state).toContainText('Fresh')
})

test('anyone lets changes of backing and prices hold, notes pools, and begins the day (C2, C3, C8, C9)', async ({
  page,
  chain,
  wallet,
}) => {
  expect(wallet.person.address).toBeDefined()
  const { settings, types } = await found(chain.rpc, chain.addresses.collateral)
  const sn64 = types.find(({ symbol }) => symbol === 'SN64')
  if (!sn64?.pool) throw new Error('SN64 has no pool.')
  const onSettings = { address: settings, abi: backingSettingsAbi } as const
  const onOsm = { address: sn64.osm, abi: osmAbi } as const
  const safety = (6n * WAD) / 10n
  await chain.act(governance, { ...onSettings, functionName: 'propose', args: [3n, safety] })
  await chain.act(governance, { ...onOsm, functionName: 'propose', args: [4n, 600n] })
  await running(chain).moveClock(Number((await chain.now()) + 2n * 86_400n + 60n))
  await ageSeconds(chain, 3_600n)

  await page.goto('#/collateral')
  await connect(page)
  const coming = panelOf(page, 'What comes').getByRole('listitem')
  for (const what of [
    'Backing, Part of what is added: 70% → 60%',
    'Price of SN64, Distance of the second source: 6%',
  ]) {
    await coming.filter({ hasText: what }).getByRole('button', { name: 'Apply it' }).click()
    await sign(page, `Apply the change of ${what}`, [`Apply the change of ${what}`])
    await expect(coming.filter({ hasText: what })).toHaveCount(0)
  }
  expect(await chain.read.readContract({ ...onSettings, functionName: 'valueOf', args: [3n] })).toBe(safety)
  expect(await chain.read.readContract({ ...onOsm, functionName: 'valueOf', args: [4n] })).toBe(600n)

  await page.getByText('Averages of pools', { exact: true }).click()
  await button(page, 'Note the average price of SN64').click()
  await sign(page, 'Note the average price of SN64', ['Note the average price of SN64'])
  const average = { address: sn64.pool.average, abi: dexTwapSourceAbi } as const
  const [, notedAt] = await chain.read.readContract({ ...average, functionName: 'newer' })
  expect(notedAt).toBe(await chain.now())
  await expect(button(page, 'Note the average price of SN64')).toBeDisabled()
  await button(page, 'Sample the pool of SN64').click()
  const sample = 'Take a sample of the pool of SN64'
  await sign(page, sample, [sample])
  const liquidity = { address: sn64.pool.liquidity, abi: poolLiquidityAbi } as const
  const [, sampledAt] = await chain.read.readContract({ ...liquidity, functionName: 'newest' })
  expect(sampledAt).toBe(await chain.now())

  await page.getByText('Store how the day began', { exact: true }).click()
  await button(page, 'Begin the day').click()
  await sign(page, 'Begin the day of the backing', ['Begin the day of the backing'])
  const begun = { ...backingOf(chain), eventName: 'DayBegan', fromBlock: 'latest' } as const
  expect(await chain.read.getContractEvents(begun)).toHaveLength(1)
})
