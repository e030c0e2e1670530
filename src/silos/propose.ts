import type { PageProps } from './SilosFrame'

/** Of every form that proposes. */
export type ProposeProps = PageProps & {
  /** When proposals open, or have opened, in this cycle; unix seconds. */
  readonly opensAt: bigint | undefined
}

/** How the gate of that moment is worded. */
export const openWords = { since: '', wait: 'They open in' }
