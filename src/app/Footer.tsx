import { useBlock, useBlockAge } from '../chain/use-block'
import { displayAmount } from '../math/amount'
import { displayDuration } from '../math/time'
import { t } from '../words/t'

export function Footer() {
  return (
    <footer className="border-t text-xs text-muted">
      <div className="mx-auto flex max-w-6xl flex-wrap justify-between gap-x-8 gap-y-1 px-edge py-4">
        <AsOf />
        <p>{t`Ballast never asks for a seed phrase or private key.`}</p>
      </div>
    </footer>
  )
}

/** How fresh everything on the page is (trust.md D18). */
function AsOf() {
  const block = useBlock()
  const age = useBlockAge()
  if (!block || age === undefined) return <p>{t`Waiting for the first block`}</p>
  return <p>{t`As of block ${displayAmount(block.number, 0)}, ${displayDuration(age)} ago`}</p>
}
