/** A page may still be fetched or reading: a place on it is waited for until the person moves, but no longer than this. */
export const PATIENCE_MS = 15_000
export const MOVES = ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const

/** What the address names of its page: "/claims?part=3". */
export function linkedPart(hash: string): string | undefined {
  return new URLSearchParams(hash.split('?', 2)[1]).get('part') ?? undefined
}

/**
 * Goes to the element of the page that has this part, once it is there, and gives it the focus; not if the person has
 * begun to move meanwhile. Returns what stops the waiting.
 */
export function landOn(part: string): () => void {
  const until = performance.now() + PATIENCE_MS
  let frame = 0
  const stop = () => {
    cancelAnimationFrame(frame)
    for (const move of MOVES) removeEventListener(move, stop)
  }
  const look = () => {
    const found = document.querySelector<HTMLElement>(`[data-part="${CSS.escape(part)}"]`)
    if (found) {
      found.focus({ preventScroll: true })
      found.scrollIntoView({ block: 'start' })
    }
    if (found || performance.now() > until) stop()
    else frame = requestAnimationFrame(look)
  }
  for (const move of MOVES) addEventListener(move, stop, { passive: true })
  frame = requestAnimationFrame(look)
  return stop
}
