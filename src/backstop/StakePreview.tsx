import { displayRatio } from '../math/amount'
import { knownValue } from '../math/reading'
import { usdt } from '../math/tether'
import { displayDateTime } from '../math/time'
import { WAD } from '../math/units'
import { NowAfter } from '../ui/NowAfter'
import { poolShares } from './format'
import { leftToCap, poolPreview } from './sizing'
import type { Series } from './snapshot'
import { t } from '../words/t'

type StakePreviewProps = {
  series: Series
  /** Shares added, or taken when negative. */
  change: bigint
  feeUsdt: bigint
}

/** What the change would do to the person's part and to the sale: now → after. rules.md B2, B3, B11 */
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
          label={t`Shares received`}
          now={change}
          after={undefined}
          format={poolShares}
          hint={feeUsdt > 0n ? t`After Tether’s transfer fee of ${usdt(feeUsdt)}` : t`One per USDT`}
        />
      )}
      <NowAfter label={t`My stake`} now={now?.shares} after={after?.shares} format={usdt} />
      <NowAfter
        label={t`My share of the pool`}
        now={now?.poolShareWad}
        after={after?.poolShareWad}
        format={(share) => displayRatio(share, WAD)}
      />
      <NowAfter
        label={t`Left to the cap`}
        now={now && leftToCap(terms, now.totalShares)}
        after={after && leftToCap(terms, after.totalShares)}
        format={usdt}
      />
      <NowAfter
        label={t`Leave freely until`}
        now={terms.stakingClose}
        after={undefined}
        format={displayDateTime}
      />
      <NowAfter
        label={t`Then locked, at most until`}
        now={terms.maturity}
        after={undefined}
        format={displayDateTime}
      />
    </div>
  )
}
