import type { UsdtFacts } from '../chain/usdt'
import type { Reading } from '../math/reading'
import { displayDateTime, displayDuration } from '../math/time'
import { feeGate, readingGate } from '../form/gates'
import { notPausedTetherGate, recipientGate, sinceGate } from '../form/payout-gates'
import type { Recipient } from '../tx/plan/recipient'
import type { Gate } from '../ui/gate'
import { feedGate } from './gates'
import type { Epochs, VaultState } from './snapshot'
import type { Epoch } from './view'
import { t } from '../words/t'

/** Which of the two kinds of vault it is decides how it is called. */
export function vaultReadGate(state: Reading<VaultState>): Gate {
  return readingGate(t`Vault read in full`, state, () => ({ isMet: true, detail: t`Its rules are known.` }))
}

/** Ours redeems in all of an epoch; a GToken until its feed prepares the next one. rules.md M8 */
export function redeemWindowGate(epochs: Epochs, epoch: Epoch | undefined, now: bigint | undefined): Gate {
  const label = t`Redeeming is open`
  if (!epoch || now === undefined) return { label, isMet: false, detail: t`Not read yet.` }
  if (epochs.feed) return feedGate(label, epochs.feed, epoch.redeemUntil, now)
  if (now < epoch.redeemUntil)
    return {
      label,
      isMet: true,
      detail: t`Until ${displayDateTime(epoch.redeemUntil)}, ${displayDuration(epoch.redeemUntil - now)} left.`,
    }
  return {
    label,
    isMet: false,
    detail: t`Epoch ${epoch.number} ended ${displayDateTime(epoch.endsAt)}: the next one is read with the next block.`,
  }
}

/** What stands between the vault and the one who is paid; only Tether has a fee, a pause and a blacklist. rules.md U4, U5 */
export function payoutGates(usdt: UsdtFacts | undefined, recipient: Recipient): readonly Gate[] {
  const recipientMet = recipientGate(recipient, usdt)
  return usdt ? [notPausedTetherGate(usdt), feeGate(usdt), recipientMet] : [recipientMet]
}

/** An mNFT goes to somebody else, or stays where it is. rules.md M5 */
export function newHolderGate(recipient: Recipient): Gate {
  const label = t`New holder`
  if (recipient.kind === 'invalid') return { label, isMet: false, detail: recipient.problem }
  return recipient.kind === 'self'
    ? { label, isMet: false, detail: t`This is your own address: it holds the mNFT already.` }
    : { label, isMet: true, detail: t`Goes to ${recipient.address}.` }
}

/** From here on the feed lets anyone begin the next epoch, however much it was told. */
export function epochDueGate(epoch: Epoch | undefined, now: bigint | undefined): Gate {
  return sinceGate(t`Epoch is over`, epoch?.endsAt, now, { since: t`: anyone may begin the next` })
}
