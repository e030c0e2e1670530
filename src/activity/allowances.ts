import { maxUint256 } from 'viem'
import type { Address } from 'viem'

import { assetsOf } from '../backstop/assets'
import type { SeriesAddresses } from '../backstop/snapshot'
import type { Network } from '../chain/config'
import { read } from '../chain/read'
import type { Readings } from '../chain/read'
import { erc20Abi } from '../tx/erc20'
import type { Spending } from '../tx/plan'

/**
 * What the page of approvals adds to the snapshot: every allowance of an account to the contracts of every series, in
 * every token a series pays with. `list` says which series that is about.
 */
export function allowanceReads(
  network: Pick<Network, 'contracts'>,
  account: Address | undefined,
  list: readonly SeriesAddresses[],
) {
  const tokens = account === undefined ? [] : Object.values(assetsOf(network))
  return {
    list,
    allowances: list.flatMap(({ pool, series }, seriesId) =>
      [['pool', pool] as const, ['series', series] as const].flatMap(([role, spender]) =>
        tokens.map((token) => ({
          seriesId,
          role,
          spender,
          token,
          amount: read({
            address: token.address,
            label: token.symbol,
            abi: erc20Abi,
            functionName: 'allowance',
            args: [account ?? spender, spender],
            rule: 'U2',
          }),
        })),
      ),
    ),
  }
}

type AllowanceReadings = Readings<ReturnType<typeof allowanceReads>>['allowances']

/** An allowance that is not 0: who may take how much, without asking again. */
export type StandingAllowance = Spending & {
  readonly key: string
  readonly role: 'pool' | 'series'
  readonly isUnlimited: boolean
}

/** What stands, and why some of it is not known; undefined while only another account's is known. */
export function standingAllowances(
  readings: AllowanceReadings,
  account: Address,
  nameOf: (seriesId: number) => string,
): { readonly standing: readonly StandingAllowance[]; readonly reasons: readonly string[] } | undefined {
  // A former snapshot may be another account's.
  const mine = readings.filter(({ amount }) => amount.source.args[0] === account)
  if (mine.length < readings.length) return undefined
  return {
    standing: mine.flatMap(({ seriesId, role, spender, token, amount }) => {
      if (!amount.isKnown || amount.value === 0n) return []
      const name = nameOf(seriesId)
      return [
        {
          key: `${token.address} ${spender}`,
          role,
          token,
          spender,
          spenderLabel: role === 'pool' ? `Backstop pool of ${name}` : name,
          amount: amount.value,
          isUnlimited: isUnlimited(amount.value),
        },
      ]
    }),
    reasons: [...new Set(mine.flatMap(({ amount }) => (amount.isKnown ? [] : [amount.reason])))],
  }
}

/** Tokens count an unlimited allowance down or leave it at the maximum; nobody will ever hold half of it. */
function isUnlimited(amount: bigint): boolean {
  return amount > maxUint256 / 2n
}
