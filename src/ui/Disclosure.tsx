import type { ReactNode } from 'react'
import { Icon } from './Icon'

/** More for those who want it. */
export function Disclosure({
  summary,
  children,
  isOpen = false,
}: {
  summary: ReactNode
  children: ReactNode
  isOpen?: boolean
}) {
  return (
    <details open={isOpen} className="group">
      <summary className="flex min-h-11 list-none items-center gap-1.5 text-sm font-medium text-accent sm:min-h-8 [&::-webkit-details-marker]:hidden">
        <Icon
          name="chevron"
          className="size-3.5 -rotate-90 transition-transform group-open:rotate-0 rtl:group-[:not([open])]:rotate-90"
        />
        {summary}
      </summary>
      <div className="pt-1 pb-2">{children}</div>
    </details>
  )
}
