import { useMemo } from 'react'
import { matchRoute, useLocation, useRouter } from 'wouter'

import { useNetwork } from '../chain/network'
import type { System, SystemPage } from '../system/system'
import { systemsOn } from '../systems'

/** The systems of this network, and in which of them, and on which of its pages, the visitor is. */
export function usePlace(): {
  readonly location: string
  readonly systems: readonly System[]
  readonly system: System | undefined
  readonly page: SystemPage | undefined
} {
  const [location] = useLocation()
  const { parser } = useRouter()
  const network = useNetwork()
  const systems = useMemo(() => systemsOn(network), [network])
  for (const system of systems)
    for (const page of system.pages)
      if (matchRoute(parser, page.path, location)[0]) return { location, systems, system, page }
  return { location, systems, system: undefined, page: undefined }
}
