import { useMemo } from 'react'
import type { Address } from 'viem'

import { useNetwork } from '../chain/network'
import { displayAmount } from '../math/amount'
import { incomeOf, type Movement } from '../math/stbt-statement'
import { VirtualTable, type VirtualColumn } from '../ui/VirtualTable'
import { columnText, dateText, signedText, weekdayText } from './format'
import type { Day, Entry } from './statement'
import { filtered, whatText, type Filter, type Places } from './statement-view'
import { t } from '../words/t'

type StatementTableProps = { days: readonly Day[]; filter: Filter; account: Address; places: Places }

type Line = {
  /** Counted from the oldest: the table asks each of a hundred thousand rows for it before it draws any. */
  readonly key: number
  readonly day: bigint
  /** Of a day. What an event is called is found out when it is drawn. */
  readonly what?: string
  readonly movement: Movement
  readonly entry: Entry | undefined
}

/** Day by day, or each event of a kind; of any length. */
export function StatementTable({ days, filter, account, places }: StatementTableProps) {
  const { explorerUrl } = useNetwork()
  const lines = useMemo(() => linesOf(days, filter, account, places), [days, filter, account, places])
  const columns: readonly VirtualColumn<Line>[] = [
    {
      header: t`Day`,
      width: '1.5fr',
      cell: ({ day, entry, what = entry && whatText(entry, account, places) }) => (
        <span className="block">
          <span className="block">
            <span className="max-sm:hidden">{weekdayText(day)} </span>
            <span>{dateText(day)}</span>
          </span>
          <span className="block text-xs text-muted">{what}</span>
        </span>
      ),
    },
    {
      header: t`Opening`,
      align: 'end',
      isWideOnly: true,
      cell: ({ movement }) => columnText(movement.opening),
    },
    {
      header: t`In or out`,
      align: 'end',
      cell: ({ movement }) => (movement.flow === 0n ? '–' : signedText(movement.flow)),
    },
    {
      header: t`Interest`,
      align: 'end',
      cell: ({ movement }) => signedText(incomeOf(movement)),
    },
    {
      header: t`Closing`,
      align: 'end',
      cell: ({ movement }) => <span className="font-semibold">{columnText(movement.closing)}</span>,
    },
    {
      header: t`Block`,
      align: 'end',
      isWideOnly: true,
      cell: ({ entry }) => entry && <BlockLink entry={entry} explorerUrl={explorerUrl} />,
    },
  ]
  return (
    <VirtualTable
      key={filter}
      caption={t`Statement`}
      columns={columns}
      rows={lines}
      getKey={({ key }) => key}
      empty={t`Nothing of this kind.`}
    />
  )
}

function BlockLink({ entry, explorerUrl }: { entry: Entry; explorerUrl: string | undefined }) {
  const { blockNumber, transactionHash } = entry.change
  const text = displayAmount(blockNumber, 0)
  if (explorerUrl === undefined) return <span title={transactionHash}>{text}</span>
  return (
    <a
      href={`${explorerUrl}/tx/${transactionHash}`}
      target="_blank"
      rel="noreferrer"
      aria-label={t`Transaction in block ${text} on the explorer`}
      className="underline hover:text-ink"
    >
      {text}
    </a>
  )
}

/** Newest first. */
function linesOf(days: readonly Day[], filter: Filter, account: Address, places: Places): readonly Line[] {
  const lines: Line[] = []
  for (const { day, movement, entries } of days)
    if (filter === 'all') {
      const what = [...new Set(entries.map((entry) => whatText(entry, account, places)))].join(' · ')
      lines.push({ key: lines.length, day, what, movement, entry: entries.at(-1) })
    } else
      for (const entry of filtered(entries, filter))
        lines.push({ key: lines.length, day, movement: entry.movement, entry })
  return lines.reverse()
}
