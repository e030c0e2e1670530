import { useDeferredValue, type ReactNode } from 'react'

type AfterwardsProps = { children: ReactNode; waiting?: ReactNode }

/**
 * What takes long to draw: begun when what is around it has been drawn, and in slices, between which the page answers. For
 * what takes more than a frame together with the rest.
 */
export function Afterwards({ children, waiting = null }: AfterwardsProps) {
  return useDeferredValue(true, false) ? children : waiting
}
