import { toFunctionSelector, zeroAddress, type Address } from 'viem'
import { keeper, operator, treasurer } from '../../accounts'
import type { Kit, Shared } from '../../system'
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
export function deployStbt({ create, grant }: Kit): StbtContracts {
  const selectors = Object.keys(queueSeconds).map((signature) => toFunctionSelector(signature))
  const createQueue = (executor: Address) =>
    create('StbtTimelockController', [[], [executor], operator, selectors, Object.values(queueSeconds)])
  const openQueue = (timelock: Address, minter: Address) => {
    for (const proposer of [minter, keeper]) grant(timelock, 'PROPOSER_ROLE', proposer)
    grant(timelock, 'CANCELLER_ROLE', keeper)
  }

  const reserveFeed = create('DevPriceFeed', [8, 'STBT reserve'])
  const stbt = create('STBT', [operator, reserveFeed, heartbeatSeconds])
  const timelock = createQueue(zeroAddress)
  const minter = create('StbtMinter', [timelock, stbt, pool])
  const wstbt = create('WSTBT', ['Wrapped STBT', 'wSTBT', stbt])
  openQueue(timelock, minter)

  const liveReserveFeed = create('DevPriceFeed', [18, 'STBT reserve'])
  const liveStbt = create('StbtStandIn', [operator, liveReserveFeed])
  const liveTimelock = createQueue(keeper)
  const liveMinter = create('StbtMinterStandIn', [liveTimelock, liveStbt, pool])
  const liveWstbt = create('WstbtStandIn', ['Wrapped STBT', 'wSTBT', liveStbt])
  openQueue(liveTimelock, liveMinter)

  const own = coinNames.filter((name) => name !== 'usdt')
  const created = own.map((name) => [name, create('DevCoin', [coins[name].symbol, coins[name].decimals])])
  // One for each name.
  const addresses = Object.fromEntries(created) as Omit<CoinAddresses, 'usdt'>
  return {
    ...{ stbt, minter, timelock, wstbt, reserveFeed },
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
