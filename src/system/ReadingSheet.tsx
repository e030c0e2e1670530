import { useEffect, useState } from 'react'
import { useRuntime } from '../chain/network'
import { snapshotsOnScreen } from '../chain/on-screen'
import { toldBy, type Told } from '../chain/told'
import { displayAmount } from '../math/amount'
import { displayDateTime } from '../math/time'
import { Button } from '../ui/Button'
import { CopyButton } from '../ui/CopyButton'
import { Dialog } from '../ui/Dialog'
import { EmptyState } from '../ui/EmptyState'
import { saveFile } from '../ui/save-file'
import { Sheet } from './SheetRows'
import { sheetJson } from './sheet-row'
import { plural, t } from '../words/t'

/**
 * Every call that this page was drawn from, as it was answered when the sheet was opened. The page goes on with the next
 * block behind it; the sheet stays at its own.
 */
export default function ReadingSheet({ onClose }: { onClose: () => void }) {
  const runtime = useRuntime()
  const { network, nodes, queryClient } = runtime
  const [rows, setRows] = useState(() => toldBy(snapshotsOnScreen(runtime)))
  const isEmpty = rows.length === 0
  useEffect(() => {
    if (!isEmpty) return
    return queryClient.getQueryCache().subscribe(() => setRows(toldBy(snapshotsOnScreen(runtime))))
  }, [isEmpty, queryClient, runtime])
  const host = nodes[0]?.host ?? ''
  const isOnly = nodes.length < 2
  const newest = rows[0]?.block
  const save = () =>
    saveFile(
      `ballast-sheet-${network.chainId}-${newest?.number ?? 0n}.json`,
      'application/json',
      sheetJson(network, host, rows),
    )
  return (
    <Dialog
      isOpen
      isWide
      title={t`Reading sheet`}
      onClose={onClose}
      {...(!isEmpty && { footer: <Button onClick={save}>{t`Download as JSON`}</Button> })}
    >
      {newest === undefined ? (
        <EmptyState title={t`Nothing is read here`}>
          {t`This page shows nothing that was read from a contract, or has not read it yet.`}
        </EmptyState>
      ) : (
        <>
          <Head block={newest} host={host} isOnly={isOnly} rows={rows} />
          <Sheet rows={rows} newest={newest.number} />
        </>
      )}
    </Dialog>
  )
}

type HeadProps = { block: Told['block']; host: string; isOnly: boolean; rows: readonly Told[] }

function Head({ block, host, isOnly, rows }: HeadProps) {
  const isOneBlock = rows.every((row) => row.block.number === block.number)
  const calls = plural(rows.length, '{n} call', '{n} calls')
  return (
    <div className="mb-3 grid gap-1 text-sm">
      <p className="max-w-prose">
        {isOneBlock
          ? t`Everything this page was drawn from: ${calls}, all at block ${displayAmount(block.number, 0)} of ${displayDateTime(block.timestamp)}.`
          : t`Everything this page was drawn from: ${calls}, at block ${displayAmount(block.number, 0)} of ${displayDateTime(block.timestamp)} where no other is named.`}{' '}
        {isOnly ? t`${host} was asked.` : t`${host} is asked first; where it fails, the next node.`}
      </p>
      <p className="text-xs text-muted">
        <span className="me-1">{t`Hash of the block`}</span>
        <code className="break-all" dir="ltr">
          {block.hash}
        </code>
        <CopyButton text={block.hash} label={t`Copy the hash of block ${block.number}`} />
      </p>
    </div>
  )
}
