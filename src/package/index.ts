/**
 * The package `ballast`: what the app reads, computes and plans, for scripts. Formulas are in `ballast/math/…`, ABIs in
 * `ballast/abis/…`, one file each. docs/package.md
 */
export { open, atHead, systemsOn, type Choice } from './open'
export { netWorthIn, positionsOf, type SystemPosition } from './positions'
export { historyOf, type AccountHistory } from './history'
export { plansOn, planned, type Planned } from './planned'
export { look, type Look } from './look'
export { readTree, readKnown } from '../chain/read-at'
export { read } from '../chain/read'
export { teller as describe } from '../activity/own-events'
export type { ChainAt, ChainReader } from '../chain/chain-reader'
export type { Network } from '../chain/config'
export type { Condition, News, Told } from '../system/conditions'
export type { Found, SystemScript } from '../system/script'
export type { Plan } from '../tx/plan/plan'
export type { Step } from '../tx/plan/steps'
