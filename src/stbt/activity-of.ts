import type { Address } from 'viem'

import type { ActivityView, SystemLog } from '../system/activity'
import { describeStbtEvent, type AccountLog, type CoinUnits } from './account-events'
import { stbtUnit, type StbtAddresses } from './snapshot'
import { t } from '../words/t'

/** The spenders and event sources of STBT. */
export function activityOf(
  addresses: StbtAddresses,
  coins: CoinUnits,
  pool: readonly Address[],
): Extract<ActivityView, { status: 'ready' }> {
  const { stbt, minter, wstbt } = addresses
  const token = { kind: 'erc20', address: stbt, ...stbtUnit } as const
  const place = { name: 'STBT', href: '/stbt' }
  // The log was decoded with the ABI above. wSTBT is a token as well, and a transfer of it looks alike.
  const describe = (log: SystemLog) => describeStbtEvent(log as AccountLog, coins, [wstbt, ...pool])
  const notTransfers = (log: SystemLog) => (log.eventName === 'Transfer' ? undefined : describe(log))
  return {
    status: 'ready',
    spenders: [
      { address: wstbt, label: 'wSTBT', takes: t`Takes STBT to wrap`, tokens: [token], restsOn: [] },
      { address: minter, label: t`Minter`, takes: t`Takes STBT to redeem`, tokens: [token], restsOn: [] },
    ],
    sources: [
      { address: stbt, place, describe: (log) => (log.eventName === 'Transfer' ? describe(log) : undefined) },
      { address: minter, place, describe: notTransfers },
      { address: wstbt, place, describe: notTransfers },
    ],
  }
}
