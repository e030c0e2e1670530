import type { Address } from 'viem'

import { displayAmount, displayRatio } from '../math/amount'
import type { Reading } from '../math/reading'
import { AddressText } from '../ui/AddressText'
import { Panel } from '../ui/Panel'
import { Table, type Column } from '../ui/Table'

type TrusteeTableProps = { reading: Reading<readonly [readonly Address[], readonly bigint[]]> }

/** Who decides, and with how much weight. rules.md S18 */
export function TrusteeTable({ reading }: TrusteeTableProps) {
  return (
    <Panel
      title="Trustees"
      lead="No one of them can do anything alone, but with more than half of the weight."
    >
      {reading.isKnown ? (
        <Weights
          caption="Trustees and their weights"
          accounts={reading.value[0]}
          weights={reading.value[1]}
        />
      ) : (
        <p className="text-sm text-muted">{reading.reason}</p>
      )}
    </Panel>
  )
}

type WeightsProps = { caption: string; accounts: readonly Address[]; weights: readonly bigint[] }

export function Weights({ caption, accounts, weights }: WeightsProps) {
  const whole = weights.reduce((sum, weight) => sum + weight, 0n)
  const rows = accounts.map((account, index) => ({ account, weight: weights[index] ?? 0n }))
  const columns: readonly Column<(typeof rows)[number]>[] = [
    { header: 'Trustee', isRowHeader: true, cell: ({ account }) => <AddressText address={account} /> },
    { header: 'Weight', align: 'end', cell: ({ weight }) => displayAmount(weight, 0) },
    { header: 'Share', align: 'end', cell: ({ weight }) => displayRatio(weight, whole) },
  ]
  return (
    <Table
      caption={caption}
      isCaptionHidden
      columns={columns}
      rows={rows}
      getKey={({ account }) => account}
    />
  )
}
