/**
 * Random histories of the reserve of USDtz, in `advance` and on the real contracts, compared after every step: all books,
 * the pool, the price, and why a step is refused. A history is one `eth_simulateV1`, a block for each step, so that the
 * bytecode runs as fast as the node can. `EXACTNESS_HISTORIES` sets their number.
 */
import {
  decodeErrorResult,
  decodeFunctionResult,
  encodeDeployData,
  encodeFunctionData,
  numberToHex,
  type Abi,
  type Address,
  type Hex,
} from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { account } from '../../../devnet/accounts'
import { startAnvil } from '../../../devnet/anvil'
import { artifact, buildContracts } from '../../../devnet/artifacts'
import { chainSeconds } from '../../../devnet/actions'
import { connect, receiptOf } from '../../../devnet/rpc'
import type { Advance, SiloEvent } from '../silos-advance'
import { conditionsOf, type Parameters, type PriceState, type Quote, type SiloState } from '../silos-state'
import { MAX_UINT256 } from '../units'
import { Random } from './cases'
import { emptyWorld, firstParameters, historyOf } from './silos-world'

const HISTORIES = Number(process.env['EXACTNESS_HISTORIES'] ?? 84)
const STEPS = 240
const GAS = '0x989680'
const alice = account(0)
/** The reserve pays nothing to the trustees' contract, so it is nobody else. */
const trustees = account(1)
const priceStates: readonly PriceState[] = [
  ...(['Fresh', 'FeedUnusable', 'FeedStale', 'DexUnusable', 'DexStale', 'Deviates'] as const),
]
/** As the contracts number what a history changes. */
const keys = { latchMinSupply: 0, slippageBps: 5, cycleSeconds: 9 } as const

type Contracts = {
  readonly reserve: Address
  readonly settings: Address
  readonly pair: Address
  readonly usdc: Address
  readonly xtz: Address
  readonly createdAt: bigint
  readonly feeds: Readonly<Record<'feed' | 'dex' | 'usdc', Address>>
}
type Call = { readonly to: Address; readonly data: Hex; readonly from?: Address }
type CallResult = { readonly status: Hex; readonly returnData: Hex }

let chain: Awaited<ReturnType<typeof startAnvil>>
let rpc: ReturnType<typeof connect>
let contracts: Contracts
let start: bigint
let now: bigint

beforeAll(async () => {
  buildContracts()
  chain = await startAnvil({})
  rpc = connect(chain.rpcUrl)
  contracts = await deploy()
  // Histories begin with the reserve: its first cycle counts from its creation.
  start = contracts.createdAt
  now = start + 1_000n
}, 600_000)

afterAll(() => chain.stop())

describe('the reserve of USDtz', () => {
  const counts = { taken: 0, refused: 0 }
  const refusals = new Set<string>()

  it.each(Array.from({ length: HISTORIES }, (_, index) => index + 1))(
    'agrees with its model after every step of history %s',
    { timeout: 120_000 },
    async (seed) => {
      const world = emptyWorld(start, now)
      const history = historyOf(new Random(seed), world, STEPS)
      const calls = history.map(({ event, outcome }) => callsOf(event, outcome.state))
      const blocks = await simulate(
        world,
        history.map(({ outcome }) => outcome.state.time),
        calls,
      )
      const told: string[] = []
      for (const [index, { event, outcome }] of history.entries()) {
        told.push(`${index} ${say(event)}: ${outcome.isTaken ? 'taken' : outcome.refusal.name}`)
        counts[outcome.isTaken ? 'taken' : 'refused'] += 1
        if (!outcome.isTaken) refusals.add(outcome.refusal.name)
        const results = blocks[index] ?? []
        const why = () => told.slice(-12).join('\n')
        expect(saidBy(results.slice(0, -3)), why()).toBe(outcome.isTaken ? 'taken' : outcome.refusal.name)
        expect(stateIn(results.slice(-3)), why()).toEqual(stateOf(outcome))
      }
    },
  )

  it('went through enough steps, and met every refusal', () => {
    process.stdout.write(
      `\nReserve of USDtz: ${counts.taken} steps taken, ${counts.refused} refused, no difference\n`,
    )
    expect(counts.taken + counts.refused).toBe(HISTORIES * STEPS)
    // Histories of refusals would prove little.
    expect(counts.taken).toBeGreaterThan((HISTORIES * STEPS) / 2)
    if (HISTORIES >= 84) expect([...refusals].sort()).toEqual(expectedRefusals)
  })
})

const expectedRefusals = [
  'BelowMinOut', 'BelowMinProceeds', 'BelowMinUsdtz', 'BelowMinXtz', 'CycleNotEnded', 'EnforcedPause',
  'ExceedsHeadroom', 'InsufficientBalance', 'NoPrice', 'NoSuchSilo', 'NothingToCover', 'NothingToReplenish',
  'Silo2Short', 'UsdcUnsound', 'ZeroAmount',
] // prettier-ignore

/** All of it in one request, a block for each step; every history starts from the deployed contracts. */
async function simulate(world: SiloState, times: readonly bigint[], steps: readonly (readonly Call[])[]) {
  const ask: Call[] = [
    to(contracts.reserve, 'SiloReserve', 'state'),
    to(contracts.pair, 'DevPair', 'getReserves'),
    to(contracts.settings, 'SiloSettings', 'conditions'),
  ]
  const block = (time: bigint, calls: readonly Call[]) => ({
    blockOverrides: { time: numberToHex(time) },
    calls: calls.map((call) => ({ from: alice, gas: GAS, ...call })),
  })
  // Blocks have times of their own: steps of one second of the model are a block together with the one before.
  const groups: { time: bigint; calls: Call[] }[] = [{ time: world.time, calls: [...opening(world)] }]
  const sizes = steps.map((calls, index) => {
    const time = times[index] ?? 0n
    const last = groups.at(-1)
    if (last?.time === time) last.calls.push(...calls, ...ask)
    else groups.push({ time, calls: [...calls, ...ask] })
    return calls.length + ask.length
  })
  const blockStateCalls = groups.map(({ time, calls }) => block(time, calls))
  const answer = (await rpc('eth_simulateV1', [
    { blockStateCalls, validation: false },
    'latest',
  ])) as readonly {
    readonly calls: readonly CallResult[]
  }[]
  const flat = answer.flatMap(({ calls }) => calls)
  let at = opening(world).length
  return sizes.map((size) => flat.slice(at, (at += size)))
}

/** The market of the first state. */
function opening(world: SiloState): readonly Call[] {
  const { feed, dex, usdc, pool } = world
  return [
    ...callsOf({ kind: 'quotes', feed, dex, usdc }, world),
    ...callsOf({ kind: 'pool', pool }, world),
    to(contracts.reserve, 'SiloReserve', 'pause'),
    to(contracts.reserve, 'SiloReserve', 'unpause'),
  ]
}

/** What an event is on the chain; the last call is the one that may be refused. */
function callsOf(event: SiloEvent, state: SiloState): readonly Call[] {
  const { reserve, settings, pair, xtz, usdc } = contracts
  const act = (name: string, ...args: readonly unknown[]) => [to(reserve, 'SiloReserve', name, args)]
  switch (event.kind) {
    case 'time':
      return []
    case 'quotes':
      return (['feed', 'dex', 'usdc'] as const).flatMap((source) => answerOf(source, event[source]))
    case 'pool':
      return [to(pair, 'DevPair', 'setReserves', [xtz, event.pool.xtz, event.pool.usd])]
    case 'parameters':
      return changed(event.parameters).map(([key, value]) =>
        byVote(to(settings, 'SiloSettings', 'set', [key, value])),
      )
    case 'pause':
      return act(event.isPaused ? 'pause' : 'unpause')
    case 'mint':
      return act('mint', event.amount, alice, event.minUsdtz ?? 0n)
    case 'redeemUsd':
      return act('redeemUsd', event.amount, alice)
    case 'redeemXtz':
      return act('redeemXtz', event.amount, alice, event.minXtz ?? 0n, state.time)
    case 'seed':
    case 'reportEarnings':
      return act(event.kind, Number(event.silo), event.amount)
    case 'replenish':
    case 'closeCycle':
      return act(event.kind)
    case 'cover':
      return act('cover', event.xtzAmount, event.minProceeds ?? 0n).map(byVote)
    case 'distribute': {
      // All of them are Alice: what is owed is hers, and floored for each.
      const accounts = event.weights.map(() => alice)
      return act('distribute', event.shares, alice, accounts, event.weights).map(byVote)
    }
    case 'claim':
      return act('claim', event.token === 'xtz' ? xtz : usdc, alice)
  }
}

function answerOf(source: keyof Contracts['feeds'], quote: Quote | undefined): readonly Call[] {
  if (quote === undefined) return []
  return [to(contracts.feeds[source], 'DevPriceFeed', 'setAnswerAt', [quote.price, quote.updatedAt])]
}

function changed(parameters: Partial<Parameters>): readonly (readonly [number, bigint])[] {
  return Object.entries(keys).flatMap(([name, key]) => {
    const value = parameters[name as keyof typeof keys]
    return value === undefined ? [] : [[key, value] as const]
  })
}

/** "taken", or the name of the contract's error as the model has it. */
function saidBy(results: readonly CallResult[]): string {
  const failed = results.find(({ status }) => status !== '0x1')
  if (failed === undefined) return 'taken'
  const data = failed.returnData
  try {
    const { errorName } = decodeErrorResult({ abi: knownErrors(), data })
    return errorName.replace(/^Silos_|^ERC20/, '')
  } catch {
    return `an unknown error ${data}`
  }
}

/** The reserve's own, and what its exchange and its token revert with. */
function knownErrors(): Abi {
  return ['SiloReserve', 'PairExchange', 'USDtz'].flatMap((name) =>
    artifact(name).abi.filter(({ type }) => type === 'error'),
  )
}

function stateIn([state, reserves, conditions]: readonly CallResult[]) {
  const read = (contract: string, functionName: string, result: CallResult | undefined) =>
    decodeFunctionResult({ abi: artifact(contract).abi, functionName, data: result?.returnData ?? '0x' })
  const [books, cycle, supply, inventory, isLatched] = read(
    'SiloReserve',
    'state',
    state,
  ) as readonly unknown[]
  const [reserve0, reserve1] = read('DevPair', 'getReserves', reserves) as readonly [bigint, bigint]
  const isUsdcFirst = contracts.usdc.toLowerCase() < contracts.xtz.toLowerCase()
  const pool = isUsdcFirst ? { usd: reserve0, xtz: reserve1 } : { usd: reserve1, xtz: reserve0 }
  const words = (conditions?.returnData.slice(2).match(/.{64}/g) ?? [])
    .slice(0, 4)
    .map((word) => BigInt(`0x${word}`))
  const [priceState = 0n, low, high, isUsdcSound] = words
  return {
    ...{ books, cycle, supply, inventory, isLatched, pool },
    conditions: { priceState: priceStates[Number(priceState)], low, high, isUsdcSound: isUsdcSound === 1n },
  }
}

function stateOf({ state }: Advance) {
  const { books, cycle, supply, inventory, isLatched, pool } = state
  return { books, cycle, supply, inventory, isLatched, pool, conditions: conditionsOf(state) }
}

function say(event: SiloEvent): string {
  return JSON.stringify(event, (_, value: unknown) => (typeof value === 'bigint' ? `${value}` : value))
}

function to(address: Address, contract: string, functionName: string, args: readonly unknown[] = []): Call {
  const { abi } = artifact(contract)
  return { to: address, data: encodeFunctionData({ abi, functionName, args }) }
}

function byVote(call: Call): Call {
  return { ...call, from: trustees }
}

/** The reserve with Alice for everybody: she is the pauser, the ecosystem, each trustee, and all who hold. */
async function deploy(): Promise<Contracts> {
  const usdc = await create('DevUsdc', [])
  const xtz = await create('DevCoin', ['XTZ', 6])
  const pair = await create('DevPair', [usdc, xtz])
  const feeds = {
    feed: await create('DevPriceFeed', [18, 'XTZ / USD']),
    dex: await create('DevPriceFeed', [18, 'XTZ / USDC']),
    usdc: await create('DevPriceFeed', [18, 'USDC / USD']),
  }
  const parameters = {
    ...firstParameters,
    ...{ feedThresholdBps: 50n, voteSeconds: 3n * 86_400n, delaySeconds: 7n * 86_400n },
    feedSource: await create('FeedSource', [feeds.feed]),
    dexSource: await create('FeedSource', [feeds.dex]),
    usdcSource: await create('FeedSource', [feeds.usdc]),
    exchange: await create('PairExchange', [pair]),
    ...{ ecosystem: alice, pauser: alice },
  }
  const settings = await create('SiloSettings', [trustees, parameters])
  const reserve = await create('SiloReserve', [usdc, xtz, settings])
  const createdAt = BigInt(await chainSeconds(rpc))
  for (const token of [usdc, xtz]) {
    await send(to(token, 'DevCoin', 'faucet', [alice, 10n ** 24n]))
    await send(to(token, 'DevCoin', 'approve', [reserve, MAX_UINT256]))
  }
  return { reserve, settings, pair, usdc, xtz, createdAt, feeds }
}

async function create(name: string, args: readonly unknown[]): Promise<Address> {
  const { abi, bytecode } = artifact(name)
  const data = encodeDeployData({ abi, bytecode, args })
  const { contractAddress, status } = await receiptOf(
    rpc,
    await rpc('eth_sendTransaction', [{ from: alice, data, gas: GAS }]),
  )
  if (contractAddress === null || status !== '0x1') throw new Error(`${name} is not there.`)
  return contractAddress
}

async function send(call: Call): Promise<void> {
  const hash = await rpc('eth_sendTransaction', [{ from: alice, gas: GAS, ...call }])
  expect((await receiptOf(rpc, hash)).status).toBe('0x1')
}
