import type { Address } from 'viem'

import type { Reading, Source } from '../math/reading'
import { WAD } from '../math/units'
import { RAY } from '../math/collateral'
import type { BackingState, CollateralType, Parameters, Prices, TypeState, VaultView } from './snapshot'

/** Made-up answers of contracts for the tests of this room. */

export const at = (digit: number): Address => `0x${`${digit}`.repeat(40)}`

const source = (args: readonly unknown[] = []): Source => {
  return { contract: at(1), label: '', functionName: '', args, blockNumber: 1n, abi: [], raw: '0x' }
}
export const known = <T>(value: T, args?: readonly unknown[]): Extract<Reading<T>, { isKnown: true }> => {
  return { isKnown: true, value, source: source(args) }
}
export const unknown = { isKnown: false, reason: 'It reverted.', source: source() } as const

export const states = { Fresh: 0, None: 1, Stale: 2, Frozen: 3 } as const

/** Whole USD; everything is fresh, and the feed says what is queued last. */
export function prices(current: bigint, next = 0n, state: keyof typeof states = 'Fresh'): Prices {
  const live = next === 0n ? current : next
  const [low, high] = live < current ? [live, current] : [current, live]
  return {
    state: states[state],
    current: current * WAD,
    next: next * WAD,
    live: live * WAD,
    low: state === 'Fresh' ? low * WAD : 0n,
    high: state === 'Fresh' ? high * WAD : 0n,
    updatedAt: 1_000n,
    nextUpdatedAt: next === 0n ? 0n : 1_000n,
    nextAt: next === 0n ? 0n : 4_600n,
  }
}

export const parameters: Parameters = {
  mintRatio: 3n * WAD,
  liquidationRatio: 2n * WAD,
  feeRay: RAY,
  penaltyBps: 1_100n,
  lateBps: 500n,
  graceSeconds: 432_000n,
  dust: 100n * WAD,
  line: 10_000n * WAD,
  ceilingBps: 1_000n,
  gap: 1_000n * WAD,
  ttlSeconds: 3_600n,
  liquidityMaxAge: 3_600n,
  keeperBps: 1_000n,
  buffer: WAD,
  tauSeconds: 3_600n,
  tailSeconds: 1_800n,
  cusp: WAD / 2n,
  priceModule: at(6),
  liquiditySource: at(7),
  pauser: at(8),
}

/** Whole tokens and TUSDT; nothing is due. */
export function vault(id: bigint, collateral: bigint, debt: bigint): VaultView {
  const stored = {
    owner: at(9),
    nextDate: 1n,
    collateral: collateral * WAD,
    art: debt * WAD,
    principal: debt * WAD,
    late: 0n,
    due: 0n,
  }
  return { id, stored, interest: 0n, debt: debt * WAD, rate: RAY, graceEndsAt: 0n, nextDueAt: 2_593_000n }
}

export function typeState(changed: Partial<TypeState> = {}): TypeState {
  return {
    totals: {
      ...{ art: 0n, late: 0n, principal: 0n, collateral: 0n },
      ...{ auctionPrincipal: 0n, auctionCollateral: 0n, running: 0n },
    },
    rate: RAY,
    debt: 0n,
    nextDueAt: 2_593_000n,
    ceiling: 10_000n * WAD,
    raisedAt: 0n,
    liquidity: 100_000n * WAD,
    liquidityAt: 1_000n,
    isLiquidityKnown: true,
    room: 500n * WAD,
    vaults: 0n,
    auctions: 0n,
    isPaused: false,
    prices: prices(100n),
    ...changed,
  }
}

/** A type of these vaults. */
export function typeOf(
  place: number,
  vaults: readonly VaultView[],
  changed: Partial<TypeState> = {},
): CollateralType {
  return {
    place,
    name: `SN${place}`,
    engine: at(place),
    collateral: known(at(5)),
    ...{ balance: undefined, firstDueAt: undefined },
    parameters: known(parameters),
    pending: known([]),
    state: known(typeState({ vaults: BigInt(vaults.length), ...changed })),
    module: undefined,
    legs: undefined,
    vaults: known(vaults),
    auctions: known([]),
  }
}

/** 10 TAO at 250, no USD, 1,500 TUSDT out; the original's figures at 150%, with 166.66 points of room. */
export function backingState(changed: Partial<BackingState> = {}): BackingState {
  const now = prices(250n)
  return {
    holdings: { tao: 10n * WAD, usd: 0n, outstanding: 1_500n * WAD },
    prices: now,
    day: {
      ...{ day: 3n, price: 250n * WAD, backing: 2_500n * WAD },
      ...{ outstanding: 1_500n * WAD, added: 0n, minted: 0n },
    },
    parameters: {
      ...{ target: (15n * WAD) / 10n, level0: (11n * WAD) / 10n, recovery: (11n * WAD) / 10n },
      ...{ safety: (7n * WAD) / 10n, bufferWad: WAD, tau: 3_600n, tail: 1_800n, cusp: WAD / 2n },
      ...{ protocol: at(3), pauser: at(4) },
    },
    dayCap: 500n * WAD,
    roomOfDay: 500n * WAD,
    roomOfRatio: 400n * WAD,
    lastLow: now.low,
    backing: 2_500n * WAD,
    backingAtLow: 2_500n * WAD,
    supply: 2_000n * WAD,
    ...{ tusdtGift: 0n, taoGift: 0n, usdGift: 0n, isPaused: false },
    ...changed,
  }
}
