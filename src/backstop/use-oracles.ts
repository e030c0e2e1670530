import { useMemo } from 'react'

import { useNetwork } from '../chain/network'
import { useFixed } from '../chain/use-snapshot'
import { joinReadings } from '../math/reading'
import type { Reading } from '../math/reading'
import type { Oracles } from './claims-reads'
import { protocolReads } from './snapshot'

/** Where the average prices of every series come from; undefined while it is read, or not `isNeeded`. */
export function useOracles(isNeeded: boolean): Reading<Oracles> | undefined {
  const network = useNetwork()
  const protocol = useFixed(
    'backstop.protocol',
    useMemo(() => (isNeeded ? protocolReads(network) : undefined), [isNeeded, network]),
  )
  if (protocol.status !== 'ready') return undefined
  const { mstr, btc } = protocol.snapshot.data
  return joinReadings(mstr, btc, (mstrOracle, btcOracle) => ({ mstr: mstrOracle, btc: btcOracle }))
}
