/** What the operator sets up before anybody holds STBT, the same on both instances. */
import type { Address } from 'viem'
import { stbtAbi } from '../../../abis/STBT'
import { stbtMinterAbi } from '../../../abis/StbtMinter'
import { MAX_UINT256, WAD } from '../../../src/math/units'
import { account, keeper, operator } from '../../accounts'
import { call, type Block } from '../../calls'
import type { Call } from '../../script'
import type { World } from '../../system'
import { coinNames, coins, inCoin, type CoinAddresses } from './coins'
import { pool, type StbtInstance } from './deploy'
import { reserveAnswer } from './rebases'

/** Who holds STBT, besides the pool and the wrapper: indexes in `accounts.ts`. */
const people = [0, 1, 2, 3, 4, 5, 6, 7, 8]

/** Least amounts in whole units: of a deposit, of a redemption. */
const least = { deposit: 100, redemption: 100 }

/** Something below a share, so that no burn sticks for a unit where the live contracts' rules hold. rules.md T13 */
export const POOL_DUST = 1_000n

export function settingsBlock({ at }: World, instance: StbtInstance, coinsAt: CoinAddresses): Block {
  return { at: at(-369), calls: () => [...tokenCalls(instance), ...minterCalls(instance, coinsAt)] }
}

function tokenCalls(instance: StbtInstance): Call[] {
  const { stbt, timelock, wstbt } = instance
  const onStbt = (from: Address, name: string, args: readonly unknown[]) =>
    call(from, { address: stbt, abi: stbtAbi }, name, args)
  const permitted = [...people.map(account), pool, wstbt]
  return [
    onStbt(operator, 'setIssuer', [timelock]),
    onStbt(operator, 'setController', [operator]),
    onStbt(operator, 'setModerator', [keeper]),
    onStbt(operator, 'setMaxDistributeRatio', [WAD / 100n]),
    onStbt(operator, 'setMinDistributeInterval', [20n * 3_600n]),
    ...permitted.map((who) => onStbt(keeper, 'setPermission', [who, everything])),
    onStbt(pool, 'approve', [timelock, MAX_UINT256]),
  ]
}

/** A permission to send and to receive that never ends. */
export const everything = { sendAllowed: true, receiveAllowed: true, expiryTime: 0n }

function minterCalls({ minter }: StbtInstance, coinsAt: CoinAddresses): Call[] {
  const onMinter = (name: string, args: readonly unknown[]) =>
    call(operator, { address: minter, abi: stbtMinterAbi }, name, args)
  const ofCoins = coinNames.flatMap((name) => {
    const { decimals, feeBps, isPayable } = coins[name]
    const adjustUnit = 10n ** BigInt(18 - decimals)
    const receiverAndRate = (BigInt(pool) << 96n) | ((feeBps * WAD) / 10_000n)
    const deposit = { needDivAdjust: false, adjustUnit, minimumDepositAmount: inCoin(name, least.deposit) }
    const redemption = {
      needDivAdjust: true,
      adjustUnit,
      minimumRedeemAmount: BigInt(least.redemption) * WAD,
    }
    return [
      onMinter('setCoinInfo', [coinsAt[name], receiverAndRate]),
      onMinter('setDepositConfig', [coinsAt[name], deposit]),
      ...(isPayable
        ? [
            onMinter('setRedeemConfig', [coinsAt[name], redemption]),
            onMinter('setRedeemFeeRate', [coinsAt[name], WAD / 1_000n]),
          ]
        : []),
    ]
  })
  return [
    ...ofCoins,
    onMinter('setDepositPeriod', [4n * 86_400n]),
    onMinter('setRedeemPeriod', [5n * 86_400n]),
  ]
}

/** A first answer of the reserve: without one nothing is issued. */
export const firstReserve = (instance: StbtInstance, decimals: number): Call =>
  reserveAnswer(instance, 10_000_000n * WAD, decimals)
