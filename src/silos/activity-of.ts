import type { ActivityView, SystemLog } from '../system/activity'
import { describeSilosEvent, type AccountLog } from './account-events'
import { usdcUnit, type SilosAddresses } from './snapshot'
import { t } from '../words/t'

/** The spender and the event source of the reserve. */
export function activityOf({
  reserve,
  usdc,
}: Pick<SilosAddresses, 'reserve' | 'usdc'>): Extract<ActivityView, { status: 'ready' }> {
  const place = { name: 'USDtz', href: '/silos' }
  return {
    status: 'ready',
    spenders: [
      {
        address: reserve,
        label: t`Reserve of USDtz`,
        takes: t`Takes USDC to mint`,
        tokens: [{ kind: 'erc20', address: usdc, ...usdcUnit }],
        restsOn: [],
      },
    ],
    // The log was decoded with the ABI above.
    sources: [
      {
        address: reserve,
        place,
        describe: (log: SystemLog) => describeSilosEvent(log as AccountLog, { usdc }),
      },
    ],
  }
}
