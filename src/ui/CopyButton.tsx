import { useState } from 'react'
import { classes, touchable } from './classes'
import { Icon } from './Icon'
import { useAnnounce } from './LiveRegion'
import { t } from '../words/t'

/** Copies `text`; says so, or says that the browser refused. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const announce = useAnnounce()
  const [isCopied, setIsCopied] = useState(false)
  const [isRefused, setIsRefused] = useState(false)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setIsCopied(true)
      setIsRefused(false)
      announce(t`Copied.`)
    } catch {
      setIsRefused(true)
      announce(t`The browser did not allow copying. Select the text and copy it by hand.`)
    }
  }
  return (
    <>
      <button
        type="button"
        aria-label={label}
        className={classes(
          touchable,
          'inline-grid size-6 place-items-center rounded align-middle text-muted hover:text-ink',
        )}
        onClick={() => void copy()}
        onBlur={() => setIsCopied(false)}
      >
        <Icon name={isCopied ? 'check' : isRefused ? 'cross' : 'copy'} className="size-3.5" />
      </button>
      {isRefused && (
        // What is announced is for those who listen; this is for those who look.
        <span aria-hidden="true" className="text-xs text-danger">
          {t`Not copied: select the text and copy it by hand.`}
        </span>
      )}
    </>
  )
}
