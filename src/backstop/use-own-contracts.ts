import { useMemo } from 'react'

import { useNetwork } from '../chain/network'
import { useFixed } from '../chain/use-snapshot'
import { knownValue } from '../math/reading'
import type { KnownContract } from '../tx/plan/recipient'
import { listReads } from './snapshot'
import type { Series } from './snapshot'
import { parts, partWords } from './series-facts'
import { t } from '../words/t'

/** The contracts of every series: what is paid out to one of them is lost. `series` is known before the list is. */
export function useOwnContracts({
  name,
  addresses,
}: Pick<Series, 'name' | 'addresses'>): readonly KnownContract[] {
  const network = useNetwork()
  const all = useFixed(
    'backstop.list',
    useMemo(() => listReads(network), [network]),
  )
  const list = all.status === 'ready' ? knownValue(all.snapshot.data.list) : undefined
  return useMemo(() => {
    const named = (of: Series['addresses'], label: string) =>
      parts.map((part) => ({ address: of[part], label: t`the ${partWords[part]} of ${label}` }))
    return [...named(addresses, name), ...(list ?? []).flatMap((one) => named(one, t`a series`))]
  }, [name, addresses, list])
}
