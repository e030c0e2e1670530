import { keccak256, parseAbi, stringToBytes, type Address } from 'viem'

import { siloReserveAbi } from '../../abis/SiloReserve'
import { siloSettingsAbi } from '../../abis/SiloSettings'
import { trusteesAbi } from '../../abis/Trustees'
import type { Contracts } from '../chain/contracts'
import { read, type Readings } from '../chain/read'
import { joinReadings, knownValue, mapReading, type Reading } from '../math/reading'
import type { Held } from '../math/silos-figures'
import { conditionsOf, type PriceState, type SiloState } from '../math/silos-state'
import type { silosNeeds } from './contracts'
import { t } from '../words/t'

export type SilosAddresses = Contracts<typeof silosNeeds>

export const usdtzUnit = { symbol: 'USDtz', decimals: 6 } as const
export const usdcUnit = { symbol: 'USDC', decimals: 6 } as const
export const xtzUnit = { symbol: 'XTZ', decimals: 6 } as const
/** What things are worth, at $1 for each USDC. */
export const usdUnit = { symbol: 'USD', decimals: 6 } as const

const TRUSTEE_ROLE = keccak256(stringToBytes('TRUSTEE_ROLE'))

const tokenAbi = parseAbi(['function balanceOf(address account) view returns (uint256)'])
const usdcAbi = parseAbi([
  'function balanceOf(address account) view returns (uint256)',
  'function paused() view returns (bool)',
  'function isBlacklisted(address account) view returns (bool)',
])
const pairAbi = parseAbi([
  'function token0() view returns (address)',
  'function getReserves() view returns (uint112 reserve0, uint112 reserve1, uint32 blockTimestampLast)',
])

export function silosReads(addresses: SilosAddresses, account: Address | undefined) {
  const reserve = { address: addresses.reserve, label: t`Reserve of USDtz`, abi: siloReserveAbi } as const
  const settings = { address: addresses.settings, label: t`Settings`, abi: siloSettingsAbi } as const
  const trustees = { address: addresses.trustees, label: t`Trustees`, abi: trusteesAbi } as const
  const usdtz = { address: addresses.usdtz, label: 'USDtz', abi: tokenAbi } as const
  const usdc = { address: addresses.usdc, label: 'USDC', abi: usdcAbi } as const
  const xtz = { address: addresses.xtz, label: 'XTZ', abi: tokenAbi } as const
  const pair = { address: addresses.pair, label: t`Exchange of XTZ`, abi: pairAbi } as const
  const held = { functionName: 'balanceOf', args: [addresses.reserve], rule: 'S1' } as const
  return {
    state: read({ ...reserve, functionName: 'state', args: [], rule: 'S2' }),
    isPaused: read({ ...reserve, functionName: 'paused', args: [], rule: 'S19' }),
    conditions: read({ ...settings, functionName: 'conditions', args: [], rule: 'S15' }),
    quotes: read({ ...settings, functionName: 'quotes', args: [], rule: 'S15' }),
    pool: read({ ...pair, functionName: 'getReserves', args: [], rule: 'S13' }),
    token0: read({ ...pair, functionName: 'token0', args: [], rule: 'S13' }),
    held: {
      usdc: read({ ...usdc, ...held }),
      xtz: read({ ...xtz, ...held }),
      usdtz: read({ ...usdtz, ...held }),
    },
    isUsdcPaused: read({ ...usdc, functionName: 'paused', args: [] }),
    isReserveBlacklisted: read({ ...usdc, functionName: 'isBlacklisted', args: [addresses.reserve] }),
    proposalCount: read({ ...trustees, functionName: 'proposalCount', args: [], rule: 'S18' }),
    weightSet: read({ ...trustees, functionName: 'weightSet', args: [], rule: 'S18' }),
    people: (account === undefined ? [] : [account]).map((person) => ({
      usdtz: read({ ...usdtz, functionName: 'balanceOf', args: [person], rule: 'S11' }),
      usdc: read({ ...usdc, functionName: 'balanceOf', args: [person] }),
      xtz: read({ ...xtz, functionName: 'balanceOf', args: [person] }),
      isBlacklisted: read({ ...usdc, functionName: 'isBlacklisted', args: [person] }),
      owedUsd: read({ ...reserve, functionName: 'owed', args: [addresses.usdc, person], rule: 'S18' }),
      owedXtz: read({ ...reserve, functionName: 'owed', args: [addresses.xtz, person], rule: 'S18' }),
      isTrustee: read({ ...trustees, functionName: 'hasRole', args: [TRUSTEE_ROLE, person], rule: 'S14' }),
    })),
  }
}

export type SilosData = Readings<ReturnType<typeof silosReads>>
export type Holder = SilosData['people'][number]

/** What only pages and votes need of the parameters, besides those of `SiloState`. rules.md S18, S19 */
export type Terms = {
  readonly feedThresholdBps: bigint
  readonly voteSeconds: bigint
  readonly delaySeconds: bigint
  readonly ecosystem: Address
  /** Those the votes may change, in the order of their numbers: sources, exchange adapter, ecosystem, pauser. */
  readonly accounts: readonly Address[]
}

/** Everything of one block. */
export type Silos = {
  readonly addresses: SilosAddresses
  readonly blockNumber: bigint
  readonly timestamp: bigint
  readonly isStale: boolean
  /** The reserve and its market, as `advance` goes on from. */
  readonly state: Reading<SiloState>
  /**
   * The same, or, where the market can't be read, without one: enough for what needs no price and no setting, redeeming
   * for USDC and claims. rules.md S11, S18
   */
  readonly exitState: Reading<SiloState>
  readonly terms: Reading<Terms>
  /** What the three tokens say that the reserve has: never less than its books. rules.md S1 */
  readonly held: Reading<Held>
  readonly isUsdcPaused: Reading<boolean>
  /** Its issuer can stop the reserve alone: then no USDC enters or leaves it. */
  readonly isReserveBlacklisted: Reading<boolean>
  readonly proposalCount: Reading<bigint>
  readonly weightSet: Reading<bigint>
  /** Undefined while nobody is connected, or the data is another account's. */
  readonly holder: Holder | undefined
}

export const priceStates = [
  'Fresh', 'FeedUnusable', 'FeedStale', 'DexUnusable', 'DexStale', 'Deviates',
] as const satisfies readonly PriceState[] // prettier-ignore

/** The data of the block of `time` (unix seconds) as `account` sees it: a former answer may be another account's. */
export function silosOf(
  data: SilosData,
  addresses: SilosAddresses,
  time: bigint,
  account: Address | undefined,
): Omit<Silos, 'blockNumber' | 'timestamp' | 'isStale'> {
  const { held, isUsdcPaused, isReserveBlacklisted, proposalCount, weightSet, conditions } = data
  const state = stateOf(data, addresses, time)
  return {
    addresses,
    state,
    exitState: state.isKnown ? state : withoutMarket(data.state, time),
    terms: mapReading(conditions, ({ parameters }) => {
      const { feedThresholdBps, voteSeconds, delaySeconds, ecosystem } = parameters
      const { feedSource, dexSource, usdcSource, exchange, pauser } = parameters
      const accounts = [feedSource, dexSource, usdcSource, exchange, ecosystem, pauser]
      return { feedThresholdBps, voteSeconds, delaySeconds, ecosystem, accounts }
    }),
    held: joinReadings(held.usdc, joinReadings(held.xtz, held.usdtz, pairOf), (usdc, [xtz, usdtz]) => {
      return { usdc, xtz, usdtz }
    }),
    isUsdcPaused,
    isReserveBlacklisted,
    proposalCount,
    weightSet,
    holder: data.people.find(({ usdtz }) => usdtz.source.args[0] === account),
  }
}

/**
 * One state of six answers. What the contract makes of its prices is compared with what the app makes of them: where
 * they differ nothing is previewed.
 */
function stateOf(data: SilosData, addresses: SilosAddresses, time: bigint): Reading<SiloState> {
  const market = joinReadings(data.pool, data.token0, ([reserve0, reserve1], token0) => {
    // What can't be paid in USDC is not converted, as if there were no exchange. rules.md S13
    if (isStopped(data)) return noPool
    return token0.toLowerCase() === addresses.usdc.toLowerCase()
      ? { usd: reserve0, xtz: reserve1 }
      : { usd: reserve1, xtz: reserve0 }
  })
  const judged = joinReadings(data.conditions, data.quotes, pairOf)
  const outside = joinReadings(joinReadings(market, data.isPaused, pairOf), judged, pairOf)
  const whole = joinReadings(
    data.state,
    outside,
    (
      [books, cycle, supply, inventory, isLatched],
      [[pool, isPaused], [{ parameters }, [feed, dex, usdc]]],
    ): SiloState => {
      return {
        ...{ time, books, supply, inventory, isLatched, isPaused, cycle, feed, dex, usdc, pool },
        parameters,
      }
    },
  )
  if (!whole.isKnown || !data.conditions.isKnown) return whole
  const ours = conditionsOf(whole.value)
  const { state, low, high, isUsdcSound } = data.conditions.value
  const isSame = priceStates[state] === ours.priceState && low === ours.low && high === ours.high
  if (isSame && isUsdcSound === ours.isUsdcSound) return whole
  const reason = t`The contract judges its prices in another way than this app does.`
  return { isKnown: false, reason, source: data.conditions.source }
}

/** Whether the issuer of USDC lets none of it into the reserve or out of it. */
export function isStopped({
  isUsdcPaused,
  isReserveBlacklisted,
}: Pick<Silos, 'isUsdcPaused' | 'isReserveBlacklisted'>): boolean {
  return knownValue(isUsdcPaused) === true || knownValue(isReserveBlacklisted) === true
}

const noPool: SiloState['pool'] = { usd: 0n, xtz: 0n }

/** What the reserve says of itself, where there is no price and no pool. */
function withoutMarket(reading: SilosData['state'], time: bigint): Reading<SiloState> {
  const none = { price: 0n, updatedAt: 0n }
  return mapReading(reading, ([books, cycle, supply, inventory, isLatched]) => ({
    ...{ time, books, cycle, supply, inventory, isLatched, isPaused: false },
    ...{ feed: none, dex: none, usdc: none, pool: noPool, parameters: noParameters },
  }))
}

/** Asked for by nothing that goes on without a market. */
const noParameters: SiloState['parameters'] = {
  latchMinSupply: 0n,
  feedHeartbeatSeconds: 0n,
  dexHeartbeatSeconds: 0n,
  usdcHeartbeatSeconds: 0n,
  maxDeviationBps: 0n,
  slippageBps: 0n,
  xtzSpreadBps: 0n,
  depegBps: 0n,
  cycleSeconds: 0n,
  repeatSeconds: 0n,
}

function pairOf<A, B>(a: A, b: B): readonly [A, B] {
  return [a, b]
}
