const GAP_PX = 6
const EDGE_PX = 8

/** Puts an open popover under its anchor, or above when there is no room; always inside the window. */
export function place(popover: HTMLElement, anchor: HTMLElement): void {
  // The content is rendered on opening, and grows when it is fetched or unfolded: placed anew with each of its sizes.
  const sizes = new ResizeObserver(() => {
    if (!popover.matches(':popover-open')) {
      sizes.disconnect()
      return
    }
    const from = anchor.getBoundingClientRect()
    const { offsetWidth, offsetHeight } = popover
    const below = from.bottom + GAP_PX
    const hasRoom = below + offsetHeight <= window.innerHeight - EDGE_PX
    const start = getComputedStyle(anchor).direction === 'rtl' ? from.right - offsetWidth : from.left
    const left = Math.min(start, document.documentElement.clientWidth - offsetWidth - EDGE_PX)
    const top = hasRoom ? below : Math.max(EDGE_PX, from.top - GAP_PX - offsetHeight)
    popover.style.inset = `${top}px auto auto ${Math.max(EDGE_PX, left)}px`
  })
  sizes.observe(popover)
}
