import type { ReactNode } from 'react'
import { PageHeader } from '../ui/PageHeader'
import { Logo } from './Logo'

/** A page of its own for when the app itself can't start. */
export function AppFailure({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className="mx-auto grid max-w-xl gap-4 px-4 py-16">
      <p className="flex items-center gap-2 text-base font-semibold">
        <Logo />
        Ballast
      </p>
      <PageHeader title={title} />
      {children}
    </main>
  )
}
