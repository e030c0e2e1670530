import { useEffect, useRef, useState, type RefObject } from 'react'

/** Ends when the chart before has been drawn. */
let turn = Promise.resolve()

/** How wide an element is, in pixels; 0 until it is its turn to be drawn. */
export function useWidth(): { readonly ref: RefObject<HTMLDivElement | null>; readonly width: number } {
  const ref = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const element = ref.current
    if (!element) return
    const measure = () => setWidth(element.clientWidth)
    const observer = new ResizeObserver(measure)
    // The library takes tens of milliseconds for a chart: each has a task of its own, with room for others in between.
    turn = turn.then(() => {
      measure()
      observer.observe(element)
      return new Promise((resolve) => setTimeout(resolve))
    })
    return () => observer.disconnect()
  }, [])
  return { ref, width }
}
