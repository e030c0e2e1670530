import { WAD } from '../math/units'
import { classes } from '../ui/classes'
import { barPercent } from '../ui/percent'
import { ratioText } from './format'
import type { BackingState } from './snapshot'
import { t } from '../words/t'

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
  const said = t`From 100% up: limit ${ratioText(level0)}, target ${ratioText(target)}, now ${ratioText(ratio)}.`
  return (
    <div role="img" aria-label={said} className="min-w-0 py-2 max-md:order-last max-md:col-span-2">
      <div aria-hidden="true" className="grid forced-color-adjust-none gap-1.5 text-xs text-muted">
        <div
          dir="ltr"
          className="relative h-4 overflow-hidden rounded-sm bg-success-soft ring-1 ring-line ring-inset"
        >
          <div
            className="absolute inset-y-0 start-0 border-e-2 border-warn bg-warn-soft"
            style={{ width: at(target) }}
          />
          <div className="absolute inset-y-0 start-0 bg-hatch text-danger" style={{ width: at(level0) }} />
          <div className="absolute inset-y-0 w-1 -translate-x-1/2 bg-ink" style={{ left: at(ratio) }} />
        </div>
        {/* Under the bar, not at their places: marks close together would be written over each other. */}
        <ul className="flex flex-wrap gap-x-4 gap-y-1">
          <Mark look="bg-hatch text-danger" text={t`below ${ratioText(level0)}, the limit`} />
          <Mark look="border-e-2 border-warn bg-warn-soft" text={t`below ${ratioText(target)}, the target`} />
          <Mark look="bg-success-soft" text={t`above it`} />
          <Mark look="bg-ink" text={t`now ${ratioText(ratio)}`} />
        </ul>
      </div>
    </div>
  )
}

function Mark({ look, text }: { look: string; text: string }) {
  return (
    <li className="flex items-center gap-1.5">
      <span className={classes('size-2.5 rounded-xs ring-1 ring-line ring-inset', look)} />
      <span>{text}</span>
    </li>
  )
}
