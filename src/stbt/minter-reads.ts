import { erc20Abi, toFunctionSelector, zeroAddress, type Address, type Hex } from 'viem'

import { stbtAbi } from '../../abis/STBT'
import { stbtMinterAbi } from '../../abis/StbtMinter'
import { stbtTimelockControllerAbi } from '../../abis/StbtTimelockController'
import { read, type Readings } from '../chain/read'
import { usdtReads } from '../chain/usdt'
import { mapReading, type Reading } from '../math/reading'
import type { Scale } from '../math/stbt-requests'
import type { CoinUnits } from './account-events'
import type { StbtAddresses } from './snapshot'
import { t } from '../words/t'

const selectors = {
  mint: toFunctionSelector('issue(address,uint256,bytes)'),
  redeem: toFunctionSelector('redeemFrom(address,uint256,bytes)'),
} as const
const EXECUTOR_ROLE: Hex = '0xd8aa0f3194971a2a116679f7c2090f6939c8d4e01a2a8d7e41d55e5351469e63'

/** What a form to mint or to redeem needs, besides STBT itself. */
export function minterReads(
  { stbt, minter, timelock }: StbtAddresses,
  { usdt, pool }: { readonly usdt: Address | undefined; readonly pool: Address },
  coins: CoinUnits,
  ids: readonly Hex[],
  account: Address | undefined,
) {
  const target = { address: minter, label: t`Minter`, abi: stbtMinterAbi } as const
  const queue = { address: timelock, label: t`Queue`, abi: stbtTimelockControllerAbi } as const
  return {
    coinsInfo: read({ ...target, functionName: 'getCoinsInfo', args: [], rule: 'T6' }),
    coins: [...coins.keys()].map((coin) => ({
      address: coin,
      deposit: read({ ...target, functionName: 'depositConfigMap', args: [coin], rule: 'T6' }),
      redemption: read({ ...target, functionName: 'redeemConfigMap', args: [coin], rule: 'T6' }),
      redemptionFee: read({ ...target, functionName: 'redeemFeeRateMap', args: [coin], rule: 'T11' }),
      balances: (account === undefined ? [] : [account]).map((person) =>
        read({ address: coin, label: t`Coin`, abi: erc20Abi, functionName: 'balanceOf', args: [person] }),
      ),
    })),
    delays: {
      mint: read({ ...queue, functionName: 'delayMap', args: [selectors.mint], rule: 'T6' }),
      redeem: read({ ...queue, functionName: 'delayMap', args: [selectors.redeem], rule: 'T6' }),
    },
    executors: [zeroAddress, ...(account === undefined ? [] : [account])].map((who) =>
      read({ ...queue, functionName: 'hasRole', args: [EXECUTOR_ROLE, who], rule: 'T7' }),
    ),
    states: ids.map((id) => ({
      id,
      timestamp: read({ ...queue, functionName: 'getTimestamp', args: [id], rule: 'T7' }),
    })),
    usdt: usdt && usdtReads(usdt, account),
    pool: read({
      address: stbt,
      label: 'STBT',
      abi: stbtAbi,
      functionName: 'permissions',
      args: [pool],
      rule: 'T5',
    }),
  }
}

export type MinterData = Readings<ReturnType<typeof minterReads>>

/** A coin as it can be deposited and be paid in. */
export type Coin = {
  readonly address: Address
  readonly symbol: string
  readonly decimals: number
  readonly balance: Reading<bigint> | undefined
  /** 1e18 = 100%; with the receiver as the Minter tells both. */
  readonly feeRate: Reading<bigint>
  /** Least deposit in units of the coin; 0 = it is closed. */
  readonly least: Reading<bigint>
  readonly scale: Reading<Scale>
  readonly redemption: {
    /** 1e18 = 100%; what the Minter notes: the settlement may differ. */
    readonly feeRate: Reading<bigint>
    /** As the Minter tells it: whether it divides, by what unit, and the least redemption. */
    readonly config: Reading<readonly [isDivided: boolean, unit: bigint, least: bigint]>
    /** Least redemption in STBT (18 decimals); 0 = the coin is closed. */
    readonly least: Reading<bigint>
    readonly scale: Reading<Scale>
  }
}

/** The coins that can be deposited, in the Minter's order. */
export function coinsOf(data: MinterData, units: CoinUnits, account: Address | undefined): readonly Coin[] {
  return data.coins.flatMap(({ address, deposit, redemption, redemptionFee, balances }): Coin[] => {
    const unit = units.get(address)
    if (!unit) return []
    return [
      {
        address,
        ...unit,
        balance: balances.find(({ source }) => source.args[0] === account),
        feeRate: mapReading(data.coinsInfo, ([list, rates]) => {
          return (rates[list.indexOf(address)] ?? 0n) & (2n ** 96n - 1n)
        }),
        least: mapReading(deposit, ([, , least]) => least),
        scale: mapReading(deposit, ([isDivided, adjustUnit]) => ({ isDivided, unit: adjustUnit })),
        redemption: {
          config: redemption,
          feeRate: redemptionFee,
          least: mapReading(redemption, ([, , least]) => least),
          scale: mapReading(redemption, ([isDivided, adjustUnit]) => ({ isDivided, unit: adjustUnit })),
        },
      },
    ]
  })
}
