import type { Address } from 'viem'

import { actOn, planOf } from './build'
import { erc20Abi } from './token-abis'
import type { Plan, Spending } from './plan'
import { t } from '../../words/t'

export const REVOKE = 'activity.revoke'

/** Take a standing allowance back: `approve(spender, 0)`, proved by the token's `Approval` of 0. rules.md U2 */
export function revoke(
  chainId: number,
  account: Address,
  allowance: Omit<Spending, 'amount'> & Pick<Plan, 'restsOn'>,
): Plan {
  const { token, spender, spenderLabel, restsOn } = allowance
  const act = actOn(
    { address: token.address, label: token.symbol, abi: erc20Abi },
    {
      title: t`Revoke ${token.symbol} allowance of ${spenderLabel}`,
      functionName: 'approve',
      args: [spender, 0n],
      spends: { token, spender, spenderLabel, amount: 0n },
      event: { name: 'Approval', args: { owner: account, spender, value: 0n } },
    },
  )
  return planOf({ kind: REVOKE, system: undefined, chainId, account, acts: [act], restsOn })
}
