import type { UsdtFacts } from '../chain/usdt'
import { feeGate } from '../form/gates'
import { notPausedTetherGate, recipientGate, somethingGate } from '../form/payout-gates'
import type { Recipient } from '../tx/plan/recipient'
import type { Gate } from '../ui/gate'
import type { Claim } from './plans'
import { claimParts, isNothing } from './view'
import { inRow, t } from '../words/t'

/** What must hold before `due` is claimed: of USDT only where some is paid. rules.md U4, U5, B16 */
export function claimGates(
  due: Claim,
  usdt: UsdtFacts,
  recipient: Recipient,
  nothing = t`Nothing can be claimed right now.`,
): readonly Gate[] {
  const paysUsdt = due.usdtAmount > 0n || (due.upfront > 0n && due.upfrontAsset === 'USDT')
  return [
    somethingGate(t`Something to claim`, isNothing(due) ? undefined : inRow(claimParts(due)), nothing),
    ...(paysUsdt ? [notPausedTetherGate(usdt), feeGate(usdt)] : []),
    recipientGate(recipient, usdt),
  ]
}
