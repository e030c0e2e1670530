import { displayAmount } from '../math/amount'
import { silosIn, sizeOf, type Silo, type Standing } from '../math/silos-figures'
import type { SiloState } from '../math/silos-state'
import { Badge } from '../ui/Badge'
import { Table, type Column } from '../ui/Table'
import { fullText } from './format'

const standingText: Readonly<Record<Standing, string>> = {
  full: 'Full',
  filling: 'Filling',
  alarm: 'Short',
  unknown: 'No price',
}
const standingTone = { full: 'success', filling: 'neutral', alarm: 'danger', unknown: 'warn' } as const

function StandingBadge({ silo: { standing, worth, line } }: { silo: Silo }) {
  const isOver = worth !== undefined && worth > line && line > 0n
  return (
    <Badge tone={standingTone[standing]}>
      {isOver ? `Full, ${fullText(worth - line, line)} over` : standingText[standing]}
    </Badge>
  )
}

const columns: readonly Column<Silo>[] = [
  {
    header: 'Silo',
    isRowHeader: true,
    cell: ({ number, layer }) => `${number} ${layer === 'base' ? 'Base' : 'Growth'}`,
  },
  { header: 'Holds', cell: ({ token }) => token },
  { header: 'Amount', align: 'end', cell: ({ amount }) => displayAmount(amount, 6) },
  {
    header: 'Worth, USD',
    align: 'end',
    cell: ({ worth }) => (worth === undefined ? 'No price' : displayAmount(worth, 6)),
  },
  { header: 'Line', align: 'end', cell: ({ line }) => displayAmount(line, 6) },
  {
    header: 'Full',
    align: 'end',
    cell: ({ worth, line }) => (worth === undefined ? '—' : fullText(worth, line)),
  },
  { header: 'State', cell: (silo) => <StandingBadge silo={silo} /> },
]

/** The picture in figures. Amounts are on chain; what XTZ is worth follows from the price that is used. */
export function SiloTable({ state }: { state: SiloState }) {
  const { worth, supply } = sizeOf(state)
  return (
    <>
      <Table
        caption="Silo by silo"
        isCaptionHidden
        columns={columns}
        rows={silosIn(state)}
        getKey={({ number }) => number}
      />
      <p className="mt-2 border-t pt-2 text-sm font-semibold">
        {worth === undefined
          ? 'All four: not known without a price of XTZ.'
          : `All four: ${displayAmount(worth, 6)} USD${supply === 0n ? '' : `, ${fullText(worth, supply)} of the supply`}.`}
      </p>
    </>
  )
}
