import { knownValue } from '../math/reading'
import { displayDateTime } from '../math/time'
import { Callout } from '../ui/Callout'
import { redeemSplit } from './exit-view'
import type { Vault, VaultState } from './snapshot'
import { amountText, exactText } from '../math/amount'
import { t } from '../words/t'

type RedeemLimitsProps = { vault: Vault; state: VaultState; now: bigint | undefined }

/** What the limit lets out, and what of a request has to wait for it. rules.md M8 */
export function RedeemLimits({ vault, state, now }: RedeemLimitsProps) {
  const { asset, share } = vault.identity
  const { epochs } = state
  const holder = knownValue(vault.holder)
  if (!epochs || epochs.withdrawalRoom === undefined || epochs.withdrawalLimit === undefined) return null
  const { withdrawalRoom, withdrawalLimit } = epochs
  const split = holder && redeemSplit(state, holder, now ?? vault.timestamp)
  return (
    <>
      <p className="text-xs text-muted">
        {t`${amountText(withdrawalRoom, asset)} may leave the vault now, first come, first served. The limit is a quarter of the collateral, ${amountText(withdrawalLimit, asset)}, and refills evenly over 24 hours.`}
      </p>
      {split && split.later > 0n && (
        <Callout tone="warn" title={t`Not all of it can leave now`}>
          {t`${exactText(split.now, share)} can be redeemed now, ${exactText(split.later, share)} must wait for the limit to refill`}
          {split.isTooLate || split.laterAt === undefined
            ? t`: redeem it in parts. Whatever is left when this epoch ends becomes void.`
            : t`, until ${displayDateTime(split.laterAt)} if nobody else redeems.`}
        </Callout>
      )}
    </>
  )
}
