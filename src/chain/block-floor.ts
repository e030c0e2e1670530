import { createStore } from './store'

const floor = createStore(0n)

/** The block that every shown figure must have reached; 0 before the first receipt. */
export const blockFloor = { get: floor.get, subscribe: floor.subscribe }

/**
 * Says that a receipt of the user's own is in this block: a snapshot of an older block does not know what
 * they just did and is shown as stale until a newer one arrives.
 */
export function dropOlderThan(blockNumber: bigint): void {
  if (blockNumber > floor.get()) floor.set(blockNumber)
}

/** After a reorg the receipt's block may be gone: nothing may wait for it. */
export function lowerFloorTo(blockNumber: bigint): void {
  if (blockNumber < floor.get()) floor.set(blockNumber)
}
