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

/** Waits until the browser has had a turn. Timers would be slowed down: by 4 ms each, in a hidden tab by a second. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(undefined)
  })
}
