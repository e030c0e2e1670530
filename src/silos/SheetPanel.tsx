import { useId } from 'react'

import { displayAmount, formatAmount, parseAmount } from '../math/amount'
import { knownValue } from '../math/reading'
import { displayDateTime } from '../math/time'
import { Button } from '../ui/Button'
import { Disclosure } from '../ui/Disclosure'
import { csvLine } from '../ui/csv'
import { Panel } from '../ui/Panel'
import { saveFile } from '../ui/save-file'
import { Table, type Column } from '../ui/Table'
import { useUrlChoice } from '../ui/use-url-choice'
import type { Silos } from './snapshot'
import { usePastSilos, type PastView } from './use-past-silos'
import { balanceSheet, type Sheet, type SheetLine } from './sheet'
import { t } from '../words/t'

const columns: readonly Column<SheetLine>[] = [
  { header: t`What`, isRowHeader: true, cell: ({ label }) => label },
  {
    header: t`Amount`,
    align: 'end',
    cell: ({ amount, token }) => `${displayAmount(amount, 6, { maxFractionDigits: 6 })} ${token}`,
  },
  { header: 'USD', align: 'end', cell: ({ usd }) => displayAmount(usd, 6, { maxFractionDigits: 6 }) },
]

/** Assets and what they are for, equal to the unit, now or after a past block, and as a file. rules.md S2, S8 */
export function SheetPanel({ silos }: { silos: Silos }) {
  const [text, choose] = useUrlChoice('block')
  const asked = text === undefined || text === '' ? undefined : text
  const read = asked === undefined ? undefined : parseAmount(asked, 0)
  const block = read?.isOk === true ? read.value : undefined
  const isPast = block !== undefined && block < silos.blockNumber
  const past = usePastSilos(silos.addresses, isPast ? block : undefined)
  const shown = past.status === 'ready' ? past.silos : isPast ? undefined : silos
  const state = knownValue(shown?.state)
  const held = knownValue(shown?.held)
  const sheet = state && held && balanceSheet(state, held)
  const newest = t`The newest block is shown, ${silos.blockNumber}.`
  const problem =
    read?.isOk === false
      ? `${read.problem} ${newest}`
      : block === undefined || isPast
        ? undefined
        : t`Not a past block. ${newest}`
  return (
    <Panel
      title={t`Balance sheet`}
      lead={t`Assets are on chain. XTZ is counted at the price that values it, USDC at $1.`}
      aside={
        shown &&
        sheet && (
          <Button size="small" onClick={() => save(sheet, shown.blockNumber)}>
            {t`Save as CSV`}
          </Button>
        )
      }
    >
      <Disclosure summary={t`All lines, now or after a past block`} isOpen={asked !== undefined}>
        <div className="grid gap-4">
          <BlockField text={asked ?? ''} onChange={choose} newest={silos.blockNumber} problem={problem} />
          {shown && isPast && (
            <p
              role="status"
              className="text-sm"
            >{t`After block ${shown.blockNumber}, ${displayDateTime(shown.timestamp)}:`}</p>
          )}
          {sheet ? (
            <div className="grid gap-6 lg:grid-cols-2">
              <Side caption={t`Assets`} lines={sheet.assets} total={sheet.total} />
              <Side caption={t`What they are for`} lines={sheet.liabilities} total={sheet.total} />
            </div>
          ) : (
            <p role="status" className="text-sm text-muted">
              {whyNone(past, shown)}
            </p>
          )}
        </div>
      </Disclosure>
    </Panel>
  )
}

function whyNone(past: PastView, shown: Pick<Silos, 'state' | 'held'> | undefined): string {
  if (past.status === 'loading') return t`Reading that block.`
  if (past.status === 'error')
    return t`That block could not be read: ${past.reason} Many nodes keep only the newest states; one that keeps all is needed.`
  if (shown && !shown.state.isKnown) return t`The reserve is not known there: ${shown.state.reason}`
  if (shown && !shown.held.isKnown) return shown.held.reason
  return t`There is no price of XTZ, so nothing can be added up.`
}

type BlockFieldProps = {
  text: string
  newest: bigint
  problem: string | undefined
  onChange: (text: string | undefined) => void
}

function BlockField({ text, newest, problem, onChange }: BlockFieldProps) {
  const id = useId()
  return (
    <div className="grid max-w-60 gap-1">
      <label htmlFor={id} className="text-xs font-medium text-muted">
        {t`After block`}
      </label>
      <input
        id={id}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        placeholder={t`${newest}, the newest`}
        value={text}
        aria-invalid={problem !== undefined}
        aria-describedby={`${id}-note`}
        className="min-h-11 w-full min-w-0 rounded-md border border-line-strong bg-surface px-3 text-sm sm:min-h-9"
        onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
      />
      <p id={`${id}-note`} aria-live="polite" className="text-xs text-danger">
        {problem}
      </p>
    </div>
  )
}

type SideProps = { caption: string; lines: readonly SheetLine[]; total: bigint }

function Side({ caption, lines, total }: SideProps) {
  const shown = lines.filter(({ amount }) => amount !== 0n)
  return (
    <div>
      <Table
        caption={caption}
        columns={columns}
        rows={shown}
        getKey={({ label, token }) => `${label} ${token}`}
        empty={t`Nothing.`}
      />
      <p className="flex flex-wrap justify-between gap-x-3 border-t pt-2 text-sm font-semibold">
        <span>{t`Sum`}</span>
        <span>{t`${displayAmount(total, 6, { maxFractionDigits: 6 })} USD`}</span>
      </p>
    </div>
  )
}

function save(sheet: Sheet, blockNumber: bigint): void {
  const rows = (side: string, lines: readonly SheetLine[]) =>
    lines.map(({ label, amount, token, usd }) => [
      side,
      label,
      formatAmount(amount, 6),
      token,
      formatAmount(usd, 6),
      `${blockNumber}`,
    ])
  const header = ['Side', 'What', 'Amount', 'Token', 'USD', 'Block']
  const body = [...rows(t`Assets`, sheet.assets), ...rows(t`What for`, sheet.liabilities)]
  saveFile(`usdtz-balance-${blockNumber}.csv`, 'text/csv', [header, ...body].map(csvLine).join(''))
}
