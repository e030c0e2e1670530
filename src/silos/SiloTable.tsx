import { displayAmount } from '../math/amount'
import { silosIn, sizeOf, type Silo, type Standing } from '../math/silos-figures'
import type { SiloState } from '../math/silos-state'
import { Badge } from '../ui/Badge'
import { Table, type Column } from '../ui/Table'
import { fullText } from './format'
import { t } from '../words/t'

const standingText: Readonly<Record<Standing, string>> = {
  full: t`Full`,
  filling: t`Filling`,
  alarm: t`Short`,
  unknown: t`No price`,
}
const standingTone = { full: 'success', filling: 'neutral', alarm: 'danger', unknown: 'warn' } as const

function StandingBadge({ silo: { standing, worth, line } }: { silo: Silo }) {
  const isOver = worth !== undefined && worth > line && line > 0n
  return (
    <Badge tone={standingTone[standing]}>
      {isOver ? t`Full, ${fullText(worth - line, line)} over` : standingText[standing]}
    </Badge>
  )
}

const columns: readonly Column<Silo>[] = [
  {
    header: t`Silo`,
    isRowHeader: true,
    isNamed: true,
    cell: ({ number, layer }) => `${number} ${layer === 'base' ? t`Base` : t`Growth`}`,
  },
  { header: t`Holds`, cell: ({ token }) => token },
  { header: t`Amount`, align: 'end', cell: ({ amount }) => displayAmount(amount, 6) },
  {
    header: t`Worth, USD`,
    align: 'end',
    cell: ({ worth }) => (worth === undefined ? t`No price` : displayAmount(worth, 6)),
  },
  { header: t`Full at`, align: 'end', cell: ({ line }) => displayAmount(line, 6) },
  {
    header: t`Filled`,
    align: 'end',
    cell: ({ worth, line }) => (worth === undefined ? '—' : fullText(worth, line)),
  },
  { header: t`State`, cell: (silo) => <StandingBadge silo={silo} /> },
]

/** The picture in figures. Amounts are on chain; what XTZ is worth follows from the price that is used. */
export function SiloTable({ state }: { state: SiloState }) {
  const { worth, supply } = sizeOf(state)
  return (
    <>
      <Table
        caption={t`Silo by silo`}
        isCaptionHidden
        columns={columns}
        rows={silosIn(state)}
        getKey={({ number }) => number}
      />
      <p className="mt-2 border-t pt-2 text-sm font-semibold">
        {worth === undefined
          ? t`All four: not known without a price of XTZ.`
          : t`All four: ${displayAmount(worth, 6)} USD${supply === 0n ? '' : t`, ${fullText(worth, supply)} of the supply`}.`}
      </p>
    </>
  )
}
