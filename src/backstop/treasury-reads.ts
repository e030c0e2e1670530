import { erc20Abi } from 'viem'
import type { Address } from 'viem'

import { read } from '../chain/read'
import { plainExtra } from './live'
import { t } from '../words/t'

/** What the treasury holds of the BTC that every make-whole is paid in: read with the rest of the page. rules.md B13 */
export function treasuryExtra(treasury: Address, btc: Address) {
  return plainExtra(() => ({
    treasuryBtc: read({
      address: btc,
      label: t`BTC of the treasury`,
      abi: erc20Abi,
      functionName: 'balanceOf',
      args: [treasury],
      rule: 'B13',
    }),
  }))
}

export type TreasuryExtra = ReturnType<typeof treasuryExtra>
