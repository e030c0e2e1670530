import type { Curve } from '../chart'

/** The path through pixels, evenly or by steps, to a hundredth of a pixel; empty where there are none. */
export function linePath(
  pixels: readonly (readonly [x: number, y: number])[],
  curve: Exclude<Curve, 'bars'>,
): string {
  const round = (pixel: number) => Math.round(pixel * 100) / 100
  return pixels
    .map(([x, y], index) => {
      if (index === 0) return `M${round(x)} ${round(y)}`
      return curve === 'stepAfter' ? `H${round(x)}V${round(y)}` : `L${round(x)} ${round(y)}`
    })
    .join('')
}
