import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { taoBackingAbi } from '../../../abis/TaoBacking'
import { tusdtBookAbi } from '../../../abis/TusdtBook'
import { vaultEngineAbi } from '../../../abis/VaultEngine'
import { contractsOf } from '../../../src/chain/contracts'
import { collateralNeeds } from '../../../src/collateral/contracts'
import { chainSeconds, reset } from '../../actions'
import { readContract } from '../../contract'
import { startDevnet, type Devnet } from '../../devnet'
import { connect } from '../../rpc'
import { moveClock, nextEdge } from '../../time'
import type { CollateralContracts } from './deploy'
import { collateralPanel } from './panel'
import { symbols, type TypeSymbol } from './plan'

const FRESH = 0
const FROZEN = 3
const FEE_KEY = 2

let devnet: Devnet<'collateral'>
let rpc: ReturnType<typeof connect>
let contracts: CollateralContracts
/** What config.json names of them, which is all that a page knows. */
const known = () => contractsOf({ contracts: { collateral: contracts } }, collateralNeeds)

beforeAll(async () => {
  devnet = await startDevnet({ endTime: 1_780_315_200, systems: ['collateral'] })
  rpc = connect(devnet.rpcUrl)
  contracts = devnet.addresses.collateral
})
afterAll(() => devnet.stop())

const engine = (symbol: TypeSymbol) =>
  ({ address: contracts[`engine${symbol}`], abi: vaultEngineAbi }) as const
const stateOf = (symbol: TypeSymbol) => readContract(rpc, { ...engine(symbol), functionName: 'typeState' })
const termsOf = (symbol: TypeSymbol) => readContract(rpc, { ...engine(symbol), functionName: 'parameters' })
const vaultsOf = (symbol: TypeSymbol) =>
  readContract(rpc, { ...engine(symbol), functionName: 'vaults', args: [1n, 100n] })
const auctionsOf = (symbol: TypeSymbol) =>
  readContract(rpc, { ...engine(symbol), functionName: 'auctions', args: [1n, 100n] })

/** Debts in basis points of what their collateral covers at a price. */
async function covers(symbol: TypeSymbol, price: bigint): Promise<readonly bigint[]> {
  const { liquidationRatio } = await termsOf(symbol)
  return (await vaultsOf(symbol))
    .filter(({ debt }) => debt > 0n)
    .map(({ stored, debt }) => (stored.collateral * price * 10_000n) / (debt * liquidationRatio))
}

describe('the life of TUSDT', () => {
  it('has a backing above its target, and room for today', async () => {
    const state = await readContract(rpc, {
      address: contracts.backing,
      abi: taoBackingAbi,
      functionName: 'state',
    })
    expect(state.prices.state).toBe(FRESH)
    expect(state.holdings.outstanding).toBeGreaterThan(0n)
    expect(state.backing * 2n).toBeGreaterThan(state.holdings.outstanding * 3n)
    expect(state.roomOfRatio).toBeGreaterThan(0n)
  })

  it('has forty vaults with debt, from safe ones to one that can be liquidated', async () => {
    const all: bigint[] = []
    for (const symbol of symbols) all.push(...(await covers(symbol, (await stateOf(symbol)).prices.current)))
    expect(all.length).toBeGreaterThanOrEqual(38)
    expect(all.filter((cover) => cover < 10_000n)).toHaveLength(1)
    expect(all.filter((cover) => cover >= 10_000n && cover <= 10_110n).length).toBeGreaterThan(0)
    expect(all.filter((cover) => cover > 20_000n).length).toBeGreaterThan(5)
  })

  it('has a queued price that will liquidate somebody', async () => {
    const { prices } = await stateOf('SN64')
    const count = async (price: bigint) =>
      (await covers('SN64', price)).filter((cover) => cover < 10_000n).length
    expect(prices.nextAt).toBeGreaterThan(BigInt(await chainSeconds(rpc)))
    expect(await count(prices.current)).toBe(0)
    expect(await count(prices.next)).toBe(1)
  })

  it('has finished, stale and running auctions, and a loss that surplus burns', async () => {
    const [ended, stale, running] = await auctionsOf('SN64')
    expect(ended?.stored.endedAt).toBeGreaterThan(0n)
    expect(stale?.needsReset).toBe(true)
    expect(running?.isTakeable).toBe(true)
    const [rest] = (await vaultsOf('SN64')).filter(({ id }) => id === ended?.stored.vaultId)
    expect(rest?.stored.collateral).toBeGreaterThan(0n)
    const onBook = { address: contracts.book, abi: tusdtBookAbi } as const
    const [, , , totals] = await readContract(rpc, { ...onBook, functionName: 'state' })
    const [writtenOff, burnt] = [totals[6] ?? 0n, totals[7] ?? 0n]
    expect(writtenOff).toBeGreaterThan(0n)
    expect(burnt).toBeGreaterThan(0n)
  })

  it('has a fee for a missed date, a change that waits, and a frozen price', async () => {
    expect((await vaultsOf('TAO')).some(({ stored }) => stored.late > 0n)).toBe(true)
    const pending = await readContract(rpc, { ...engine('SN64'), functionName: 'pendingChanges' })
    expect(pending.map(({ effectiveAt }) => effectiveAt > 0n).indexOf(true)).toBe(FEE_KEY)
    expect((await stateOf('SN8')).prices.state).toBe(FROZEN)
  })
})

describe('its panel', () => {
  const press = async (label: string) => {
    const moveTo = (seconds: number) => moveClock(rpc, { collateral: known() }, seconds)
    const actions = collateralPanel({ rpc, moveClock: moveTo }, known()).flatMap(({ actions: some }) => some)
    return actions.find((action) => action.label === label)?.run()
  }

  it('moves TAO: queued after an hour, current after another one', async () => {
    const { prices: before } = await stateOf('TAO')
    expect(await press('TAO −10%')).toBe('TAO costs $342: it is queued, and current in an hour.')
    const { prices: queued } = await stateOf('TAO')
    expect(queued.next).toBe((before.current * 9n) / 10n)
    await press('Next hop')
    expect((await stateOf('TAO')).prices.current).toBe(queued.next)
    await reset(rpc)
  })

  it('moves a pool, lets its liquidity leave, and freezes its price', async () => {
    const before = await stateOf('SN64')
    await press('Subnet −25%')
    for (let hop = 0; hop < 3; hop += 1) await press('Next hop')
    const { prices } = await stateOf('SN64')
    expect(prices.current).toBeLessThan((before.prices.next * 76n) / 100n)
    await press('Pull liquidity')
    for (let hop = 0; hop < 2; hop += 1) await press('Next hop')
    expect((await stateOf('SN64')).liquidity).toBeLessThan((before.liquidity * 7n) / 10n)
    await press('Freeze price')
    expect((await stateOf('SN64')).prices.state).toBe(FROZEN)
    await reset(rpc)
  })

  it('goes to the next due date, and knows what comes before it', async () => {
    expect((await nextEdge(rpc, devnet.addresses))?.what).toBe('A change of a type of vaults can be applied')
    const { nextDueAt } = await stateOf('TAO')
    await press('Next due date')
    expect(BigInt(await chainSeconds(rpc))).toBeGreaterThanOrEqual(nextDueAt)
    await reset(rpc)
  })
})
