import { toFunctionSelector, zeroAddress, type Address } from 'viem'
import { keeper, operator, treasurer } from '../../accounts'
import type { Kit } from '../../../contracts/deploy/kit'
import { putStbtContracts } from '../../../contracts/deploy/stbt'
import type { Shared } from '../../system'
import { coinNames, coins, type CoinAddresses } from './coins'

/** A token with what belongs to it. */
export type StbtInstance = {
  readonly stbt: Address
  readonly minter: Address
  readonly timelock: Address
  readonly wstbt: Address
  readonly reserveFeed: Address
}

export type StbtContracts = StbtInstance &
  Omit<CoinAddresses, 'usdt'> & {
    /** The same once more with the live contracts' rules. */
    readonly liveStbt: Address
    readonly liveMinter: Address
    readonly liveTimelock: Address
    readonly liveWstbt: Address
    readonly liveReserveFeed: Address
  }

/** How long a call waits in the queue, in seconds, by the function of STBT it calls. */
export const queueSeconds = {
  'issue(address,uint256,bytes)': 4n * 3_600n,
  'redeemFrom(address,uint256,bytes)': 2n * 3_600n,
  'distributeInterests(int256,uint256,uint256)': 60n,
} as const

/** An answer of the reserve is good for this long: days pass quickly here. */
const heartbeatSeconds = 30n * 86_400n

/** Redeemed STBT and deposits go there. */
export const pool = treasurer

/** Two of everything but the coins: ours, whose queue anybody may execute, and one with the live contracts' rules. */
export function deployStbt(kit: Kit): StbtContracts {
  const { create, grant } = kit
  const ours = putStbtContracts(kit, {
    reserveFeed: create('DevPriceFeed', [8, 'STBT reserve']),
    reserveHeartbeatSeconds: heartbeatSeconds,
    ...{ pool, queueSeconds, executor: zeroAddress, proposers: [keeper], cancellers: [keeper] },
  })

  const liveReserveFeed = create('DevPriceFeed', [18, 'STBT reserve'])
  const liveStbt = create('StbtStandIn', [operator, liveReserveFeed])
  const selectors = Object.keys(queueSeconds).map((signature) => toFunctionSelector(signature))
  const delays = Object.values(queueSeconds)
  const liveTimelock = create('StbtTimelockController', [[], [keeper], operator, selectors, delays])
  const liveMinter = create('StbtMinterStandIn', [liveTimelock, liveStbt, pool])
  const liveWstbt = create('WstbtStandIn', ['Wrapped STBT', 'wSTBT', liveStbt])
  for (const proposer of [liveMinter, keeper]) grant(liveTimelock, 'PROPOSER_ROLE', proposer)
  grant(liveTimelock, 'CANCELLER_ROLE', keeper)

  const own = coinNames.filter((name) => name !== 'usdt')
  const created = own.map((name) => [name, create('DevCoin', [coins[name].symbol, coins[name].decimals])])
  // One for each name.
  const addresses = Object.fromEntries(created) as Omit<CoinAddresses, 'usdt'>
  return {
    ...ours,
    ...{ liveStbt, liveMinter, liveTimelock, liveWstbt, liveReserveFeed },
    ...addresses,
  }
}

/** The one with the live contracts' rules, by the names of ours. */
export function liveInstance(contracts: StbtContracts): StbtInstance {
  const { liveStbt, liveMinter, liveTimelock, liveWstbt, liveReserveFeed } = contracts
  return {
    stbt: liveStbt,
    minter: liveMinter,
    timelock: liveTimelock,
    wstbt: liveWstbt,
    reserveFeed: liveReserveFeed,
  }
}

/** The address of every coin. */
export const coinsOf = (contracts: StbtContracts, { usdt }: Shared): CoinAddresses => ({ ...contracts, usdt })
