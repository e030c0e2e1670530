import { createPublicClient, http, type Address, type PublicClient } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { backstopPoolAbi } from '../../../abis/BackstopPool'
import { backstopSeriesAbi } from '../../../abis/BackstopSeries'
import { devPriceFeedAbi } from '../../../abis/DevPriceFeed'
import { tetherUsdAbi } from '../../../abis/TetherUSD'
import { parseConfig, type Network } from '../../../src/chain/config'
import { labelOf, namedContracts } from '../../../src/devnet/named-contracts'
import { systems, systemsOn } from '../../../src/systems'
import { account, accounts, blacklisted, demo } from '../../accounts'
import { sendContract } from '../../contract'
import { startDevnet, type Devnet } from '../../devnet'
import { connect } from '../../rpc'
import { moveClock, nextEdge } from '../../time'
import { dueSeries, listSeries } from './actions'
import { backstopPanel } from './panel'
import { scenario } from './scenario'

const endTime = 1_780_315_200
let devnet: Devnet<'backstop'>
let rpc: ReturnType<typeof connect>
let client: PublicClient

beforeAll(async () => {
  devnet = await startDevnet({ endTime, systems: ['backstop'] })
  rpc = connect(devnet.rpcUrl)
  client = createPublicClient({ transport: http(devnet.rpcUrl) })
})
afterAll(() => devnet.stop())

type Key = keyof typeof scenario

const keys = Object.keys(scenario) as Key[]
const on = (key: Key) => ({ address: devnet.sights.backstop[key].address, abi: backstopSeriesAbi })
const state = (key: Key) => client.readContract({ ...on(key), functionName: 'state' })
const terms = (key: Key) => client.readContract({ ...on(key), functionName: 'terms' })
const settlement = (key: Key) => client.readContract({ ...on(key), functionName: 'settlement' })
const position = (key: Key, who: Address) =>
  client.readContract({
    address: devnet.sights.backstop[key].pool,
    abi: backstopPoolAbi,
    functionName: 'position',
    args: [who],
  })
const usdtBalance = (of: Address) =>
  client.readContract({
    address: devnet.addresses.shared.usdt,
    abi: tetherUsdAbi,
    functionName: 'balanceOf',
    args: [of],
  })

/** What the app makes of the devnet's config.json. */
function network(): Network {
  const needs = systems.map((system) => system.needs)
  const parsed = parseConfig(devnet.config, needs)
  if (!parsed.isOk) throw new Error(parsed.problems.join(' '))
  return parsed.config.networks[0]
}

it('alone on its chain, it is all the app shows', () => {
  expect(systemsOn(network()).map(({ id }) => id)).toEqual(['backstop'])
})

describe('the scenario', () => {
  it('has every series in the phase it is there for', async () => {
    const phases = (await listSeries(rpc, devnet.addresses.backstop.registry)).map(({ phase }) => phase)
    expect(phases).toEqual(Object.values(scenario).map(({ phase }) => phase))
    expect(new Set(phases)).toEqual(
      new Set(['Announced', 'Staking', 'Sale', 'Tenor', 'Matured', 'Settled', 'Cancelled']),
    )
  })

  it('has every upfront asset and both make-whole orders', () => {
    const all = Object.values(scenario).map((plan) => plan.terms)
    expect(new Set(all.map(({ upfrontAsset }) => upfrontAsset))).toEqual(new Set([0, 1, 2]))
    expect(new Set(all.map(({ makeWholeOrder }) => makeWholeOrder))).toEqual(new Set([0, 1]))
  })

  it('pays exactly 0.9 BTC in the example of rules.md B13', async () => {
    expect(await settlement('settledUsed')).toMatchObject({
      usedUsdt: 100_000_000_000n,
      targetUsdt: 90_000_000_000n,
      btcPriceUsdt: 100_000_000_000n,
      mstrPaid: 0n,
      btcOwed: 90_000_000n,
      btcFunded: 90_000_000n,
    })
    expect((await position('settledUsed', demo)).btcClaimable).toBe(9_000_000n)
    expect((await state('settledUsed')).upfrontTotal).toBe(100_000_000n)
  })

  it('uses nothing of one pool and will use part of another', async () => {
    expect((await settlement('settledUnused')).usedUsdt).toBe(0n)
    const used = await state('maturingUsed')
    expect(used.ledgerUsdt).toBeLessThan(used.outstandingUsdt)
    const unused = await state('maturingUnused')
    expect(unused.ledgerUsdt).toBeGreaterThanOrEqual(unused.outstandingUsdt)
    expect(unused.upfrontFunded).toBeLessThan(unused.upfrontTotal)
  })

  it('leaves room where the demo account has not staked yet', async () => {
    const { saleLimitUsdt } = await state('stakingOpen')
    expect(saleLimitUsdt).toBeLessThan((await terms('stakingOpen')).maxSaleUsdt)
    expect((await position('stakingOpen', demo)).shares).toBe(0n)
    expect((await position('stakingClosing', demo)).shares).toBeGreaterThan(0n)
  })

  it('leaves every pool solvent (rules.md B15)', async () => {
    for (const key of keys) {
      const { phase, requiredUsdt } = await state(key)
      // During the sale the buyers' money waits in the pool as well; that only adds to it.
      const claims = await Promise.all(accounts.map(({ address }) => position(key, address)))
      const claimable = claims.reduce((sum, { claimableUsdt }) => sum + claimableUsdt, 0n)
      const redeemed = phase === 5 ? await paidFromPool(key) : 0n
      expect(await usdtBalance(devnet.sights.backstop[key].pool)).toBeGreaterThanOrEqual(
        requiredUsdt - redeemed + claimable,
      )
    }
  })

  /** How much of U Note holders have already been paid: after settlement R stays U. */
  async function paidFromPool(key: Key): Promise<bigint> {
    const { outstandingUsdt, ledgerUsdt } = await state(key)
    const { usedUsdt } = await settlement(key)
    const stillNeeded = outstandingUsdt > ledgerUsdt ? outstandingUsdt - ledgerUsdt : 0n
    return usedUsdt - stillNeeded
  }

  it('stops the blacklisted staker, whose pool pays another address (U5, B16)', async () => {
    const transfer = {
      address: devnet.addresses.shared.usdt,
      abi: tetherUsdAbi,
      functionName: 'transfer',
      args: [account(1), 1n],
    }
    await expect(sendContract(rpc, blacklisted, transfer)).rejects.toThrow('transfer failed')
    const { claimableUsdt } = await position('tenor', blacklisted)
    const before = await usdtBalance(account(15))
    const call = {
      address: devnet.sights.backstop.tenor.pool,
      abi: backstopPoolAbi,
      functionName: 'withdraw',
      args: [claimableUsdt, account(15)],
    }
    await sendContract(rpc, blacklisted, call)
    expect(await usdtBalance(account(15))).toBe(before + claimableUsdt)
  })
})

it('is called by its names in the devnet wallet', async () => {
  const named = await namedContracts(network())
  const { registry, btc } = devnet.addresses.backstop
  const { address, pool } = devnet.sights.backstop.stakingOpen
  const labels = [registry, btc, address, pool].map((one) => labelOf(named, one))
  expect(labels).toEqual(['Backstop registry', 'BTC', 'Series K', 'Series K: pool'])
})

describe('what one can do to the series', () => {
  const registry = () => devnet.addresses.backstop.registry

  it('knows what is due, and offers it', async () => {
    const due = await dueSeries(rpc, registry())
    expect(due.map(({ name }) => name)).toEqual(['Series C', 'Series H'])
    const offered = await backstopPanel({ rpc, moveClock: () => Promise.resolve() }, registry())
    const labels = offered.map(({ title, actions }) => [title, ...actions.map(({ label }) => label)])
    expect(labels).toContainEqual(['Due', 'Settle Series C', 'Finalize Series H'])
  })

  it('moves the clock to the next window, where phases change and prices are recorded', async () => {
    const edge = await nextEdge(rpc, devnet.addresses)
    expect(edge?.what).toBe('Series J: staking closes')
    await moveClock(rpc, devnet.addresses, edge?.seconds ?? 0)
    expect((await listSeries(rpc, registry()))[9]).toMatchObject({ name: 'Series J', phase: 'Sale' })
    const updatedAt = await client.readContract({
      address: devnet.addresses.backstop.mstrFeed,
      abi: devPriceFeedAbi,
      functionName: 'updatedAt',
    })
    expect(Number(updatedAt)).toBeGreaterThanOrEqual(edge?.seconds ?? Infinity)
  })
})
