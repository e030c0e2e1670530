import { backstopScript } from './backstop/script'
import { collateralScript } from './collateral/script'
import { musdtScript } from './musdt/script'
import { silosScript } from './silos/script'
import { stbtScript } from './stbt/script'
import type { SystemScript } from './system/script'

/** What each system of `systems.ts` tells without a page, in the same order: for alerts, scripts and the command line. */
export const scripts: readonly SystemScript[] = [
  backstopScript,
  musdtScript,
  stbtScript,
  silosScript,
  collateralScript,
]
