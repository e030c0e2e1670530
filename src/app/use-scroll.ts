import { useEffect, useRef } from 'react'

/** A page may still be fetched or reading: until it is as tall as it was, but no longer than this. */
const PATIENCE_MS = 3_000

/**
 * A new page begins at its top; Back and Forward return to where the person was. A reload is the browser’s own: Chromium
 * and Firefox return, WebKit only when the page is there in time.
 */
export function useScroll(location: string): void {
  const heights = useRef(new Map<string, number>())
  const isReturning = useRef(false)
  const former = useRef(location)
  useEffect(() => {
    history.scrollRestoration = 'manual'
    const onPop = () => {
      isReturning.current = true
    }
    const onScroll = () => heights.current.set(former.current, window.scrollY)
    addEventListener('popstate', onPop)
    addEventListener('scroll', onScroll, { passive: true })
    return () => {
      removeEventListener('popstate', onPop)
      removeEventListener('scroll', onScroll)
    }
  }, [])
  useEffect(() => {
    if (former.current === location) return
    former.current = location
    const wanted = isReturning.current ? (heights.current.get(location) ?? 0) : 0
    isReturning.current = false
    window.scrollTo(0, wanted)
    const until = performance.now() + PATIENCE_MS
    let frame = 0
    const again = () => {
      if (window.scrollY >= wanted || performance.now() > until) return
      window.scrollTo(0, wanted)
      frame = requestAnimationFrame(again)
    }
    again()
    return () => cancelAnimationFrame(frame)
  }, [location])
}
