import type { Abi } from 'viem'
import type { Action } from '../fixtures/actions'

/** A page as a person finds it. */
export type PageUnderTest = {
  readonly path: string
  readonly heading: string
  /** Its figures name a source on the chain. */
  readonly hasFigures: boolean
}

/** What the tests of every system need to know of one: an entry file each, listed in `../systems.ts`. */
export type SystemUnderTest = {
  /** As in `src/systems.ts`. */
  readonly id: string
  readonly name: string
  readonly title: string
  /** Where its events are said to have happened. */
  readonly place: RegExp
  /** Its history needs nothing but events, and what it may take is known without asking. */
  readonly isHistoryAlone: boolean
  /** Of every page, with an address that has something to show on the seeded chain. */
  readonly pages: readonly PageUnderTest[]
  /** Of the contracts its figures come from. */
  readonly abis: readonly Abi[]
  /** What is done with money, by name: each has to survive every fault of chain, wallet and browser. */
  readonly actions: Readonly<Record<string, Action>>
}
