import { maxUint256 } from 'viem'
import type { Address } from 'viem'

import { read } from '../chain/read'
import type { Readings } from '../chain/read'
import type { Spender } from '../system/activity'
import { erc20Abi } from '../tx/plan/erc20'
import type { Spending } from '../tx/plan/plan'

/** Every allowance of an account to the contracts that may have one, in every token they take. rules.md U2 */
export function allowanceReads(account: Address, spenders: readonly Spender[]) {
  return spenders.flatMap(({ address: spender, label, takes, tokens }) =>
    tokens.map((token) => ({
      spender,
      label,
      takes,
      token,
      amount: read({
        address: token.address,
        label: token.symbol,
        abi: erc20Abi,
        functionName: 'allowance',
        args: [account, spender],
        rule: 'U2',
      }),
    })),
  )
}

type AllowanceReadings = Readings<ReturnType<typeof allowanceReads>>

/** An allowance that is not 0: who may take how much, without asking again. */
export type StandingAllowance = Spending & {
  readonly key: string
  readonly takes: string
  readonly isUnlimited: boolean
}

/** What stands, and why some of it is not known. */
export function standingAllowances(readings: AllowanceReadings): {
  readonly standing: readonly StandingAllowance[]
  readonly reasons: readonly string[]
} {
  return {
    standing: readings.flatMap(({ token, amount, spender, label, takes }) => {
      if (!amount.isKnown || amount.value === 0n) return []
      return [
        {
          key: `${token.address} ${spender}`,
          takes,
          token,
          spender,
          spenderLabel: label,
          amount: amount.value,
          isUnlimited: isUnlimited(amount.value),
        },
      ]
    }),
    reasons: [...new Set(readings.flatMap(({ amount }) => (amount.isKnown ? [] : [amount.reason])))],
  }
}

/** Tokens count an unlimited allowance down or leave it at the maximum; nobody will ever hold half of it. */
function isUnlimited(amount: bigint): boolean {
  return amount > maxUint256 / 2n
}
