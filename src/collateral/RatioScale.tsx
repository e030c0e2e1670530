import { WAD } from '../math/units'
import { barPercent } from '../ui/percent'
import { ratioText } from './format'
import type { BackingState } from './snapshot'

/** The ratio on one scale with its limit and its target, from 100% up. rules.md C9, C12 */
export function RatioScale({
  ratio,
  parameters,
}: {
  ratio: bigint
  parameters: Pick<BackingState['parameters'], 'level0' | 'target'>
}) {
  const { level0, target } = parameters
  const most = (ratio > target ? ratio : target) + WAD / 5n
  const at = (value: bigint) => barPercent(value > WAD ? value - WAD : 0n, most - WAD)
  const said = `From 100% up: limit ${ratioText(level0)}, target ${ratioText(target)}, now ${ratioText(ratio)}.`
  return (
    <div role="img" aria-label={said} className="min-w-0 py-2">
      <div aria-hidden="true" className="relative forced-color-adjust-none text-[0.6875rem] leading-4">
        <div className="relative h-4">
          <Mark at={at(ratio)}>
            <b>now</b>
          </Mark>
        </div>
        <div className="relative h-4 overflow-hidden rounded-sm bg-success-soft ring-1 ring-line ring-inset">
          <div className="absolute inset-y-0 left-0 bg-warn-soft" style={{ width: at(target) }} />
          <div className="absolute inset-y-0 left-0 bg-hatch text-danger" style={{ width: at(level0) }} />
          <div className="absolute inset-y-0 w-1 -translate-x-1/2 bg-ink" style={{ left: at(ratio) }} />
        </div>
        <div className="relative h-4 text-muted">
          <Mark at={at(level0)}>
            <b>{ratioText(level0)}</b> limit
          </Mark>
          <Mark at={at(target)}>
            <b>{ratioText(target)}</b> target
          </Mark>
        </div>
      </div>
    </div>
  )
}

/** A word at a place of the scale; it is moved by as much of its own width, so that it never leaves it. */
function Mark({ at, children }: { at: string; children: React.ReactNode }) {
  return (
    <span className="absolute whitespace-nowrap" style={{ left: at, translate: `-${at}` }}>
      {children}
    </span>
  )
}
