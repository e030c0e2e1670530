import { knownValue } from '../math/reading'
import { displayDateTime, displayDuration } from '../math/time'
import { Callout } from '../ui/Callout'
import { redeemSplit } from './exit-view'
import type { Vault, VaultState } from './snapshot'
import { amountText, exactText } from '../math/amount'

type RedeemLimitsProps = { vault: Vault; state: VaultState; now: bigint | undefined }

/** What the daily limit lets out, and what of a request has to wait for it. rules.md M8 */
export function RedeemLimits({ vault, state, now }: RedeemLimitsProps) {
  const { asset, share } = vault.identity
  const { epochs } = state
  const holder = knownValue(vault.holder)
  if (!epochs || epochs.withdrawalRoom === undefined || epochs.roomRenewsAt === undefined) return null
  const { withdrawalRoom, roomRenewsAt } = epochs
  const split = holder && redeemSplit(state, holder, now ?? vault.timestamp)
  const isWhole = now !== undefined && roomRenewsAt <= now
  return (
    <>
      <p className="text-xs text-muted">
        {amountText(withdrawalRoom, asset)} may still leave the vault today, first come, first served.{' '}
        {isWhole
          ? 'The day begins with the next redemption.'
          : `The limit renews ${now === undefined ? '' : `in ${displayDuration(roomRenewsAt - now)}, `}${displayDateTime(roomRenewsAt)}.`}
      </p>
      {split && split.later > 0n && (
        <Callout tone="warn" title="Not all of it can leave today">
          {exactText(split.now, share)} can be redeemed now, {exactText(split.later, share)} must wait for the
          daily limit
          {split.isTooLate
            ? ', which renews only after this epoch: that part becomes void.'
            : ', which renews before this epoch ends.'}
        </Callout>
      )}
    </>
  )
}
