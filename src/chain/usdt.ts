import type { Address } from 'viem'

import { tetherUsdViews } from '../../abis/views/TetherUSD'
import { joinReadings } from '../math/reading'
import type { Reading } from '../math/reading'
import type { TransferFee } from '../math/tether'
import { read, type Readings } from './read'

/** What Tether says about itself and about the account. rules.md U4, U5 */
export type UsdtFacts = {
  readonly isPaused: Reading<boolean>
  readonly fee: Reading<TransferFee>
  /** Undefined while no account is connected. */
  readonly balance: Reading<bigint> | undefined
  readonly isBlacklisted: Reading<boolean> | undefined
  /** The contract Tether has moved to: balances and events are there. Undefined while it has not moved. */
  readonly movedTo: Reading<Address | undefined>
}

/** The reads behind `UsdtFacts`. rules.md U4, U5 */
export function usdtReads(address: Address, account: Address | undefined) {
  const usdt = { address, label: 'Tether USDT', abi: tetherUsdViews } as const
  return {
    isPaused: read({ ...usdt, functionName: 'paused', args: [], rule: 'U5' }),
    feeBps: read({ ...usdt, functionName: 'basisPointsRate', args: [], rule: 'U4' }),
    maximumFee: read({ ...usdt, functionName: 'maximumFee', args: [], rule: 'U4' }),
    isDeprecated: read({ ...usdt, functionName: 'deprecated', args: [] }),
    upgradedAddress: read({ ...usdt, functionName: 'upgradedAddress', args: [] }),
    people: (account === undefined ? [] : [account]).map((person) => ({
      balance: read({ ...usdt, functionName: 'balanceOf', args: [person] }),
      isBlacklisted: read({ ...usdt, functionName: 'isBlackListed', args: [person], rule: 'U5' }),
    })),
  }
}

/** The facts as `account` sees them: a former snapshot may be another account's. */
export function usdtFacts(
  data: Readings<ReturnType<typeof usdtReads>>,
  account: Address | undefined,
): UsdtFacts {
  const mine = data.people.find((person) => person.balance.source.args[0] === account)
  return {
    isPaused: data.isPaused,
    fee: joinReadings(data.feeBps, data.maximumFee, (feeBps, maximumFeeUsdt) => ({ feeBps, maximumFeeUsdt })),
    balance: mine?.balance,
    isBlacklisted: mine?.isBlacklisted,
    movedTo: joinReadings(data.isDeprecated, data.upgradedAddress, (hasMoved, to) =>
      hasMoved ? to : undefined,
    ),
  }
}
