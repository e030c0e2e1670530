/**
 * Random histories of the asset-backing vault on the real contracts: of each action `collateral-backing.ts` says, from what
 * the contracts answer in the same second, what arrives, what is paid, what stands afterwards and why it is refused.
 * `EXACTNESS_HISTORIES` sets their number.
 */
import {
  decodeErrorResult,
  decodeFunctionResult,
  encodeDeployData,
  encodeFunctionData,
  numberToHex,
  zeroAddress,
  type Abi,
  type Address,
  type Hex,
} from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { account } from '../../../devnet/accounts'
import { chainSeconds } from '../../../devnet/actions'
import { startAnvil } from '../../../devnet/anvil'
import { artifact, buildContracts } from '../../../devnet/artifacts'
import { connect, receiptOf } from '../../../devnet/rpc'
import {
  mintOf,
  mostForTaoDown,
  mostForUsdDown,
  mostTaoDown,
  redeemTaoOf,
  redeemUsdOf,
  saleTaken,
  surplusBought,
  type BackingNow,
  type BackingOutcome,
  type SaleNow,
} from '../collateral-backing'
import { min } from '../uint256'
import { DAY_SECONDS, MAX_UINT256, WAD } from '../units'
import { Random } from './cases'

const HISTORIES = Number(process.env['EXACTNESS_HISTORIES'] ?? 20)
const STEPS = 90
const GAS = '0x989680'
const PLENTY = 10n ** 40n
const RUNNING = 2
const alice = account(0)

type Call = { readonly to: Address; readonly data: Hex; readonly from?: Address }
type CallResult = { readonly status: Hex; readonly returnData: Hex }
type Seen = {
  readonly now: BackingNow
  readonly sale: SaleNow & { readonly state: number }
  readonly surplus: bigint
  readonly held: bigint
}
/** What Alice does, and what must come of it. */
type Action = { readonly name: string; readonly call: Call; readonly outcome: BackingOutcome }

let chain: Awaited<ReturnType<typeof startAnvil>>
let rpc: ReturnType<typeof connect>
let contracts: Record<'book' | 'tusdt' | 'backing' | 'prices' | 'engine', Address>

beforeAll(async () => {
  buildContracts()
  chain = await startAnvil({})
  rpc = connect(chain.rpcUrl)
  contracts = await deploy()
}, 600_000)

afterAll(() => chain.stop())

describe('the asset-backing vault', () => {
  const counts = { taken: 0, refused: 0, underbacked: 0, negative: 0 }
  const met = new Set<string>()

  it.each(Array.from({ length: HISTORIES }, (_, index) => index + 1))(
    'does what its arithmetic says in every step of history %s',
    { timeout: 120_000 },
    async (seed) => {
      const random = new Random(seed)
      const before = await rpc('evm_snapshot', [])
      let time = BigInt(await chainSeconds(rpc))
      const told: string[] = []
      for (let step = 0; step < STEPS; step++) {
        time += 1n + random.pick([11n, random.magnitude(13), random.magnitude(17)])
        const seen = await look(time)
        if (random.below(3) === 0) {
          const happened = await happen(random, seen, time)
          told.push(happened.told)
          time = happened.time
          continue
        }
        const { name, call, outcome } = drawAction(random, seen)
        told.push(`${name}: ${outcome.isTaken ? 'taken' : outcome.refusal.name}`)
        counts[outcome.isTaken ? 'taken' : 'refused'] += 1
        met.add(outcome.isTaken ? name.replace(/ .*/, '') : outcome.refusal.name)
        const { outstanding } = seen.now.holdings
        if (outstanding < 0n) counts.negative += 1
        if (outstanding > 0n && seen.now.lastLow > 0n && isShort(seen.now)) counts.underbacked += 1
        const [result, ...after] = await simulate(time, [call, ...asked()])
        const why = () => told.slice(-12).join('\n')
        expect(saidBy(call, result), why()).toEqual(expectedOf(outcome))
        if (!outcome.isTaken) continue
        expect(movedIn(seenIn(after).now, time), why()).toEqual(movedIn(outcome.after, time))
        expect(await send(call, time), why()).toBe(true)
      }
      await rpc('evm_revert', [before])
    },
  )

  it('went through enough steps, and met every action and refusal', () => {
    process.stdout.write(
      `\nAsset-backing vault: ${counts.taken} actions taken, ${counts.refused} refused, ${counts.underbacked} under-backed, ${counts.negative} with S below 0, no difference\n`,
    )
    expect(counts.taken).toBeGreaterThan(HISTORIES * 15)
    if (HISTORIES < 20) return
    expect(counts.underbacked).toBeGreaterThan(0)
    expect(counts.negative).toBeGreaterThan(0)
    expect([...met].sort()).toEqual(expectedMet)
  })
})

const expectedMet = [
  'BelowTarget', 'EnforcedPause', 'ExceedsDay', 'LegTooShort', 'NoPrice', 'Nothing', 'buySurplus', 'mint', 'redeemTao',
  'redeemUsd', 'take',
] // prettier-ignore

const isShort = ({ holdings, lastLow }: BackingNow) =>
  holdings.outstanding * WAD > holdings.tao * lastLow + holdings.usd * 10n ** 30n

/**
 * What the arithmetic speaks of: everything else stays as it is. Of a day that is over nothing is read again, so the
 * contract, which knows the time, no longer counts on it.
 */
const movedIn = (
  { holdings, day }: BackingNow & { readonly day: { readonly day?: bigint } },
  time: bigint,
) => ({
  holdings: { tao: holdings.tao, usd: holdings.usd, outstanding: holdings.outstanding },
  day: day.day === time / DAY_SECONDS && only(day, ['price', 'backing', 'outstanding', 'added', 'minted']),
})

const only = (from: object, names: readonly string[]) =>
  Object.fromEntries(Object.entries(from).filter(([name]) => names.includes(name)))

/** An action of Alice's, aimed at where the arithmetic changes its mind. */
function drawAction(random: Random, { now, sale, surplus, held }: Seen): Action {
  const near = (most: bigint) => {
    const drawn = random.near(random.pick([most, most, most / 3n, random.magnitude(72), 10n * WAD, 0n]))
    return drawn < 0n ? 0n : drawn
  }
  const act = (to: Address, contract: string, name: string, args: readonly unknown[]) => ({
    name: `${name} ${args.join(' ')}`,
    call: callOf(to, contract, name, args),
  })
  const { backing, book } = contracts
  if (sale.state === RUNNING && random.below(3) > 0) {
    const ask = near(sale.lot)
    const outcome = saleTaken(now, sale, ask)
    if (!outcome.isTaken || outcome.paid <= held)
      return { ...act(backing, 'TaoBacking', 'take', [ask, MAX_UINT256, alice]), outcome }
  }
  switch (random.below(7)) {
    case 0:
    case 1:
    case 2: {
      const tao = near(mostTaoDown(now))
      return { ...act(backing, 'TaoBacking', 'mint', [tao, alice, 0n]), outcome: mintOf(now, tao) }
    }
    case 3:
    case 4: {
      const tusdt = min(near(mostForTaoDown(now)), held)
      const outcome = redeemTaoOf(now, tusdt)
      return { ...act(backing, 'TaoBacking', 'redeemTao', [tusdt, alice, 0n]), outcome }
    }
    case 5: {
      const tusdt = min(near(random.pick([mostForUsdDown(now), held])), held)
      const outcome = redeemUsdOf(now, tusdt)
      return { ...act(backing, 'TaoBacking', 'redeemUsd', [tusdt, alice, 0n]), outcome }
    }
    default: {
      const atMost = near(surplus)
      const outcome = surplusBought(now, surplus, atMost)
      return { ...act(book, 'TusdtBook', 'buySurplus', [atMost, alice]), outcome }
    }
  }
}

/** What others do, and the market: no arithmetic of a person's action, so only done. */
async function happen(random: Random, { now, held }: Seen, time: bigint) {
  const { book, backing, prices, engine } = contracts
  const ofBacking = (name: string, ...args: readonly unknown[]) => callOf(backing, 'TaoBacking', name, args)
  const ofBook = (name: string, ...args: readonly unknown[]) => ({
    ...callOf(book, 'TusdtBook', name, args),
    from: engine,
  })
  const priceAt = (percent: bigint): Call => {
    const { tao, usd, outstanding } = now.holdings
    const wanted = (outstanding * percent) / 100n - usd * 10n ** 12n
    const aimed = tao > 0n && wanted > 0n ? (wanted * WAD) / tao : 250n * WAD
    const known = aimed > WAD && aimed < 100_000n * WAD ? aimed : 250n * WAD
    const current = random.below(12) === 0 ? 0n : known
    const low = random.pick([current, current, (current * 97n) / 100n, 0n])
    return callOf(prices, 'DevPriceModule', 'set', [current, low, 0n])
  }
  const draw = (): readonly [string, ...Call[]] => {
    switch (random.below(10)) {
      case 0:
      case 1:
        return ['price', priceAt(random.pick([80n, 150n, 151n, 200n, 300n]))]
      case 2:
      case 3:
        return ['sale', priceAt(random.pick([105n, 109n])), ofBacking('startSale')]
      case 4:
        return ['pause', ofBacking(now.isPaused || random.below(3) > 0 ? 'unpause' : 'pause')]
      case 5:
        return ['add', ofBacking('addBacking', random.magnitude(68), random.magnitude(38))]
      case 6:
        return ['remove', ofBacking('removeBacking', random.magnitude(66), random.magnitude(36), alice)]
      case 7:
        return ['borrow', ofBook('draw', alice, random.magnitude(72))]
      case 8: {
        const interest = min(random.magnitude(66), held)
        const payment = {
          principal: 0n,
          interest,
          late: 0n,
          penalty: 0n,
          keeper: zeroAddress,
          keeperPart: 0n,
        }
        return ['interest', ofBook('collect', alice, payment)]
      }
      default:
        return ['reset', ofBacking(random.pick(['resetSale', 'endSale']))]
    }
  }
  const [name, ...calls] = draw()
  const done: boolean[] = []
  for (const [index, call] of calls.entries()) done.push(await send(call, time + BigInt(index)))
  return {
    told: `${name} (${done.map((one) => (one ? 'done' : 'not done')).join(', ')})`,
    time: time + BigInt(calls.length - 1),
  }
}

const asked = (): readonly Call[] => [
  callOf(contracts.backing, 'TaoBacking', 'state'),
  callOf(contracts.backing, 'TaoBacking', 'saleStatus'),
  callOf(contracts.book, 'TusdtBook', 'books'),
  callOf(contracts.tusdt, 'Tusdt', 'balanceOf', [alice]),
]

const look = async (time: bigint) => seenIn(await simulate(time, asked()))

function seenIn([state, sale, books, balance]: readonly CallResult[]): Seen {
  return {
    now: decoded('TaoBacking', 'state', state) as BackingNow,
    sale: decoded('TaoBacking', 'saleStatus', sale) as Seen['sale'],
    surplus: (decoded('TusdtBook', 'books', books) as { readonly surplus: bigint }).surplus,
    held: decoded('Tusdt', 'balanceOf', balance) as bigint,
  }
}

/** In the block that would come at this time; nothing of it stays. */
async function simulate(time: bigint, calls: readonly Call[]): Promise<readonly CallResult[]> {
  const block = {
    blockOverrides: { time: numberToHex(time) },
    calls: calls.map((call) => ({ from: alice, gas: GAS, ...call })),
  }
  const answer = (await rpc('eth_simulateV1', [
    { blockStateCalls: [block], validation: false },
    'latest',
  ])) as readonly { readonly calls: readonly CallResult[] }[]
  return answer[0]?.calls ?? []
}

type Said = readonly unknown[]

function expectedOf(outcome: BackingOutcome): Said {
  if (outcome.isTaken) return ['taken', outcome.got]
  const { refusal } = outcome
  if (refusal.name === 'ExceedsDay') return [refusal.name, refusal.minted, refusal.room]
  if (refusal.name === 'LegTooShort') return [refusal.name, refusal.wanted, refusal.held]
  return [refusal.name]
}

/** What arrives, or the contract's error without its prefix, with the numbers that the arithmetic has, too. */
function saidBy({ data }: Call, result: CallResult | undefined): Said {
  const abi: Abi = [...artifact('TaoBacking').abi, ...artifact('TusdtBook').abi]
  if (result?.status === '0x1') {
    const named = abi.filter((item) => item.type === 'function')
    const name = ['mint', 'redeemTao', 'redeemUsd', 'take', 'buySurplus'].find((one) =>
      data.startsWith(encodeSelector(named, one)),
    )
    const returned = decodeFunctionResult({ abi: named, functionName: name ?? '', data: result.returnData })
    return ['taken', Array.isArray(returned) ? (returned as readonly unknown[])[0] : returned]
  }
  const errors = abi.filter(({ type }) => type === 'error')
  const { errorName, args = [] } = decodeErrorResult({ abi: errors, data: result?.returnData ?? '0x' }) as {
    readonly errorName: string
    readonly args?: readonly unknown[]
  }
  const name = errorName.replace(/^(Collateral|Backing)_/, '')
  if (name === 'ExceedsDay') {
    const [minted, room] = args as readonly [bigint, bigint]
    return [name, minted, room < 0n ? 0n : room]
  }
  return name === 'LegTooShort' ? [name, ...args.slice(1)] : [name]
}

function encodeSelector(abi: Abi, functionName: string): Hex {
  const args = { mint: [0n, alice, 0n], take: [0n, 0n, alice], buySurplus: [0n, alice] }[functionName]
  return encodeFunctionData({ abi, functionName, args: args ?? [0n, alice, 0n] }).slice(0, 10) as Hex
}

function decoded(contract: string, functionName: string, result: CallResult | undefined): unknown {
  return decodeFunctionResult({ abi: artifact(contract).abi, functionName, data: result?.returnData ?? '0x' })
}

function callOf(to: Address, contract: string, functionName: string, args: readonly unknown[] = []): Call {
  return { to, data: encodeFunctionData({ abi: artifact(contract).abi, functionName, args }) }
}

/** Alice governs, protects, pauses and trades; what is admitted as an engine lends and collects. */
async function deploy(): Promise<typeof contracts> {
  const usdc = await create('DevUsdc', [])
  const tao = await create('DevCoin', ['TAO', 18])
  const prices = await create('DevPriceModule', [])
  const engine = await create('DevCoin', ['ENGINE', 18])
  const book = await create('TusdtBook', [alice, DAY_SECONDS, usdc])
  const tusdt = decoded('TusdtBook', 'tusdt', (await simulate(BigInt(await chainSeconds(rpc)) + 1n, [callOf(book, 'TusdtBook', 'tusdt')]))[0]) as Address // prettier-ignore
  const percent = (whole: bigint) => (whole * WAD) / 100n
  const settings = await create('BackingSettings', [
    alice,
    DAY_SECONDS,
    {
      ...{ target: percent(150n), level0: percent(110n), recovery: percent(112n), safety: percent(70n) },
      ...{ bufferWad: percent(120n), tau: 14_400n, tail: 7_200n, cusp: percent(40n) },
      ...{ protocol: alice, pauser: alice },
    },
  ])
  const backing = await create('TaoBacking', [tao, usdc, tusdt, prices, settings])
  await rpc('anvil_impersonateAccount', [engine])
  await rpc('anvil_setBalance', [engine, numberToHex(10n ** 24n)])
  const admitted = (await nextSecond()) + DAY_SECONDS + 60n
  const steps: readonly Call[] = [
    callOf(book, 'TusdtBook', 'setBacking', [backing]),
    callOf(book, 'TusdtBook', 'propose', [BigInt(engine), 1n]),
    callOf(prices, 'DevPriceModule', 'set', [250n * WAD, 250n * WAD, 0n]),
    callOf(tao, 'DevCoin', 'faucet', [alice, PLENTY]),
    callOf(usdc, 'DevUsdc', 'faucet', [alice, PLENTY]),
    ...[tao, usdc, tusdt].flatMap((token) => [
      callOf(token, 'DevCoin', 'approve', [backing, MAX_UINT256]),
      callOf(token, 'DevCoin', 'approve', [book, MAX_UINT256]),
    ]),
    callOf(backing, 'TaoBacking', 'addBacking', [400n * WAD, 20_000n * 10n ** 6n]),
  ]
  for (const call of steps) expect(await send(call, await nextSecond())).toBe(true)
  expect(await send(callOf(book, 'TusdtBook', 'applyChange', [BigInt(engine)]), admitted)).toBe(true)
  return { book, tusdt, backing, prices, engine }
}

const nextSecond = async () => BigInt(await chainSeconds(rpc)) + 1n

async function create(name: string, args: readonly unknown[]): Promise<Address> {
  const { abi, bytecode } = artifact(name)
  const data = encodeDeployData({ abi, bytecode, args })
  const { contractAddress, status } = await receiptOf(rpc, await rpc('eth_sendTransaction', [{ from: alice, data, gas: GAS }])) // prettier-ignore
  if (contractAddress === null || status !== '0x1') throw new Error(`${name} is not there.`)
  return contractAddress
}

/** Whether it went through, in a block of this time. */
async function send(call: Call, time: bigint): Promise<boolean> {
  await rpc('evm_setNextBlockTimestamp', [numberToHex(time)])
  const hash = await rpc('eth_sendTransaction', [{ from: alice, gas: GAS, ...call }])
  return (await receiptOf(rpc, hash)).status === '0x1'
}
