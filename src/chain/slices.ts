import { nextTask } from './next-task'

/** A frame is 16 ms; what runs longer than this at a time is seen as a jerk. */
const SLICE_MS = 8
/** The clock is looked at once in so many items. */
const STRIDE = 64

/**
 * Does something for each item, in order, and lets the page draw and answer in between: a long list never holds a frame
 * up. Throws what `act` throws, or that the signal was aborted meanwhile.
 */
export async function eachInSlices<T>(
  items: Iterable<T>,
  act: (item: T, index: number) => void,
  signal?: AbortSignal,
): Promise<void> {
  let until = performance.now() + SLICE_MS
  let index = 0
  for (const item of items) {
    if (index % STRIDE === STRIDE - 1 && performance.now() > until) {
      await nextTask()
      signal?.throwIfAborted()
      until = performance.now() + SLICE_MS
    }
    act(item, index++)
  }
}
