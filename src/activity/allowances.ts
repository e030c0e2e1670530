import { maxUint256 } from 'viem'
import type { Address } from 'viem'

import { read } from '../chain/read'
import type { Readings } from '../chain/read'
import type { Spender } from '../system/activity'
import { erc20Abi } from '../tx/plan/token-abis'
import type { Spending } from '../tx/plan/plan'
import { t } from '../words/t'

type Token = Spender['tokens'][number]
const isSame = (a: Address, b: Address) => a.toLowerCase() === b.toLowerCase()

/** Every token that some contract of the app takes, once. */
export function tokensOf(spenders: readonly Spender[]): readonly Token[] {
  const all = spenders.flatMap(({ tokens }) => tokens)
  return all.filter(
    (token, index) => all.findIndex(({ address }) => isSame(address, token.address)) === index,
  )
}

/** Whom an account has approved, as a token's event tells it. */
export type PastApproval = { readonly address: Address; readonly args: { readonly spender: Address } }

/**
 * Every allowance of an account that the app can know of: of each contract of the app in each of its tokens, whether it
 * takes that token or not, and of whoever else the tokens' events name. Once those events are read to their end, what no
 * contract takes is asked for only where one of them names it: with hundreds of series most pairs are none.
 * rules.md U2, trust.md D26
 * @param isPastWhole whether `past` holds every approval there ever was
 */
export function allowanceReads(
  account: Address,
  spenders: readonly Spender[],
  past: readonly PastApproval[] = [],
  isPastWhole = false,
) {
  const tokens = tokensOf(spenders)
  const keyOf = (token: Address, spender: Address) => `${token} ${spender}`.toLowerCase()
  const approved = new Set(past.map(({ address, args }) => keyOf(address, args.spender)))
  const known = spenders.flatMap(({ address: spender, label, takes, tokens: taken }) =>
    tokens.flatMap((token) => {
      const isTaken = taken.some(({ address }) => isSame(address, token.address))
      if (isPastWhole && !isTaken && !approved.has(keyOf(token.address, spender))) return []
      return {
        spender,
        label,
        takes: isTaken ? takes : t`This app never approves ${token.symbol} to it`,
        token,
      }
    }),
  )
  const ours = new Set(spenders.map(({ address }) => address.toLowerCase()))
  const others = past.flatMap(({ address, args: { spender } }) => {
    const token = tokens.find((one) => isSame(one.address, address))
    if (!token || ours.has(spender.toLowerCase())) return []
    const label = t`A contract this app does not know`
    return [{ spender, label, takes: t`Approved elsewhere`, token }]
  })
  const pairs = new Map([...known, ...others].map((pair) => [keyOf(pair.token.address, pair.spender), pair]))
  return [...pairs.values()].map((pair) => {
    const { spender, token } = pair
    return {
      ...pair,
      amount: read({
        address: token.address,
        label: token.symbol,
        abi: erc20Abi,
        functionName: 'allowance',
        args: [account, spender],
        rule: 'U2',
      }),
    }
  })
}

type AllowanceReadings = Readings<ReturnType<typeof allowanceReads>>

/** An allowance that is not 0: who may take how much, without asking again. */
export type StandingAllowance = Spending & {
  readonly key: string
  readonly takes: string
  readonly restsOn: Spender['restsOn']
  readonly isUnlimited: boolean
}

/** What stands, and why some of it is not known. */
export function standingAllowances(
  readings: AllowanceReadings,
  spenders: readonly Spender[],
): {
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
          restsOn: factsOf(token, spenders),
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

/** Why the app knows a token: what a contract rests on that takes it. Whom a taken back approval was for gets nothing. */
function factsOf(token: Token, spenders: readonly Spender[]): Spender['restsOn'] {
  const taker = spenders.find(({ tokens }) => tokens.some(({ address }) => isSame(address, token.address)))
  return taker?.restsOn ?? []
}

/** Tokens count an unlimited allowance down or leave it at the maximum; nobody will ever hold half of it. */
function isUnlimited(amount: bigint): boolean {
  return amount > maxUint256 / 2n
}
