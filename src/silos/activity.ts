import { useMemo } from 'react'

import { useNetwork } from '../chain/network'
import type { ActivityView, SystemLog } from '../system/activity'
import { accountEventsAbi, describeSilosEvent, type AccountLog } from './account-events'
import { silosContracts } from './contracts'
import { usdcUnit, type SilosAddresses } from './snapshot'

export const eventsAbi = accountEventsAbi
export const eventNames = accountEventsAbi.map(({ name }) => name)

/** The reserve: every amount is in its own three tokens, so nothing has to be read first. */
export function useActivity(): ActivityView {
  const network = useNetwork()
  return useMemo(() => activityOf(silosContracts(network)), [network])
}

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
        label: 'Reserve of USDtz',
        takes: 'Takes USDC to mint',
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
