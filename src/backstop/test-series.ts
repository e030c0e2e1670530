import type { Reading } from '../math/reading'
import type { Position, Series, SeriesAddresses, SeriesState, Terms } from './snapshot'
import { phases } from './enums'
import type { Phase } from './enums'

/** The series that the tests of this room talk about: 1,000,000 USDT staked, 100,000 of it the account's. */

export const account = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8'
export const usdtOf = (whole: bigint) => whole * 1_000_000n

export const network = {
  chainId: 31337,
  contracts: {
    shared: { usdt: '0x0000000000000000000000000000000000000a01' },
    backstop: {
      btc: '0x0000000000000000000000000000000000000a02',
      mstr: '0x0000000000000000000000000000000000000a03',
      registry: '0x0000000000000000000000000000000000000a04',
    },
  },
} as const

export const addresses: SeriesAddresses = {
  series: '0x0000000000000000000000000000000000000B01',
  pool: '0x0000000000000000000000000000000000000b02',
  ledger: '0x0000000000000000000000000000000000000b03',
  note: '0x0000000000000000000000000000000000000b04',
  warrant: '0x0000000000000000000000000000000000000b05',
}

export const terms: Terms = {
  name: 'Series A',
  stakingOpen: 1_000n,
  stakingClose: 2_000n,
  saleOpen: 2_100n,
  saleClose: 3_000n,
  maturity: 10_000n,
  twapWindow: 86_400,
  coverageBps: 10_000,
  upfrontBps: 1_000,
  warrantBps: 1_000,
  compensationBps: 10_000,
  upfrontAsset: 0,
  makeWholeOrder: 0,
  minSaleUsdt: usdtOf(500_000n),
  maxSaleUsdt: usdtOf(2_000_000n),
  warrantParUsdt: usdtOf(1_000n),
  strikeUsdt: usdtOf(400n),
  conversionUsdt: usdtOf(500n),
  reserveUsdt: usdtOf(60_000n),
}

export function stateIn(phase: Phase, change: Partial<SeriesState> = {}): SeriesState {
  return {
    phase: phases.indexOf(phase),
    isPaused: false,
    isFinalized: phase === 'Tenor' || phase === 'Matured' || phase === 'Settled',
    totalShares: usdtOf(1_000_000n),
    capacityUsdt: usdtOf(1_000_000n),
    saleLimitUsdt: usdtOf(1_000_000n),
    soldUsdt: 0n,
    outstandingUsdt: 0n,
    ledgerUsdt: 0n,
    requiredUsdt: usdtOf(1_000_000n),
    stakerCount: 2n,
    withdrawnUsdt: 0n,
    upfrontUsdt: 0n,
    isUpfrontFixed: true,
    upfrontTotal: 0n,
    upfrontFunded: 0n,
    warrantTotal: 0n,
    isWarrantAllocationComplete: false,
    isMstrReserved: true,
    mstrReserved: 0n,
    seriesBtc: 0n,
    ...change,
  }
}

export function positionWith(change: Partial<Position> = {}): Position {
  return {
    shares: usdtOf(100_000n),
    withdrawnUsdt: 0n,
    entitlementUsdt: 0n,
    claimableUsdt: 0n,
    upfrontClaimed: 0n,
    upfrontClaimable: 0n,
    warrants: 0n,
    hasClaimedWarrants: false,
    mstrClaimed: 0n,
    mstrClaimable: 0n,
    btcClaimed: 0n,
    btcClaimable: 0n,
    ...change,
  }
}

const source = {
  contract: addresses.series,
  label: 'Test',
  functionName: 'test',
  args: [],
  blockNumber: 1n,
  abi: [],
  raw: '0x',
}
export const known = <T>(value: T): Reading<T> => ({ isKnown: true, value, source })
export const unknown = <T>(reason: string): Reading<T> => ({ isKnown: false, reason, source })

export function seriesWith(state: Reading<SeriesState>, position: Reading<Position> | undefined): Series {
  const settlement = unknown<never>('not read')
  return { id: 0, name: terms.name, addresses, terms, state, settlement, position }
}
