import { useMemo } from 'react'

import { useSnapshot } from '../chain/use-snapshot'
import type { Gate } from '../ui/gate'
import { missingRecords, recordReads } from './price-record'
import type { PriceNeed, PriceRecord } from './price-record'
import type { Series } from './snapshot'
import { useOracles } from './use-oracles'
import { t } from '../words/t'

const none: readonly PriceRecord[] = []

/** The prices an action still has to put on record, once they are known, and the gate that says why they are not. */
export function useMissingPrices(
  { terms }: Series,
  needs: readonly PriceNeed[],
): { readonly records: readonly PriceRecord[] | undefined; readonly gates: readonly Gate[] } {
  const isNeeded = needs.length > 0
  const oracles = useOracles(isNeeded)
  const known = oracles?.isKnown ? oracles.value : undefined
  const reads = useMemo(
    () => (known && isNeeded ? recordReads(known, terms, needs) : undefined),
    [known, isNeeded, terms, needs],
  )
  const answers = useSnapshot('backstop.price-records', reads)
  if (!isNeeded) return { records: none, gates: [] }
  const label = t`Price feed read`
  const unmet = (detail: string) => ({ records: undefined, gates: [{ label, isMet: false, detail }] })
  if (oracles && !oracles.isKnown) return unmet(oracles.reason)
  if (answers.status === 'error') return unmet(answers.reason)
  if (!known || answers.status !== 'ready') return unmet(t`Not read yet.`)
  const records = missingRecords(known, terms, needs, answers.snapshot.data)
  return 'reason' in records ? unmet(records.reason) : { records, gates: [] }
}
