import { displayRatio } from '../math/amount'
import { knownValue } from '../math/reading'
import { NowAfter } from '../ui/NowAfter'
import type { Series } from './snapshot'
import { poolPreview } from './sizing'
import { usdt } from '../math/tether'
import { WAD } from '../math/units'

type StakePreviewProps = {
  series: Series
  /** Shares added, or taken when negative. */
  change: bigint
  feeUsdt: bigint
}

/** What the change would do to the person's part and to the sale: now → after. rules.md B2, B3, B9 */
export function StakePreview({ series, change, feeUsdt }: StakePreviewProps) {
  const { terms } = series
  const total = knownValue(series.state)?.totalShares
  // Without a wallet the preview is a newcomer's.
  const shares = series.position === undefined ? 0n : knownValue(series.position)?.shares
  const isKnown = total !== undefined && shares !== undefined
  const now = isKnown ? poolPreview(terms, total, shares) : undefined
  const isPossible = isKnown && change !== 0n && shares + change >= 0n && total + change >= 0n
  const after = isPossible ? poolPreview(terms, total, shares, change) : undefined
  return (
    <div className="divide-y divide-line">
      {change > 0n && (
        <NowAfter
          label="Shares received"
          now={change}
          after={undefined}
          format={usdt}
          hint={feeUsdt > 0n ? `After Tether’s transfer fee of ${usdt(feeUsdt)}` : 'One per USDT'}
        />
      )}
      <NowAfter label="My stake" now={now?.shares} after={after?.shares} format={usdt} />
      <NowAfter
        label="My share of the pool"
        now={now?.poolShareWad}
        after={after?.poolShareWad}
        format={(share) => displayRatio(share, WAD)}
      />
      <NowAfter label="Capacity" now={now?.capacityUsdt} after={after?.capacityUsdt} format={usdt} />
      <NowAfter label="Sale limit" now={now?.saleLimitUsdt} after={after?.saleLimitUsdt} format={usdt} />
      <NowAfter
        label="My upfront share"
        now={now?.upfrontIfFullUsdt}
        after={after?.upfrontIfFullUsdt}
        format={usdt}
        hint="Value if sold in full"
      />
    </div>
  )
}
