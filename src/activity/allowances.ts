import { maxUint256 } from 'viem'
import type { Address } from 'viem'

import { assetsOf } from '../backstop/assets'
import type { SeriesAddresses } from '../backstop/snapshot'
import type { Network } from '../chain/config'
import { read } from '../chain/read'
import type { Readings } from '../chain/read'
import { erc20Abi } from '../tx/plan/erc20'
import type { Spending } from '../tx/plan/plan'

/**
 * What the page of approvals adds to the snapshot: every allowance of an account to the contracts of every series, in
 * every token a series pays with, and of USDT to the vault. `list` says which series that is about.
 */
export function allowanceReads(
  network: Pick<Network, 'contracts'>,
  account: Address | undefined,
  list: readonly SeriesAddresses[],
) {
  const { usdt, musdtVault } = network.contracts
  const tokens = account === undefined ? [] : Object.values(assetsOf(network))
  const spenders: readonly Spender[] = [
    ...list.flatMap(({ pool, series }, seriesId): readonly Spender[] => [
      { role: 'pool', spender: pool, seriesId },
      { role: 'series', spender: series, seriesId },
    ]),
    ...(musdtVault === undefined ? [] : [{ role: 'vault', spender: musdtVault } as const]),
  ]
  return {
    list,
    allowances: spenders.flatMap((who) =>
      // The vault takes nothing but USDT.
      (who.role === 'vault' ? tokens.filter(({ address }) => address === usdt) : tokens).map((token) => ({
        ...who,
        token,
        amount: read({
          address: token.address,
          label: token.symbol,
          abi: erc20Abi,
          functionName: 'allowance',
          args: [account ?? who.spender, who.spender],
          rule: 'U2',
        }),
      })),
    ),
  }
}

/** A contract of ours that may be allowed to take something. */
type Spender = { readonly spender: Address } & (
  { readonly role: 'pool' | 'series'; readonly seriesId: number } | { readonly role: 'vault' }
)

type AllowanceReadings = Readings<ReturnType<typeof allowanceReads>>['allowances']

/** An allowance that is not 0: who may take how much, without asking again. */
export type StandingAllowance = Spending & {
  readonly key: string
  readonly role: Spender['role']
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
    standing: mine.flatMap(({ token, amount, ...who }) => {
      if (!amount.isKnown || amount.value === 0n) return []
      const { role, spender } = who
      return [
        {
          key: `${token.address} ${spender}`,
          role,
          token,
          spender,
          spenderLabel: labelOf(who, nameOf),
          amount: amount.value,
          isUnlimited: isUnlimited(amount.value),
        },
      ]
    }),
    reasons: [...new Set(mine.flatMap(({ amount }) => (amount.isKnown ? [] : [amount.reason])))],
  }
}

function labelOf(who: Spender, nameOf: (seriesId: number) => string): string {
  if (who.role === 'vault') return 'mUSDT vault'
  const name = nameOf(who.seriesId)
  return who.role === 'pool' ? `Backstop pool of ${name}` : name
}

/** Tokens count an unlimited allowance down or leave it at the maximum; nobody will ever hold half of it. */
function isUnlimited(amount: bigint): boolean {
  return amount > maxUint256 / 2n
}
