import { isAddressEqual } from 'viem'
import type { Address } from 'viem'

import { displayAmount } from '../../math/amount'
import type { Entry } from '../follow/entry'
import { confirmedByOne, statusWords } from '../follow/status-words'
import type { ReviewState } from './review-state'
import { t } from '../../words/t'

/** Where a review stands, for the account that is connected now. */
export function stageSentence(
  { plan, stage, entries, openRequest, rehearsal, problem }: ReviewState,
  account: Address | undefined,
  blockNumber: bigint | undefined,
): string {
  if (account === undefined)
    return t`The wallet was disconnected. Connect it again to go on; nothing is lost.`
  if (!isAddressEqual(account, plan.account)) {
    return t`This belongs to ${plan.account}. Choose that account in the wallet to go on.`
  }
  const latest = entries.at(-1)
  switch (stage) {
    case 'preparing':
      return t`Rehearsing on the newest block. Nothing is sent.`
    case 'blocked':
      if (openRequest) return t`No new request goes to the wallet.`
      return problem?.isRefusal ? t`Not signed.` : t`The wallet is not asked to sign this.`
    case 'ready':
      return rehearsal && rehearsal.couldNotKnow.length > 0
        ? t`Tried on block ${displayAmount(blockNumber ?? 0n, 0)} only in part: what could not be checked is listed below.`
        : t`Rehearsed on block ${displayAmount(blockNumber ?? 0n, 0)}: it does exactly this.`
    case 'checking':
      return t`Checking once more that nothing has changed. Your wallet is asked next.`
    case 'waiting':
      return t`Waiting for the wallet. Confirm or reject it there.`
    case 'following':
      return latest ? `${latest.stepTitle}: ${statusWords(latest).sentence}` : t`On its way.`
    case 'done':
      return [
        t`Done.`,
        confirmedByOne(entries) ?? t`The chain has it.`,
        ...entries.flatMap(differences),
      ].join(' ')
  }
}

/** Where a figure without a bound became another than was shown. */
function differences({ hasEffect, unbounded, note }: Entry): readonly string[] {
  return hasEffect === true && unbounded && note !== undefined ? [note] : []
}
