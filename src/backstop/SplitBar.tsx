import { Waterfall } from '../ui/Waterfall'
import type { StakeSplit } from './view'
import { usdt } from './words'

/** Where every unit of a stake is. rules.md B7 */
export function SplitBar({ split }: { split: StakeSplit }) {
  return (
    <Waterfall
      label="Where your stake is"
      rows={[
        {
          label: 'Staked',
          segments: [
            { label: 'Claimable', amount: split.claimable, kind: 'first' },
            { label: 'Withdrawn', amount: split.withdrawn, kind: 'then' },
            ...(split.used > 0n
              ? [{ label: 'Used for Notes', amount: split.used, kind: 'short' as const }]
              : [{ label: 'Locked', amount: split.locked, kind: 'free' as const }]),
          ],
        },
      ]}
      format={usdt}
    />
  )
}
