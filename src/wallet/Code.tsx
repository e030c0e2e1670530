import { encode } from 'uqr'

/** Without four light squares around it many cameras do not see a code (ISO/IEC 18004). */
const QUIET_SQUARES = 4

/** A text as a code for cameras: dark on light in every theme, which not all cameras read the other way round. */
export default function Code({ text, label }: { text: string; label: string }) {
  const { size, data } = encode(text, { border: QUIET_SQUARES })
  const squares = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : [])))
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="mx-auto size-64 rounded-md forced-color-adjust-none"
    >
      <path d={`M0 0h${size}v${size}H0z`} fill="#fff" />
      <path d={squares.join('')} fill="#000" />
    </svg>
  )
}
