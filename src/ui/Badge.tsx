import type { ReactNode } from 'react'
import { classes } from './classes'
import { Icon } from './Icon'
import { type Tone, toneIcon, toneSoft, toneText } from './tone'

/** A state in a word. Neutral when it asks for nothing. */
export function Badge({ tone = 'neutral', children }: { tone?: Tone | 'neutral'; children: ReactNode }) {
  return (
    <span
      translate="no"
      className={classes(
        'inline-flex items-center gap-1 rounded px-1.5 py-0.5 align-middle text-xs font-medium whitespace-nowrap',
        tone === 'neutral' ? 'bg-sunken text-muted' : classes(toneSoft[tone], toneText[tone]),
      )}
    >
      {tone !== 'neutral' && <Icon name={toneIcon[tone]} className="size-3" />}
      <span>{children}</span>
    </span>
  )
}
