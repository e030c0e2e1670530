import { displayAmount, displayRatio } from '../math/amount'
import type { Reading } from '../math/reading'
import { AddressText } from '../ui/AddressText'
import { Panel } from '../ui/Panel'
import { Table, type Column } from '../ui/Table'
import type { Board } from './proposals'
import { t } from '../words/t'

/** Who decides, and with how much weight. rules.md S18 */
export function TrusteeTable({ board }: { board: Reading<Board> }) {
  return (
    <Panel
      title={t`Trustees`}
      lead={t`No one of them can do anything alone, but with more than half of the weight.`}
    >
      {board.isKnown ? (
        <Weights caption={t`Trustees and their weights`} {...board.value} />
      ) : (
        <p className="text-sm text-muted">{board.reason}</p>
      )}
    </Panel>
  )
}

type WeightsProps = Omit<Board, 'set'> & { caption: string }

export function Weights({ caption, accounts, weights }: WeightsProps) {
  const whole = weights.reduce((sum, weight) => sum + weight, 0n)
  const rows = accounts.map((account, index) => ({ account, weight: weights[index] ?? 0n }))
  const columns: readonly Column<(typeof rows)[number]>[] = [
    { header: t`Trustee`, isRowHeader: true, cell: ({ account }) => <AddressText address={account} /> },
    {
      header: t`Weight`,
      align: 'end',
      cell: ({ weight }) =>
        t`${displayAmount(weight, 0)} of ${displayAmount(whole, 0)}, ${displayRatio(weight, whole)}`,
    },
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
