import { readFileSync } from 'node:fs'
import { createPublicClient, http, type Address, type PublicClient } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { backstopPoolAbi } from '../abis/BackstopPool'
import { backstopSeriesAbi } from '../abis/BackstopSeries'
import { devPriceFeedAbi } from '../abis/DevPriceFeed'
import { tetherUsdAbi } from '../abis/TetherUSD'
import { account, accounts, blacklisted, demo } from './accounts'
import { chainSeconds, dueSeries, fund, listSeries, moveClock, nextEdge, reset } from './actions'
import { target } from './clock'
import { encode, sendContract } from './contract'
import { startDevnet, type Devnet } from './devnet'
import { connect } from './rpc'
import { scenario } from './systems/backstop/scenario'

const endTime = 1_780_315_200
let devnet: Devnet
let rpc: ReturnType<typeof connect>
let client: PublicClient

beforeAll(async () => {
  devnet = await startDevnet({ endTime })
  rpc = connect(devnet.rpcUrl)
  client = createPublicClient({ transport: http(devnet.rpcUrl) })
})
afterAll(() => devnet.stop())

type Key = keyof typeof scenario

const keys = Object.keys(scenario) as Key[]
const on = (key: Key) => ({ address: devnet.series[key].series, abi: backstopSeriesAbi })
const state = (key: Key) => client.readContract({ ...on(key), functionName: 'state' })
const terms = (key: Key) => client.readContract({ ...on(key), functionName: 'terms' })
const settlement = (key: Key) => client.readContract({ ...on(key), functionName: 'settlement' })
const position = (key: Key, who: Address) =>
  client.readContract({
    address: devnet.series[key].pool,
    abi: backstopPoolAbi,
    functionName: 'position',
    args: [who],
  })
const usdtBalance = (of: Address) =>
  client.readContract({
    address: devnet.addresses.usdt,
    abi: tetherUsdAbi,
    functionName: 'balanceOf',
    args: [of],
  })

describe('the scenario', () => {
  it('has every series in the phase it is there for', async () => {
    const phases = (await listSeries(rpc, devnet.addresses.backstopRegistry)).map(({ phase }) => phase)
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
      expect(await usdtBalance(devnet.series[key].pool)).toBeGreaterThanOrEqual(
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

  it('is the same every time, to the last hash', async () => {
    const again = await startDevnet({ endTime })
    try {
      const block = await client.getBlock()
      const other = await createPublicClient({ transport: http(again.rpcUrl) }).getBlock()
      expect(other.hash).toBe(block.hash)
    } finally {
      await again.stop()
    }
  })

  it('has the addresses that public/config.json names', () => {
    const written: unknown = JSON.parse(readFileSync('public/config.json', 'utf8'))
    const [network] = devnet.config.networks
    expect(written).toEqual({ networks: [{ ...network, rpcUrls: ['http://127.0.0.1:8545'] }] })
  })
})

it('does not start on a port that is taken', async () => {
  await expect(startDevnet({ port: devnet.port })).rejects.toThrow(`Port ${devnet.port} is taken.`)
})

describe('USDT', () => {
  const usdt = (functionName: string, args: readonly unknown[]) => ({
    from: demo,
    to: devnet.addresses.usdt,
    data: encode({ address: devnet.addresses.usdt, abi: tetherUsdAbi, functionName, args }),
  })
  const failure = (request: object): Promise<{ message: string; data?: string }> =>
    rpc('eth_call', [request, 'latest']).then(
      () => expect.fail('It did not fail.'),
      (error: unknown) => error as { message: string; data?: string },
    )

  it('returns nothing from transfer and approve (U1)', async () => {
    expect(await rpc('eth_call', [usdt('transfer', [account(1), 1n]), 'latest'])).toBe('0x')
    expect(await rpc('eth_call', [usdt('approve', [account(1), 1n]), 'latest'])).toBe('0x')
  })

  it('refuses a second approval without a reason (U2)', async () => {
    const approve = (value: bigint) => ({
      address: devnet.addresses.usdt,
      abi: tetherUsdAbi,
      functionName: 'approve',
      args: [account(2), value],
    })
    await sendContract(rpc, demo, approve(5n))
    expect((await failure(usdt('approve', [account(2), 6n]))).data ?? '0x').toBe('0x')
    await sendContract(rpc, demo, approve(0n))
    await sendContract(rpc, demo, approve(6n))
  })

  it('burns all gas when there is too little (U3)', async () => {
    expect((await failure(usdt('transfer', [account(1), 10n ** 15n]))).message).toMatch(/invalid/i)
  })

  it('stops the blacklisted staker, whose pool pays another address (U5, B16)', async () => {
    expect((await failure({ ...usdt('transfer', [account(1), 1n]), from: blacklisted })).data ?? '0x').toBe(
      '0x',
    )
    const { claimableUsdt } = await position('tenor', blacklisted)
    const before = await usdtBalance(account(15))
    const call = {
      address: devnet.series.tenor.pool,
      abi: backstopPoolAbi,
      functionName: 'withdraw',
      args: [claimableUsdt, account(15)],
    }
    await sendContract(rpc, blacklisted, call)
    expect(await usdtBalance(account(15))).toBe(before + claimableUsdt)
  })
})

describe('what one can do to it', () => {
  it('moves the clock to the next window, where phases change and prices are recorded', async () => {
    const { backstopRegistry } = devnet.addresses
    const edge = await nextEdge(rpc, backstopRegistry, 'any')
    expect(edge?.what).toBe('Series J: staking closes')
    await moveClock(rpc, backstopRegistry, edge?.seconds ?? 0)
    expect((await listSeries(rpc, backstopRegistry))[9]).toMatchObject({ name: 'Series J', phase: 'Sale' })
    const updatedAt = await client.readContract({
      address: devnet.addresses.mstrFeed,
      abi: devPriceFeedAbi,
      functionName: 'updatedAt',
    })
    expect(Number(updatedAt)).toBeGreaterThanOrEqual(edge?.seconds ?? Infinity)
    await expect(moveClock(rpc, backstopRegistry, endTime)).rejects.toThrow('only goes forward')
  })

  it('understands the times of the command', async () => {
    const { addresses } = devnet
    const now = await chainSeconds(rpc)
    expect((await target(rpc, addresses, '+2d')).seconds).toBe(now + 172_800)
    expect((await target(rpc, addresses, 'maturity')).what).toBe('Series D: maturity')
    expect((await target(rpc, addresses, 'unlock')).what).toBe('Lock 7 can be unlocked')
    expect((await target(rpc, addresses, 'next')).what).toBe('The request window of the vault closes')
    expect((await target(rpc, addresses, '2030-01-01T00:00:00Z')).seconds).toBe(1_893_456_000)
    await expect(target(rpc, addresses, 'tomorrow')).rejects.toThrow('Usage')
  })

  it('knows what is due', async () => {
    const due = await dueSeries(rpc, devnet.addresses.backstopRegistry)
    expect(due.map(({ name }) => name)).toEqual(['Series C', 'Series H'])
  })

  it('gives money', async () => {
    const to = account(15)
    const before = { usdt: await usdtBalance(to), wei: await client.getBalance({ address: to }) }
    await fund(rpc, devnet.addresses.usdt, to, { usdtAmount: 1_500_000n, wei: 7n })
    expect(await usdtBalance(to)).toBe(before.usdt + 1_500_000n)
    expect(await client.getBalance({ address: to })).toBe(before.wei + 7n)
  })

  it('goes back to the end of the scenario, as often as one likes', async () => {
    for (let round = 0; round < 2; round += 1) {
      await moveClock(rpc, devnet.addresses.backstopRegistry, (await chainSeconds(rpc)) + 86_400)
      await rpc('evm_snapshot')
      await reset(rpc)
      expect(await chainSeconds(rpc)).toBe(endTime)
      expect(await usdtBalance(account(15))).toBe(0n)
    }
  })
})
