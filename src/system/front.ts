import type { ComponentType, ReactNode } from 'react'

/** The live figures of a system in one line. */
export type FrontNow =
  | { readonly status: 'loading' }
  | { readonly status: 'error'; readonly reason: string; readonly retry: () => void }
  | {
      readonly status: 'ready'
      readonly isStale: boolean
      /** What says most, in a few words: "2 series open". */
      readonly answer: ReactNode
      readonly rest: ReactNode
    }

/** Each begins with its answer in bold; a rate stands in it only where it was read. */
export type FrontView = {
  readonly earn: ReactNode
  /** Never empty: as plain as what is earned. */
  readonly lose: ReactNode
  readonly now: FrontNow
}

/** What a newcomer is told of a system, before anybody is connected. */
export type FrontPart = {
  /** What one does there, in one line. */
  readonly what: ReactNode
  /** How it works, in the order in which it happens. */
  readonly steps: readonly [ReactNode, ReactNode, ReactNode, ReactNode]
  readonly Picture: ComponentType
  /** Contracts a plan may call besides those of config.json, which name them; undefined for none. */
  readonly alsoCalls: string | undefined
  /** A hook, so that each system reads its own snapshot and fails alone. */
  readonly useFront: () => FrontView
}
