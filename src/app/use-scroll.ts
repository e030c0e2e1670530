import { useEffect, useRef } from 'react'

import { landOn, linkedPart, MOVES, PATIENCE_MS } from './landing'
import { readScroll, writeScroll } from './scroll-memory'

const WRITE_MS = 200

/**
 * A new page begins at its top, or at the part that a link names; Back, Forward and a reload return to where the person
 * was.
 */
export function useScroll(location: string): void {
  const heights = useRef(readScroll())
  const isReturning = useRef(isReload())
  const former = useRef<string>(undefined)
  useEffect(() => {
    history.scrollRestoration = 'manual'
    let timer: ReturnType<typeof setTimeout> | undefined
    const onPop = () => {
      isReturning.current = true
    }
    const keep = () => writeScroll(heights.current)
    const onScroll = () => {
      if (former.current === undefined) return
      heights.current.set(former.current, window.scrollY)
      clearTimeout(timer)
      timer = setTimeout(keep, WRITE_MS)
    }
    addEventListener('popstate', onPop)
    addEventListener('scroll', onScroll, { passive: true })
    // WebKit does not always keep what is written this late: hence the timer.
    addEventListener('pagehide', keep)
    return () => {
      clearTimeout(timer)
      removeEventListener('popstate', onPop)
      removeEventListener('scroll', onScroll)
      removeEventListener('pagehide', keep)
    }
  }, [])
  useEffect(() => {
    if (former.current === location) return
    former.current = location
    const wanted = isReturning.current ? (heights.current.get(location) ?? 0) : 0
    const part = isReturning.current ? undefined : linkedPart(window.location.hash)
    isReturning.current = false
    window.scrollTo(0, wanted)
    if (part !== undefined) return landOn(part)
    return wanted === 0 ? undefined : keepPlace(wanted)
  }, [location])
}

function isReload(): boolean {
  const [entry] = performance.getEntriesByType('navigation')
  return entry !== undefined && 'type' in entry && entry.type !== 'navigate'
}

/**
 * Scrolls down as the page grows, and lets nothing that is read later and stands above push the place away: a browser
 * would follow the line it sees, which is another one while half of the page is missing.
 */
function keepPlace(wanted: number): () => void {
  const until = performance.now() + PATIENCE_MS
  // Chromium follows a line of the body whatever the document's own element says.
  const { style } = document.body
  let frame = 0
  const stop = () => {
    cancelAnimationFrame(frame)
    style.overflowAnchor = ''
    for (const move of MOVES) removeEventListener(move, stop)
  }
  let hasArrived = false
  const again = () => {
    // A page that has become shorter than that, a list for its skeleton, took the place with it.
    hasArrived &&= document.documentElement.scrollHeight - innerHeight >= wanted
    if (!hasArrived) window.scrollTo(0, wanted)
    hasArrived ||= window.scrollY >= wanted
    if (performance.now() > until) stop()
    else frame = requestAnimationFrame(again)
  }
  style.overflowAnchor = 'none'
  for (const move of MOVES) addEventListener(move, stop, { passive: true })
  again()
  return stop
}
