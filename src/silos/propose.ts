import type { Board } from './proposals'
import type { PageProps } from './SilosFrame'
import { t } from '../words/t'

/** Of every form that proposes. */
export type ProposeProps = PageProps & {
  /** When proposals open, or have opened, in this cycle; unix seconds. */
  readonly opensAt: bigint | undefined
  /** The trustees of now: a dividend is split by their weights, and a new list begins with them. */
  readonly board: Board | undefined
}

/** How the gate of that moment is worded. */
export const openWords = { since: '', wait: t`They open in` }
