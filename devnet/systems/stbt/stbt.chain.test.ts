import { createPublicClient, formatUnits, http, parseEventLogs, type Address, type PublicClient } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { devPriceFeedAbi } from '../../../abis/DevPriceFeed'
import { stbtAbi } from '../../../abis/STBT'
import { stbtMinterAbi } from '../../../abis/StbtMinter'
import { tetherUsdAbi } from '../../../abis/TetherUSD'
import { wstbtAbi } from '../../../abis/WSTBT'
import { parseConfig, type Network } from '../../../src/chain/config'
import { labelOf, namedContracts } from '../../../src/devnet/named-contracts'
import { bankingDaysBetween, isBankingDay } from '../../../src/math/stbt-banking-days'
import { newYorkDay } from '../../../src/math/stbt-days'
import { WAD } from '../../../src/math/units'
import { stbtContracts } from '../../../src/stbt/contracts'
import { systems, systemsOn } from '../../../src/systems'
import { account, demo, newcomer } from '../../accounts'
import { chainSeconds, reset } from '../../actions'
import { startDevnet, type Devnet } from '../../devnet'
import { connect } from '../../rpc'
import { moveClock, nextEdge } from '../../time'
import { executeReady, permitEverybody, reportNext, settleOldest } from './actions'
import { coinNames, coins } from './coins'
import { liveInstance, pool, type StbtInstance } from './deploy'
import { documentArgs, documentName } from './documents'
import { requestsOf } from './requests'

const endTime = 1_780_315_200
const day = 86_400
let devnet: Devnet<'stbt'>
let rpc: ReturnType<typeof connect>
let client: PublicClient
let ours: StbtInstance
let live: StbtInstance

beforeAll(async () => {
  devnet = await startDevnet({ endTime, systems: ['stbt'] })
  rpc = connect(devnet.rpcUrl)
  client = createPublicClient({ transport: http(devnet.rpcUrl) })
  ours = devnet.addresses.stbt
  live = liveInstance(devnet.addresses.stbt)
})
afterAll(() => devnet.stop())

/** What the app makes of the devnet's config.json. */
function network(): Network {
  const parsed = parseConfig(
    devnet.config,
    systems.map((system) => system.needs),
  )
  if (!parsed.isOk) throw new Error(parsed.problems.join(' '))
  return parsed.config.networks[0]
}

const token = ({ stbt }: StbtInstance) => ({ address: stbt, abi: stbtAbi }) as const
const minter = (instance: StbtInstance) => ({ address: instance.minter, abi: stbtMinterAbi }) as const
const supplyOf = (instance: StbtInstance) =>
  client.readContract({ ...token(instance), functionName: 'totalSupply' })
const rules = () => client.readContract({ ...token(ours), functionName: 'rules' })
const balance = (instance: StbtInstance, who: Address) =>
  client.readContract({ ...token(instance), functionName: 'balanceOf', args: [who] })
const permission = (who: Address) =>
  client.readContract({ ...token(ours), functionName: 'permissions', args: [who] })
const reports = async ({ stbt }: StbtInstance) =>
  parseEventLogs({
    abi: stbtAbi,
    eventName: 'InterestsDistributed',
    logs: await client.getLogs({ address: stbt, fromBlock: 0n }),
  }).map(({ args }) => args)

it('alone on its chain, it is all the app shows', () => {
  expect(systemsOn(network()).map(({ id }) => id)).toEqual(['stbt'])
  expect(stbtContracts(network())).toMatchObject({ stbt: ours.stbt, minter: ours.minter })
})

it('is called by its names in the devnet wallet', async () => {
  const named = await namedContracts(network())
  const labels = [ours.stbt, ours.minter, ours.timelock, ours.wstbt].map((one) => labelOf(named, one))
  expect(labels).toEqual(['STBT', 'Minter of STBT', 'Queue of STBT', 'wSTBT'])
})

describe('a year of reports', () => {
  it('has one for every banking day, holidays left out', async () => {
    const told = await reports(ours)
    expect(told.length).toBeGreaterThan(245)
    const days = told.map(({ interestToTime }) => newYorkDay(interestToTime - 1n))
    expect(days.every(isBankingDay)).toBe(true)
    const [first = 0n, last = 0n] = [days[0], days.at(-1)]
    expect(bankingDaysBetween(first, last)).toBe(BigInt(days.length - 1))
    for (const [index, { interestFromTime }] of told.entries())
      if (index > 0) expect(interestFromTime).toBe(told[index - 1]?.interestToTime)
  })

  it('carries losses on ours: no report takes, some give nothing, and one is carried now', async () => {
    const told = await reports(ours)
    expect(told.every(({ interest }) => interest >= 0n)).toBe(true)
    expect(told.filter(({ interest }) => interest === 0n).length).toBeGreaterThan(5)
    expect((await rules()).carry).toBeLessThan(0n)
  })

  it('rebases losses on the live rules, or keeps them off chain', async () => {
    const told = await reports(live)
    expect(told.filter(({ interest }) => interest < 0n)).toHaveLength(2)
    expect(told.length).toBeLessThan((await reports(ours)).length)
    await expect(client.readContract({ ...token(live), functionName: 'rules' })).rejects.toThrow()
  })

  it('comes to about 5% for who has held all year', async () => {
    for (const instance of [ours, live]) {
      const shares = await client.readContract({ ...token(instance), functionName: 'totalShares' })
      const index = ((await supplyOf(instance)) * WAD) / shares
      expect(Number(formatUnits(index, 18))).toBeGreaterThan(1.04)
      expect(Number(formatUnits(index, 18))).toBeLessThan(1.055)
    }
  })

  it('leaves the supply under a fresh reserve', async () => {
    const reserve = await client.readContract({ ...token(ours), functionName: 'reserve' })
    expect(reserve).toBeGreaterThan(await supplyOf(ours))
  })
})

describe('the coins', () => {
  it('are twelve, each with its decimals and its fee', async () => {
    const [listed, infos] = await client.readContract({ ...minter(ours), functionName: 'getCoinsInfo' })
    const ofDeployment: Readonly<Record<string, Address>> = {
      ...devnet.addresses.stbt,
      usdt: devnet.addresses.shared.usdt,
    }
    expect(listed).toEqual(coinNames.map((name) => ofDeployment[name]))
    expect(listed).toHaveLength(12)
    expect(infos.map((info) => info >> 96n)).toEqual(listed.map(() => BigInt(pool)))
    for (const [index, name] of coinNames.entries()) {
      const address = listed[index] ?? pool
      // Tether's answer is a uint256, the others' a uint8: the same word.
      const decimals = await client.readContract({ address, abi: tetherUsdAbi, functionName: 'decimals' })
      expect(decimals).toBe(BigInt(coins[name].decimals))
    }
  })
})

describe('requests', () => {
  const states = async (instance: StbtInstance, kind: 'Mint' | 'Redeem', who: Address) => {
    const mine = (await requestsOf(rpc, instance)).filter(
      ({ kind: one, requestor }) => one === kind && requestor === who,
    )
    return mine.map(({ readyAt }) => {
      if (readyAt === 0) return 'cancelled'
      if (readyAt === 1) return 'done'
      return readyAt <= endTime ? 'ready' : 'queued'
    })
  }

  it.each(['ours', 'live'] as const)('stand in every state for the demo account, on %s', async (kind) => {
    const instance = kind === 'ours' ? ours : live
    const mints = ['done', 'done', 'cancelled', 'ready', 'queued']
    expect(await states(instance, 'Mint', demo)).toEqual(mints)
    const redemptions = ['done', 'done', 'done', 'ready', 'ready', 'queued']
    expect(await states(instance, 'Redeem', demo)).toEqual(redemptions)
    const owed = await Promise.all(
      (await requestsOf(rpc, instance))
        .filter(({ kind: one, requestor }) => one === 'Redeem' && requestor === demo)
        .map(({ nonce }) =>
          client.readContract({ ...minter(instance), functionName: 'redeemTargetMap', args: [nonce] }),
        ),
    )
    expect(owed.map((target) => target === demo)).toEqual([false, false, true, false, true, true])
  })

  it('were cancelled for others, one of them scheduled again', async () => {
    expect(await states(ours, 'Redeem', account(1))).toEqual(['cancelled'])
    expect((await states(ours, 'Mint', account(5))).at(-1)).toBe('ready')
  })

  it('were settled once with a difference of 12 USDT', async () => {
    const settled = parseEventLogs({
      abi: stbtMinterAbi,
      eventName: 'Settle',
      logs: await client.getLogs({ address: ours.minter, fromBlock: 0n }),
    })
    expect(settled).toHaveLength(3)
    const [, less] = settled
    // 8,000 at 0.9994984… less 0.1% is 7,987.99…; the shares that moved were worth a unit less than 8,000.
    expect(less?.args.executionPrice).toBe(999_498_495_486_459_378n)
    expect(less?.args.amount).toBe(7_975_991_975n)
  })

  it('leaves wSTBT with the demo account, and shares behind it', async () => {
    const wrapped = await client.readContract({
      address: ours.wstbt,
      abi: wstbtAbi,
      functionName: 'balanceOf',
      args: [demo],
    })
    expect(wrapped).toBeGreaterThan(7_500n * WAD)
    expect(await balance(ours, ours.wstbt)).toBeGreaterThan(wrapped)
  })
})

describe('permissions and documents', () => {
  it('end for one soon, have ended for one, are missing for one, and are half for two', async () => {
    const expiry = async (who: Address) => Number((await permission(who))[2]) - endTime
    expect(await expiry(demo)).toBe(45 * day)
    expect(await expiry(account(1))).toBe(1.5 * day)
    expect(await expiry(account(2))).toBe(-3 * day)
    expect((await permission(newcomer)).slice(0, 2)).toEqual([false, false])
    expect((await permission(account(3))).slice(0, 2)).toEqual([false, true])
    expect((await permission(account(8))).slice(0, 2)).toEqual([true, false])
  })

  it('has documents, one replaced and one removed', async () => {
    const names = await client.readContract({ ...token(ours), functionName: 'getAllDocuments' })
    expect(new Set(names)).toEqual(new Set(['Prospectus', 'Reserve report'].map(documentName)))
    const [uri, hash] = await client.readContract({
      ...token(ours),
      functionName: 'getDocument',
      args: [documentName('Prospectus')],
    })
    expect([documentName('Prospectus'), uri, hash]).toEqual(documentArgs('Prospectus', 2))
  })
})

describe.each(['ours', 'live'] as const)('what one can do to %s', (kind) => {
  const instance = () => (kind === 'ours' ? ours : live)
  const chain = () => ({ rpc, moveClock: (to: number) => moveClock(rpc, devnet.addresses, to) })

  it('reports a gain and then a loss, each for a banking day', async () => {
    await reset(rpc)
    const before = await supplyOf(instance())
    expect(await reportNext(chain(), instance(), false)).toMatch(
      /^The supply has changed by \d+\.\d\d STBT\.$/,
    )
    const grown = await supplyOf(instance())
    expect(grown).toBeGreaterThan(before)
    const said = await reportNext(chain(), instance(), true)
    if (kind === 'ours') {
      expect(said).toBe('All of it is carried.')
      expect(await supplyOf(instance())).toBe(grown)
    } else {
      expect(said).toMatch(/^The supply has changed by -\d+\.\d\d STBT\.$/)
      expect(await supplyOf(instance())).toBeLessThan(grown)
    }
    const told = await reports(instance())
    expect(told.slice(-2).every(({ interestToTime }) => isBankingDay(newYorkDay(interestToTime - 1n)))).toBe(
      true,
    )
  })

  it('executes what is ready, and says whose permission has lapsed', async () => {
    await reset(rpc)
    const before = await balance(instance(), demo)
    const said = await executeReady(rpc, instance())
    expect(said).toMatch(/^4 executed\. Mint \d+: .*RECEIVE_PERMISSION_EXPIRED/)
    expect(await balance(instance(), demo)).toBeGreaterThan(before)
    await permitEverybody(rpc, instance())
    expect(await executeReady(rpc, instance())).toBe('1 executed.')
  })

  it('settles the oldest redemption that is owed, until none is', async () => {
    await reset(rpc)
    const said: string[] = []
    for (let round = 0; round < 5; round += 1) said.push(await settleOldest(rpc, instance(), 5n))
    expect(said.slice(0, 4).every((one) => /^Redemption \d+ is settled\.$/.test(one))).toBe(true)
    expect(said[4]).toBe('No redemption is owed.')
  })
})

describe('time', () => {
  it('goes on to the next request and the next report, and the reserve stays fresh', async () => {
    await reset(rpc)
    const edge = await nextEdge(rpc, devnet.addresses)
    expect(edge?.what).toMatch(/^Redemption \d+ of STBT can be executed$/)
    const report = await nextEdge(rpc, devnet.addresses, 'report')
    expect(report?.what).toBe('A report of STBT is due')
    await moveClock(rpc, devnet.addresses, endTime + 30 * day)
    const updatedAt = await client.readContract({
      address: ours.reserveFeed,
      abi: devPriceFeedAbi,
      functionName: 'updatedAt',
    })
    expect(Number(updatedAt)).toBeGreaterThanOrEqual(endTime + 30 * day)
    expect(
      await reportNext({ rpc, moveClock: () => Promise.reject(new Error('no')) }, ours, false).catch(String),
    ).toBe('Error: no')
  })

  it('goes back to the end of the scenario', async () => {
    await reset(rpc)
    expect(await chainSeconds(rpc)).toBe(endTime)
    expect((await rules()).carry).toBeLessThan(0n)
  })
})
