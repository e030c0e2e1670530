import type { Address } from 'viem'
import { describe, expect, it } from 'vitest'

import type { Source } from '../math/reading'
import { knownValue } from '../math/reading'
import { advance } from '../math/silos-advance'
import { silosOf, type SilosAddresses, type SilosData } from './snapshot'
import { parameters, pictured } from '../math/silos-test-state'

const at = (digit: number): Address => `0x${`${digit}`.repeat(40)}`
const addresses: SilosAddresses = {
  ...{ reserve: at(1), settings: at(2), trustees: at(3), usdtz: at(4) },
  ...{ usdc: at(5), xtz: at(6), pair: at(7) },
}
const me = at(8)
const source = (args: readonly unknown[] = []): Source => {
  return { contract: at(1), label: '', functionName: '', args, blockNumber: 1n, abi: [], raw: '0x' }
}
const known = <T>(value: T, args?: readonly unknown[]) => {
  return { isKnown: true as const, value, source: source(args) }
}
const unknown = { isKnown: false as const, reason: 'It reverted.', source: source() }

const { books, cycle, supply, inventory, isLatched, feed, dex, usdc, pool } = pictured
const conditions = {
  state: 0,
  low: dex.price,
  high: feed.price,
  isUsdcSound: true,
  parameters: {
    ...parameters,
    ...{ feedThresholdBps: 50n, voteSeconds: 1n, delaySeconds: 2n },
    ...{ feedSource: me, dexSource: me, usdcSource: me, exchange: me, ecosystem: me, pauser: me },
  },
}
const data: SilosData = {
  state: known([books, cycle, supply, inventory, isLatched] as const),
  isPaused: known(false),
  conditions: known(conditions),
  quotes: known([feed, dex, usdc] as const),
  pool: known([pool.usd, pool.xtz, 0] as const),
  token0: known(addresses.usdc),
  held: { usdc: known(1n), xtz: known(2n), usdtz: known(3n) },
  isUsdcPaused: known(false),
  isReserveBlacklisted: known(false),
  proposalCount: known(0n),
  weightSet: known(1n),
  people: [
    {
      usdtz: known(6n, [me]),
      usdc: known(0n),
      xtz: known(0n),
      isBlacklisted: known(false),
      owedUsd: known(0n),
      owedXtz: known(0n),
      isTrustee: known(false),
    },
  ],
}
const read = (changed: Partial<SilosData>, account: Address = me) =>
  silosOf({ ...data, ...changed }, addresses, pictured.time, account)

describe('the reserve of one block', () => {
  it('is one state for the mirror, whichever token of the pair comes first', () => {
    expect(knownValue(read({}).state)).toMatchObject({ ...pictured, parameters })
    const swapped = { token0: known(addresses.xtz), pool: known([pool.xtz, pool.usd, 0] as const) }
    expect(knownValue(read(swapped).state)?.pool).toEqual(pool)
  })
  it.each(['isUsdcPaused', 'isReserveBlacklisted'] as const)(
    'converts nothing while USDC does not move: %s',
    (why) => {
      const state = knownValue(read({ [why]: known(true) }).state)
      expect(state?.pool).toEqual({ usd: 0n, xtz: 0n })
      const short = state && { ...state, books: { ...state.books, x2: 1n } }
      const closed = short && advance({ ...short, time: pictured.time }, { kind: 'replenish' })
      expect(closed).toMatchObject({ isTaken: true, effects: { conversions: [{ isMade: false }] } })
    },
  )
  it('is not known where the contract judges its prices in another way', () => {
    const { state } = read({ conditions: known({ ...conditions, low: dex.price + 1n }) })
    expect(state).toMatchObject({
      isKnown: false,
      reason: expect.stringContaining('in another way') as string,
    })
    expect(read({ conditions: known({ ...conditions, isUsdcSound: false }) }).state.isKnown).toBe(false)
  })
  it('is another account’s no longer', () => {
    expect(knownValue(read({}).holder?.usdtz)).toBe(6n)
    expect(read({}, at(9)).holder).toBeUndefined()
  })
  it('lets USDtz be redeemed for USDC without prices, settings and exchange (S11)', () => {
    const { state, exitState } = read({ conditions: unknown, quotes: unknown, pool: unknown })
    expect(state.isKnown).toBe(false)
    const left = knownValue(exitState)
    if (!left) throw new Error('The exit is closed.')
    const [there, here] = [left, pictured].map((one) => advance(one, { kind: 'redeemUsd', amount: 5n }))
    expect(there?.isTaken).toBe(true)
    expect(there?.state.books).toEqual(here?.state.books)
    expect(there?.state.supply).toBe(here?.state.supply)
    expect(advance(left, { kind: 'mint', amount: 5n }).isTaken).toBe(false)
  })
})
