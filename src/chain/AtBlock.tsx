import { QueryClientProvider } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'

import { RuntimeContext, useRuntime } from './network'
import { createQueryClient } from './runtime'
import type { Block } from './ticker'

/**
 * What is below it reads the chain as it was at `block`, by the very hooks that read it now, and keeps that apart. Give
 * it the block's number as its key.
 */
export function AtBlock({ block, children }: { block: Block; children: ReactNode }) {
  const runtime = useRuntime()
  const [past] = useState(() => {
    const nothing = () => undefined
    const ticker = { get: () => block, subscribe: () => nothing, start: () => nothing, poke: nothing }
    return { ...runtime, ticker, queryClient: createQueryClient() }
  })
  return (
    <RuntimeContext value={past}>
      <QueryClientProvider client={past.queryClient}>{children}</QueryClientProvider>
    </RuntimeContext>
  )
}
