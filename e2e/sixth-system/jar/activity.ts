import { useMemo } from 'react'

import { useNetwork } from '../../../src/chain/network'
import type { ActivityView } from '../../../src/system/activity'
import { jarAbi } from './abi'
import { jarAddress } from './system'

export const eventsAbi = jarAbi
export const eventNames = ['Poured']

export function useActivity(): ActivityView {
  const address = jarAddress(useNetwork())
  return useMemo(
    () => ({
      status: 'ready',
      spenders: [],
      sources: [
        {
          address,
          place: { name: 'The jar', href: '/jar' },
          describe: ({ args }) => {
            const { drops: value } = args as { drops: bigint }
            return {
              what: 'Poured',
              amounts: [{ field: 'drops', value, decimals: 0, unit: 'drops', direction: 'out' }],
            }
          },
        },
      ],
    }),
    [address],
  )
}
