import { useState } from 'react'
import { useBlock, useBlockAge } from '../chain/use-block'
import { displayAmount } from '../math/amount'
import { displayDuration } from '../math/time'
import { lazyPart } from '../ui/chunk'
import { classes, touchable } from '../ui/classes'
import { Later } from '../ui/Later'
import { t } from '../words/t'

const ReadingSheet = lazyPart(() => import('../system/ReadingSheet'))

export function Footer() {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <footer className="border-t text-xs text-muted">
        <div className="mx-auto flex max-w-6xl flex-wrap justify-between gap-x-8 gap-y-1 px-edge py-4">
          <div className="flex flex-wrap gap-x-3">
            <AsOf />
            <button
              type="button"
              className={classes(touchable, 'underline underline-offset-2 hover:text-ink')}
              onClick={() => setIsOpen(true)}
            >
              {t`Reading sheet`}
            </button>
          </div>
          <p>{t`Ballast never asks for a seed phrase or private key.`}</p>
        </div>
      </footer>
      {isOpen && (
        <Later waiting={null}>
          <ReadingSheet onClose={() => setIsOpen(false)} />
        </Later>
      )}
    </>
  )
}

/** How fresh everything on the page is (trust.md D18). */
function AsOf() {
  const block = useBlock()
  const age = useBlockAge()
  if (!block || age === undefined) return <p>{t`Waiting for the first block`}</p>
  return <p>{t`As of block ${displayAmount(block.number, 0)}, ${displayDuration(age)} ago`}</p>
}
