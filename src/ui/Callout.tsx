import type { ReactNode } from 'react'
import { classes } from './classes'
import { Icon } from './Icon'
import { type Tone, toneIcon, toneSoft, toneText } from './tone'

type CalloutProps = { tone?: Tone; title?: string; children?: ReactNode; action?: ReactNode }

/** Something a person should know before going on, and what to do about it. */
export function Callout({ tone = 'info', title, children, action }: CalloutProps) {
  return (
    <div className={classes('flex gap-2.5 rounded-lg border border-transparent p-3 text-sm', toneSoft[tone])}>
      <span className={toneText[tone]}>
        <Icon name={toneIcon[tone]} className="translate-y-0.5" />
      </span>
      <div className="min-w-0 flex-1">
        {title !== undefined && <p className={classes('font-medium', toneText[tone])}>{title}</p>}
        <div>{children}</div>
        {action !== undefined && <div className="mt-2 flex flex-wrap gap-2">{action}</div>}
      </div>
    </div>
  )
}
