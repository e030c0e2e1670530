import { Suspense, type ReactNode } from 'react'
import { Alone } from './Alone'

/** A part of a page that is fetched when it is shown, and fails alone. */
export function Later({ waiting, children }: { waiting: ReactNode; children: ReactNode }) {
  return (
    <Alone>
      <Suspense fallback={waiting}>{children}</Suspense>
    </Alone>
  )
}
