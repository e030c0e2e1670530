import type { Abi, Address } from 'viem'

import { erc20Abi } from '../tx/plan/erc20'
import type { Plan, Spending } from '../tx/plan/plan'

/** Take a standing allowance back: `approve(spender, 0)`, proved by the token's `Approval` of 0. rules.md U2 */
export function revoke(chainId: number, account: Address, allowance: Omit<Spending, 'amount'>): Plan {
  const { token, spender, spenderLabel } = allowance
  const abi = erc20Abi as Abi
  const title = `Revoke ${token.symbol} allowance of ${spenderLabel}`
  return {
    kind: 'activity.revoke',
    title,
    chainId,
    account,
    acts: [
      {
        title,
        call: {
          address: token.address,
          label: token.symbol,
          abi,
          functionName: 'approve',
          args: [spender, 0n],
        },
        spends: { token, spender, spenderLabel, amount: 0n },
        gives: [],
        gets: [],
        effect: {
          address: token.address,
          abi,
          eventName: 'Approval',
          args: { owner: account, spender, value: 0n },
        },
      },
    ],
    bounds: [],
  }
}
