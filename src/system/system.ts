import type { ComponentType } from 'react'

import type { ContractNeeds } from '../chain/contract-needs'
import type { Runtime } from '../chain/runtime'
import type { ErrorBook } from '../tx/explain/error-book'
import type { ActivityPart } from './activity'
import type { FrontPart } from './front'
import type { OverviewPart } from './overview'

/** A page of a system. */
export type SystemPage = {
  /** As the router wants it: "/stake", "/series/:id". */
  readonly path: string
  /** Its tab. Without one it is reached from another page only. */
  readonly label?: string
  /** Lazy, but for the page that most people come for. */
  readonly Page: ComponentType
  /** Asks for its figures before it is drawn, where it is what is opened first. */
  readonly readAhead?: (runtime: Runtime) => Promise<void>
}

/** Everything the rest of the app needs to know of a system; listed in `src/systems.ts`. */
export type System = {
  /** The name of its group in config.json, of its folders, and of what is kept about it. */
  readonly id: string
  /** In the navigation. */
  readonly name: string
  /** As a heading. */
  readonly title: string
  /** What it is for, in one sentence. */
  readonly lead: string
  /** Where config.json names none of these, the system is hidden. */
  readonly needs: ContractNeeds
  /** The first one is where the navigation leads. */
  readonly pages: readonly [SystemPage, ...SystemPage[]]
  /** What only pages across systems need, fetched when they do. */
  readonly load: {
    readonly front: () => Promise<FrontPart>
    readonly overview: () => Promise<OverviewPart>
    readonly activity: () => Promise<ActivityPart>
    readonly errors: () => Promise<ErrorBook>
  }
}
