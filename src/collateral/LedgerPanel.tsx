import { displayAmount, formatAmount } from '../math/amount'
import { Button } from '../ui/Button'
import { Callout } from '../ui/Callout'
import { csvLine } from '../ui/csv'
import { Disclosure } from '../ui/Disclosure'
import { Panel } from '../ui/Panel'
import { saveFile } from '../ui/save-file'
import { Table, type Column } from '../ui/Table'
import { tusdtText } from './format'
import { backingLines, bookLines, bookSums, type BackingLine, type BookLine } from './ledger-view'
import { taoUnit, usdcUnit, type Collateral } from './snapshot'
import { t } from '../words/t'

type LedgerPanelProps = Pick<Collateral, 'book' | 'backing' | 'ledger' | 'blockNumber'>

/** Everything that ever moved, by kind, and what it adds up to. rules.md C11 */
export function LedgerPanel({ book, backing, ledger, blockNumber }: LedgerPanelProps) {
  const lines = book.isKnown ? bookLines(book.value[3]) : undefined
  const causes = ledger.isKnown ? backingLines(ledger.value) : undefined
  return (
    <Panel
      title={t`Ledger`}
      lead={t`All movements since the beginning, by kind.`}
      isFolded
      aside={
        lines &&
        causes && (
          <Button size="small" onClick={() => save(lines, causes, blockNumber)}>
            {t`Save as CSV`}
          </Button>
        )
      }
    >
      <Disclosure summary={t`Borrowing and backing, line by line`}>
        <div className="grid items-start gap-6 lg:grid-cols-2">
          <div>
            {lines ? (
              <Table
                caption={t`Borrowing, TUSDT`}
                columns={bookColumns}
                rows={lines}
                getKey={({ what }) => what}
              />
            ) : (
              <p className="text-sm text-muted">{book.isKnown ? '' : book.reason}</p>
            )}
            {book.isKnown && <BookSums book={book.value} />}
          </div>
          <div>
            {causes ? (
              <Table
                caption={t`Backing: what came in, less what went out`}
                columns={backingColumns}
                rows={causes}
                getKey={({ what }) => what}
              />
            ) : (
              <p className="text-sm text-muted">{ledger.isKnown ? '' : ledger.reason}</p>
            )}
            {causes && backing.isKnown && <BackingSums causes={causes} held={backing.value.holdings} />}
          </div>
        </div>
      </Disclosure>
    </Panel>
  )
}

const bookColumns: readonly Column<BookLine>[] = [
  { header: t`What`, isRowHeader: true, cell: ({ what }) => what },
  { header: 'TUSDT', align: 'end', cell: ({ total }) => tusdtText(total) },
]

const backingColumns: readonly Column<BackingLine>[] = [
  { header: t`What`, isRowHeader: true, cell: ({ what }) => what },
  { header: 'TAO', align: 'end', cell: ({ tao }) => displayAmount(tao, taoUnit.decimals) },
  { header: 'USDC', align: 'end', cell: ({ usd }) => displayAmount(usd, usdcUnit.decimals) },
  { header: 'TUSDT', align: 'end', cell: ({ tusdt }) => tusdtText(tusdt) },
]

function BookSums({ book }: { book: Parameters<typeof bookSums>[0] }) {
  const { accounts, addsUp } = bookSums(book)
  return (
    <>
      <p className="mt-2 border-t pt-2 text-sm font-semibold">
        {accounts.map(({ what, booked }) => `${what} ${tusdtText(booked)}`).join(', ')}
      </p>
      <SumState addsUp={addsUp} />
    </>
  )
}

function BackingSums({
  causes,
  held,
}: {
  causes: readonly BackingLine[]
  held: { readonly tao: bigint; readonly usd: bigint }
}) {
  const tao = causes.reduce((sum, line) => sum + line.tao, 0n)
  const usd = causes.reduce((sum, line) => sum + line.usd, 0n)
  return (
    <>
      <p className="mt-2 border-t pt-2 text-sm font-semibold">
        {t`Booked: ${displayAmount(held.tao, taoUnit.decimals)} TAO and ${displayAmount(held.usd, usdcUnit.decimals)} USDC`}
      </p>
      <SumState addsUp={tao === held.tao && usd === held.usd} />
    </>
  )
}

function SumState({ addsUp }: { addsUp: boolean }) {
  if (addsUp) return <p className="text-xs text-muted">{t`The lines add up to it, to the last unit.`}</p>
  return (
    <Callout tone="danger" title={t`It does not add up`}>
      {t`The lines sum to something else than what is booked.`}
    </Callout>
  )
}

function save(lines: readonly BookLine[], causes: readonly BackingLine[], blockNumber: bigint): void {
  const header = ['Book', 'What', 'TUSDT', 'TAO', 'USDC', 'Block']
  const rows = [
    ...lines.map(({ what, total }) => [
      t`Borrowing`,
      what,
      formatAmount(total, 18),
      '',
      '',
      `${blockNumber}`,
    ]),
    ...causes.map(({ what, tusdt, tao, usd }) => [
      t`Backing`,
      what,
      formatAmount(tusdt, 18),
      formatAmount(tao, taoUnit.decimals),
      formatAmount(usd, usdcUnit.decimals),
      `${blockNumber}`,
    ]),
  ]
  saveFile(`tusdt-ledger-${blockNumber}.csv`, 'text/csv', [header, ...rows].map(csvLine).join(''))
}
