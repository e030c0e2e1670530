import type { Address } from 'viem'

import type { Reading } from '../math/reading'
import { displayDateTime } from '../math/time'
import { AddressText } from '../ui/AddressText'
import { Disclosure } from '../ui/Disclosure'
import { Panel } from '../ui/Panel'
import { Table, type Column } from '../ui/Table'
import { FIRST_ADDRESS, parameterName, parameterText } from './parameter-keys'
import { valuesOf } from './parameter-values'
import type { Proposal } from './proposals'
import type { PageProps } from './SilosFrame'
import { knownValue } from '../math/reading'
import { t } from '../words/t'

type Row = { readonly key: number; readonly value: bigint | Address; readonly pending: string }

/** What the numbers of the reserve are now, and what waits to become another one. rules.md S19 */
export function ParametersPanel({
  silos,
  state,
  proposals,
}: PageProps & { proposals: readonly Reading<Proposal>[] }) {
  const terms = knownValue(silos.terms)
  const pending = new Map<number, string>()
  for (const one of proposals) {
    const proposal = knownValue(one)
    if (proposal?.stage !== 'pending' || proposal.matter.kind !== 'parameter') continue
    const { key, value } = proposal.matter
    pending.set(key, t`${parameterText(key, value)} from ${displayDateTime(proposal.readyAt)} on`)
  }
  const accounts = (terms?.accounts ?? []).map((account, index) => [FIRST_ADDRESS + index, account] as const)
  const rows = [...valuesOf(state, terms), ...accounts].map(([key, value]): Row => {
    return { key, value, pending: pending.get(key) ?? '—' }
  })
  const changing = rows.filter(({ key }) => pending.has(key))
  const columns: readonly Column<Row>[] = [
    { header: t`Parameter`, isRowHeader: true, cell: ({ key }) => parameterName(key) },
    {
      header: t`Now`,
      align: 'end',
      cell: ({ key, value }) =>
        typeof value === 'bigint' ? parameterText(key, value) : <AddressText address={value} />,
    },
    { header: t`Pending`, align: 'end', cell: (row) => row.pending },
  ]
  return (
    <Panel title={t`Parameters`} lead={t`Each changes only by a vote and after a public delay.`}>
      {changing.length === 0 ? (
        <p className="text-sm text-muted">{t`No change is pending.`}</p>
      ) : (
        <Table
          caption={t`Pending changes`}
          isCaptionHidden
          columns={columns}
          rows={changing}
          getKey={({ key }) => key}
        />
      )}
      <Disclosure summary={t`All ${rows.length} parameters`}>
        <Table
          caption={t`Parameters and pending changes`}
          isCaptionHidden
          columns={columns}
          rows={rows}
          getKey={({ key }) => key}
        />
      </Disclosure>
    </Panel>
  )
}
