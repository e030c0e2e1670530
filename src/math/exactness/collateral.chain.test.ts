/**
 * Random histories of the vaults of one type, in `advanceEngine` and on the real contracts, compared after every step: each
 * vault and auction, the rate, the ceiling, the books, and why a step is refused; and the ledger that its events sum to. A
 * history is one `eth_simulateV1`.
 * `EXACTNESS_HISTORIES` sets their number.
 */
import {
  decodeErrorResult,
  decodeEventLog,
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
import { needOf } from '../collateral-auction'
import { debtOf, dueAt } from '../collateral-due'
import { engineNow } from '../collateral-engine'
import type { EngineBooks, EngineEvent, EngineState } from '../collateral-engine-state'
import { differencesOf, ledgerOf, MOVEMENTS, type LedgerEvent } from '../collateral-ledger'
import { DAY_SECONDS, MAX_UINT256 } from '../units'
import { Random } from './cases'
import { emptyEngine, engineHistoryOf, firstTerms } from './collateral-world'

const HISTORIES = Number(process.env['EXACTNESS_HISTORIES'] ?? 60)
const STEPS = 160
const GAS = '0x1c9c380'
const PLENTY = 10n ** 40n
const alice = account(0)
const nobody = '0x0000000000000000000000000000000000000000'

type Contracts = { readonly engine: Address; readonly book: Address; readonly prices: Address; readonly createdAt: bigint } // prettier-ignore
type Call = { readonly to: Address; readonly data: Hex }
type Log = { readonly address: Address; readonly topics: [Hex, ...Hex[]]; readonly data: Hex }
type CallResult = { readonly status: Hex; readonly returnData: Hex; readonly logs?: readonly Log[] }

let chain: Awaited<ReturnType<typeof startAnvil>>
let rpc: ReturnType<typeof connect>
let contracts: Contracts
let now: bigint

beforeAll(async () => {
  buildContracts()
  chain = await startAnvil({})
  rpc = connect(chain.rpcUrl)
  contracts = await deploy()
  now = BigInt(await chainSeconds(rpc)) + 100n
}, 600_000)

afterAll(() => chain.stop())

describe('the vaults of a type', () => {
  const counts = { taken: 0, refused: 0, late: 0, badDebt: 0 }
  const refusals = new Set<string>()

  it.each(Array.from({ length: HISTORIES }, (_, index) => index + 1))(
    'agree with their model after every step of history %s',
    { timeout: 120_000 },
    async (seed) => {
      const history = engineHistoryOf(new Random(seed), emptyEngine(contracts.createdAt, now), STEPS)
      const blocks = await simulate(
        history.map(({ outcome }) => outcome.state.time),
        history.map(({ event }) => callsOf(event)),
      )
      const told: string[] = []
      for (const [index, { event, outcome }] of history.entries()) {
        const said = outcome.isTaken ? 'taken' : outcome.refusal
        told.push(`${index} ${say(event)}: ${said}`)
        counts[outcome.isTaken ? 'taken' : 'refused'] += 1
        if (!outcome.isTaken) refusals.add(outcome.refusal)
        if (outcome.state.vaults.some(({ late }) => late > 0n)) counts.late += 1
        if (outcome.state.books.badDebt > 0n) counts.badDebt += 1
        const results = blocks[index] ?? []
        const why = () => told.slice(-12).join('\n')
        expect(saidBy(results.slice(0, -4)), why()).toBe(said)
        expect(stateIn(results.slice(-4)), why()).toEqual(stateOf(outcome.state))
      }
      const ledger = ledgerOf(blocks.flat().flatMap(({ logs = [] }) => logs.flatMap(ledgerEventOf)))
      expect(ledger.gaps).toEqual([])
      expect(differencesOf(ledger, bookedIn(blocks.at(-1)?.slice(-4) ?? []))).toEqual([])
    },
  )

  it('went through enough steps, and met every refusal', () => {
    process.stdout.write(
      `\nVaults of a type: ${counts.taken} steps taken, ${counts.refused} refused, late fees in ${counts.late}, bad debt in ${counts.badDebt}, no difference\n`,
    )
    expect(counts.taken + counts.refused).toBe(HISTORIES * STEPS)
    // Histories of refusals alone would prove little.
    expect(counts.taken).toBeGreaterThan((HISTORIES * STEPS * 2) / 5)
    if (HISTORIES < 60) return
    expect(counts.late).toBeGreaterThan(HISTORIES)
    expect(counts.badDebt).toBeGreaterThan(0)
    expect([...refusals].sort()).toEqual(expectedRefusals)
  })
})

const expectedRefusals = [
  'AboveCeiling', 'AboveMaximum', 'AllOrNothing', 'AuctionOver', 'BelowDust', 'Covered', 'DebtAboveMaximum',
  'EnforcedPause', 'ExceedsCollateral', 'NeedsReset', 'NoPrice', 'NoResetNeeded', 'NoSuchAuction', 'NoSuchVault',
  'NotCovered', 'Nothing',
] // prettier-ignore

/** All of it in one request, a block for each second of the model; every history starts from the deployed contracts. */
async function simulate(times: readonly bigint[], steps: readonly (readonly Call[])[]) {
  const ask: readonly Call[] = [
    to(contracts.engine, 'VaultEngine', 'vaults', [1n, 100n]),
    to(contracts.engine, 'VaultEngine', 'auctions', [1n, 100n]),
    to(contracts.engine, 'VaultEngine', 'typeState'),
    to(contracts.book, 'TusdtBook', 'state'),
  ]
  const opening = callsOf({ kind: 'price', price: emptyEngine(contracts.createdAt, now).price })
  const groups: { time: bigint; calls: Call[] }[] = [{ time: now, calls: [...opening] }]
  const sizes = steps.map((calls, index) => {
    const time = times[index] ?? 0n
    const last = groups.at(-1)
    if (last?.time === time) last.calls.push(...calls, ...ask)
    else groups.push({ time, calls: [...calls, ...ask] })
    return calls.length + ask.length
  })
  const blockStateCalls = groups.map(({ time, calls }) => ({
    blockOverrides: { time: numberToHex(time), gasLimit: '0xffffffffffff' },
    calls: calls.map((call) => ({ from: alice, gas: GAS, ...call })),
  }))
  const answer = (await rpc('eth_simulateV1', [
    { blockStateCalls, validation: false },
    'latest',
  ])) as readonly {
    readonly calls: readonly CallResult[]
  }[]
  const flat = answer.flatMap(({ calls }) => calls)
  let at = opening.length
  return sizes.map((size) => flat.slice(at, (at += size)))
}

/** What an event is on the chain. */
function callsOf(event: EngineEvent): readonly Call[] {
  const act = (name: string, ...args: readonly unknown[]) => [to(contracts.engine, 'VaultEngine', name, args)]
  switch (event.kind) {
    case 'time':
      return []
    case 'price': {
      const { current, low, unfrozenAt } = event.price
      return [to(contracts.prices, 'DevPriceModule', 'set', [current, low, unfrozenAt])]
    }
    case 'pause':
      return act(event.isPaused ? 'pause' : 'unpause')
    case 'open':
      return act('open', event.amount, event.drawn, alice)
    case 'deposit':
      return act('deposit', BigInt(event.id), event.amount)
    case 'draw':
    case 'withdraw':
      return act(event.kind, BigInt(event.id), event.amount, alice)
    case 'repay':
      return act('repay', BigInt(event.id), event.atMost)
    case 'close':
      return act('close', BigInt(event.id), event.maxDebt, alice)
    case 'assess':
    case 'liquidate':
    case 'reset':
      return act(event.kind, BigInt(event.id))
    case 'take':
      return act('take', BigInt(event.id), event.ask, event.maxPrice, alice)
  }
}

/** "taken", or the name of the contract's error as the model has it. */
function saidBy(results: readonly CallResult[]): string {
  const failed = results.find(({ status }) => status !== '0x1')
  if (failed === undefined) return 'taken'
  const data = failed.returnData
  try {
    const abi: Abi = [...artifact('VaultEngine').abi, ...artifact('TusdtBook').abi].filter(
      ({ type }) => type === 'error',
    )
    return decodeErrorResult({ abi, data }).errorName.replace('Collateral_', '')
  } catch {
    return `an unknown error ${data}`
  }
}

type Words = Readonly<Record<string, bigint>>

function stateIn([vaults, auctions, typeState, books]: readonly CallResult[]) {
  const whole = decoded('VaultEngine', 'typeState', typeState) as Words
  return {
    rate: whole['rate'],
    ceiling: whole['ceiling'],
    nextDueAt: whole['nextDueAt'],
    books: bookIn(books)[0],
    vaults: (decoded('VaultEngine', 'vaults', vaults) as readonly (Words & { readonly stored: Words })[]).map(
      ({ stored, debt, graceEndsAt }) => ({ ...only(stored, vaultWords), debt, graceEndsAt }),
    ),
    auctions: (
      decoded('VaultEngine', 'auctions', auctions) as readonly (Words & { readonly stored: Words })[]
    ).map(({ stored, need }) => ({ ...only(stored, auctionWords), need })),
  }
}

const vaultWords = ['collateral', 'art', 'principal', 'late', 'due', 'nextDate'] as const
const auctionWords = [
  'vaultId', 'startedAt', 'endedAt', 'tauSeconds', 'tailSeconds', 'keeperBps', 'cusp', 'top', 'lot', 'principal',
  'interest', 'late', 'penalty',
] as const // prettier-ignore

function decoded(contract: string, functionName: string, result: CallResult | undefined): unknown {
  return decodeFunctionResult({ abi: artifact(contract).abi, functionName, data: result?.returnData ?? '0x' })
}

/** Books, total supply and S. */
function bookIn(result: CallResult | undefined) {
  return decoded('TusdtBook', 'state', result) as readonly [EngineBooks, bigint, bigint]
}

/** What the ledger must sum to; what Alice was given before the histories is no event of theirs. */
function bookedIn([, , typeState, book]: readonly CallResult[]) {
  const { totals } = decoded('VaultEngine', 'typeState', typeState) as { readonly totals: Words }
  const [books, supply, outstanding] = bookIn(book)
  const held = new Map([
    [contracts.engine, (totals['collateral'] ?? 0n) + (totals['auctionCollateral'] ?? 0n)],
  ])
  return { tao: 0n, usd: 0n, books, supply: supply - PLENTY, outstanding: outstanding - PLENTY, held }
}

function ledgerEventOf({ address, topics, data }: Log): readonly LedgerEvent[] {
  const name =
    address === contracts.engine ? 'VaultEngine' : address === contracts.book ? 'TusdtBook' : undefined
  if (name === undefined) return []
  const { eventName, args } = decodeEventLog({ abi: artifact(name).abi, topics, data }) as unknown as {
    readonly eventName: string
    readonly args: Readonly<Record<string, unknown>>
  }
  const amount = args['amount'] as bigint
  if (eventName === 'Moved') {
    const movement = MOVEMENTS[args['kind'] as number]
    if (movement === undefined) throw new Error('A movement without a name.')
    const [before, after] = [args['booksBefore'] as EngineBooks, args['booksAfter'] as EngineBooks]
    return [{ from: 'book', movement, amount, before, after }]
  }
  if (eventName !== 'CollateralMoved') return []
  const [before, after] = [args['heldBefore'] as bigint, args['heldAfter'] as bigint]
  return [{ from: 'engine', engine: contracts.engine, isIn: args['isIn'] as boolean, amount, before, after }]
}

function only(words: Readonly<Record<string, bigint | number>>, names: readonly string[]): Words {
  return Object.fromEntries(names.map((name) => [name, BigInt(words[name] ?? -1n)]))
}

function stateOf(state: EngineState) {
  const seen = engineNow(state)
  const { firstDueAt, line, gap, ttlSeconds } = state.terms
  const { most, raisedAt } = state.ceiling
  const raised = most + gap < line ? most + gap : line
  const ceiling = line <= most ? line : state.time < raisedAt + ttlSeconds ? most : raised
  const passed = state.time < firstDueAt ? 0n : (state.time - firstDueAt) / (30n * DAY_SECONDS) + 1n
  return {
    rate: seen.rate.rate,
    ceiling,
    nextDueAt: dueAt(firstDueAt, passed),
    books: state.books,
    vaults: seen.vaults.map((vault) => {
      const date = seen.dates.get(vault.nextDate - 1n)
      const graceEndsAt =
        vault.due === 0n || date === undefined
          ? 0n
          : dueAt(firstDueAt, vault.nextDate - 1n) + date.graceSeconds
      return { ...only(vault, vaultWords), debt: debtOf(vault, seen.rate.rate), graceEndsAt }
    }),
    auctions: state.auctions.map((auction) => ({
      ...only({ ...auction, vaultId: BigInt(auction.vaultId) }, auctionWords),
      need: needOf(auction),
    })),
  }
}

function say(event: EngineEvent): string {
  return JSON.stringify(event, (_, value: unknown) => (typeof value === 'bigint' ? `${value}` : value))
}

function to(address: Address, contract: string, functionName: string, args: readonly unknown[] = []): Call {
  return { to: address, data: encodeFunctionData({ abi: artifact(contract).abi, functionName, args }) }
}

/** A type with Alice for everybody: she governs, pauses, owns each vault, pays, liquidates and takes. */
async function deploy(): Promise<Contracts> {
  const usdc = await create('DevUsdc', [])
  const coin = await create('DevCoin', ['SN64', 18])
  const prices = await create('DevPriceModule', [])
  const book = await create('TusdtBook', [alice, DAY_SECONDS, usdc])
  const createdAt = BigInt(await chainSeconds(rpc)) + 1n
  const terms = firstTerms(createdAt)
  await rpc('evm_setNextBlockTimestamp', [Number(createdAt)])
  const parameters = {
    ...terms,
    ...{
      ceilingBps: 0n,
      liquidityMaxAge: DAY_SECONDS,
      priceModule: prices,
      liquiditySource: nobody,
      pauser: alice,
    },
  }
  const engine = await create('VaultEngine', [
    book,
    coin,
    alice,
    2n * DAY_SECONDS,
    terms.firstDueAt,
    parameters,
  ])
  await send(to(book, 'TusdtBook', 'propose', [BigInt(engine), 1n]))
  await rpc('evm_increaseTime', [numberToHex(DAY_SECONDS)])
  await send(to(book, 'TusdtBook', 'applyChange', [BigInt(engine)]))
  // Whoever has code can be the backing: it issues enough TUSDT for all interest.
  await send(to(book, 'TusdtBook', 'setBacking', [usdc]))
  const tusdt = await read(to(book, 'TusdtBook', 'tusdt'), 'TusdtBook', 'tusdt')
  await rpc('anvil_impersonateAccount', [usdc])
  await rpc('anvil_setBalance', [usdc, numberToHex(10n ** 20n)])
  await send(to(tusdt, 'Tusdt', 'mint', [alice, PLENTY]), usdc)
  await send(to(tusdt, 'Tusdt', 'approve', [book, MAX_UINT256]))
  await send(to(coin, 'DevCoin', 'faucet', [alice, PLENTY]))
  await send(to(coin, 'DevCoin', 'approve', [engine, MAX_UINT256]))
  return { engine, book, prices, createdAt }
}

async function read(call: Call, contract: string, functionName: string): Promise<Address> {
  const data = await rpc('eth_call', [call, 'latest'])
  return decodeFunctionResult({ abi: artifact(contract).abi, functionName, data }) as Address
}

async function create(name: string, args: readonly unknown[]): Promise<Address> {
  const { abi, bytecode } = artifact(name)
  const data = encodeDeployData({ abi, bytecode, args })
  const { contractAddress, status } = await receiptOf(rpc, await rpc('eth_sendTransaction', [{ from: alice, data, gas: GAS }])) // prettier-ignore
  if (contractAddress === null || status !== '0x1') throw new Error(`${name} is not there.`)
  return contractAddress
}

async function send(call: Call, from: Address = alice): Promise<void> {
  const hash = await rpc('eth_sendTransaction', [{ from, gas: GAS, ...call }])
  expect((await receiptOf(rpc, hash)).status).toBe('0x1')
}
