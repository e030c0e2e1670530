import { BPS } from '../math/units'

/** Length of a bar as CSS, `value` of `max`, kept within 0% and 100%. Pixels only: never shown as a number. */
export function barPercent(value: bigint, max: bigint): string {
  if (max <= 0n || value <= 0n) return '0%'
  const basisPoints = value >= max ? BPS : (value * BPS) / max
  const hundredths = (basisPoints % 100n).toString().padStart(2, '0')
  return `${basisPoints / 100n}.${hundredths}%`
}
