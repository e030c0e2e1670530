import { useId, useState, type ReactNode } from 'react'
import { Button } from './Button'
import { classes } from './classes'
import { t } from '../words/t'

/** On a narrow screen shown to whoever asks for it, on a wide one always. `what` goes on from "Show". */
export function Folded({ what, children }: { what: string; children: ReactNode }) {
  const [isOpen, setIsOpen] = useState(false)
  const id = useId()
  return (
    <>
      <div className="sm:hidden">
        <Button
          size="small"
          isWide
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setIsOpen(!isOpen)}
        >
          {isOpen ? t`Hide ${what}` : t`Show ${what}`}
        </Button>
      </div>
      <div id={id} className={classes('max-sm:mt-3', !isOpen && 'max-sm:hidden')}>
        {children}
      </div>
    </>
  )
}
