import { useMemo } from 'react'

import { useNetwork } from '../../../src/chain/network'
import { read } from '../../../src/chain/read'
import { useSnapshot } from '../../../src/chain/use-snapshot'
import { jarAbi } from './abi'
import { jarAddress } from './system'

/** How full the jar is. */
export function useLevel() {
  const address = jarAddress(useNetwork())
  return useSnapshot(
    'jar.level',
    useMemo(
      () => ({ level: read({ address, label: 'Jar', abi: jarAbi, functionName: 'level', args: [] }) }),
      [address],
    ),
  )
}
