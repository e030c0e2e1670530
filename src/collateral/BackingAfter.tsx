import { displayAmount } from '../math/amount'
import { backingDown, ratioDown } from '../math/collateral'
import type { BackingNow } from '../math/collateral-backing'
import { dayCapOf } from '../math/collateral-room'
import { NowAfter } from '../ui/NowAfter'
import { isToday } from './backing-view'
import { ratioText, tusdtText } from './format'
import { taoUnit, usdcUnit, type BackingState } from './snapshot'
import { t } from '../words/t'

type BackingAfterProps = {
  state: BackingState
  after: BackingNow | undefined
  /** Of the block, unix seconds. */
  timestamp: bigint
}

/** What an action changes in the backing, by the arithmetic of the contract. rules.md C1, C2 */
export function BackingAfter({ state, after, timestamp }: BackingAfterProps) {
  const room = (now: BackingNow) => dayCapOf(now.day, now.parameters).room
  const ratio = ratioAt(state)
  return (
    <div className="divide-y divide-line">
      {ratio !== undefined && (
        <NowAfter
          label={t`Backing of issued TUSDT`}
          now={ratio}
          after={after && ratioAt(after)}
          format={(value) => ratioText(value, { maxFractionDigits: 2 })}
        />
      )}
      {isToday(state, timestamp) && (
        <NowAfter
          label={t`Left of today’s cap`}
          now={room(state)}
          after={after && room(after)}
          format={tusdtText}
          unit="TUSDT"
        />
      )}
      <NowAfter
        label={t`TAO in the backing`}
        now={state.holdings.tao}
        after={after?.holdings.tao}
        format={(value) => displayAmount(value, taoUnit.decimals, { maxFractionDigits: 4 })}
        unit="TAO"
      />
      <NowAfter
        label={t`USDC in the backing`}
        now={state.holdings.usd}
        after={after?.holdings.usd}
        format={(value) => displayAmount(value, usdcUnit.decimals)}
        unit="USDC"
      />
      <NowAfter
        label={t`Issued for backing`}
        now={state.holdings.outstanding}
        after={after?.holdings.outstanding}
        format={tusdtText}
        unit="TUSDT"
      />
    </div>
  )
}

/** CR at the current price; undefined where there is none, or nothing is out. */
function ratioAt({ holdings, prices }: BackingNow): bigint | undefined {
  const { tao, usd, outstanding } = holdings
  if (prices.current === 0n || outstanding <= 0n) return undefined
  return ratioDown(backingDown(tao, usd, prices.current), outstanding)
}
