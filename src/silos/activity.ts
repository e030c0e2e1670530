import { useMemo } from 'react'

import { useNetwork } from '../chain/network'
import type { ActivityView } from '../system/activity'
import { accountEventsAbi } from './account-events'
import { activityOf } from './activity-of'
import { silosContracts } from './contracts'

export const eventsAbi = accountEventsAbi
export const eventNames = accountEventsAbi.map(({ name }) => name)

/** The reserve: every amount is in its own three tokens, so nothing has to be read first. */
export function useActivity(): ActivityView {
  const network = useNetwork()
  return useMemo(() => activityOf(silosContracts(network)), [network])
}
