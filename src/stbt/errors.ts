import { stbtAbi } from '../../abis/STBT'
import { stbtMinterAbi } from '../../abis/StbtMinter'
import { stbtMinterStandInAbi } from '../../abis/StbtMinterStandIn'
import { stbtStandInAbi } from '../../abis/StbtStandIn'
import { stbtTimelockControllerAbi } from '../../abis/StbtTimelockController'
import { wstbtAbi } from '../../abis/WSTBT'
import { wstbtStandInAbi } from '../../abis/WstbtStandIn'
import { exactText } from '../math/amount'
import { displayDateTime, displayDuration } from '../math/time'
import type { ErrorBook } from '../tx/explain/error-book'
import {
  amountIn,
  notForYou,
  plain,
  refresh,
  report,
  text,
  time,
  wait,
  whole,
} from '../tx/explain/error-words'
import { dayText, rateText } from './format'
import { stbtUnit, wstbtUnit } from './snapshot'
import { t } from '../words/t'

const stbt = (value: unknown) => exactText(whole(value), stbtUnit)
const issuerOnly = t`Only the issuer may do this.`
const askIssuer = t`Ask the issuer for the permission, or use an account that has it.`
const notPermitted = t`The issuer gives permissions to accredited investors, and this account lacks the one for this.`
const over = t`The permission of an account in this has ended.`

/** What STBT, its Minter, its queue and wSTBT answer, in ours and in the live contracts (rules.md T2–T17). */
export const stbtErrors: ErrorBook = {
  abis: [
    stbtAbi,
    stbtMinterAbi,
    stbtTimelockControllerAbi,
    wstbtAbi,
    stbtStandInAbi,
    stbtMinterStandInAbi,
    wstbtStandInAbi,
  ],
  sentences: {
    Stbt_WorthNoShare: ({ amount }) => [t`${stbt(amount)} is worth less than one share.`, t`Enter more.`],
    Stbt_UnwrapPaysNothing: ({ shares }) => [
      t`${exactText(whole(shares), wstbtUnit)} is worth so little that nothing would be paid.`,
      t`Unwrap more at once.`,
    ],
    Stbt_NothingProposed: ({ deposit, feeRate }, moved) => [
      t`After the fee of ${rateText(whole(feeRate))} nothing is left of ${amountIn(deposit, moved?.gives)}.`,
      t`Enter more.`,
    ],
    Stbt_ReserveUnknown: ({ answer, updatedAt, heartbeat }) => [
      whole(answer) > 0n
        ? t`The proof of reserve cannot be used: it was told ${time(updatedAt)}, and may be ${displayDuration(whole(heartbeat))} old.`
        : t`The proof of reserve cannot be used: it says 0 or less.`,
      t`Nothing is issued until it is told anew: wait, and try again.`,
    ],
    Stbt_IntervalTooLong: ({ interval, longest }) => [
      t`${displayDuration(whole(interval))} between two reports is more than ${displayDuration(whole(longest))}.`,
      t`Choose a shorter interval.`,
    ],
    Stbt_PeriodNotNext: ({ from, expectedFrom }) => [
      t`A report from ${time(from)} does not join the last one, which ended ${time(expectedFrom)}.`,
      t`Report from there on.`,
    ],
    Stbt_InvalidPeriod: ({ from, to, nowSeconds }) => [
      t`A report from ${time(from)} to ${time(to)} does not end after it begins and before ${displayDateTime(whole(nowSeconds))}.`,
      t`Report a time that is over.`,
    ],
    Stbt_DayReported: ({ day, lastDay }) => [
      t`Interest for ${dayText(whole(day))} comes too late: ${dayText(whole(lastDay))} has been reported.`,
      refresh,
    ],
    ERC2612ExpiredSignature: ({ deadline }) => [t`The signed permit ended ${time(deadline)}.`, refresh],
    ERC2612InvalidSigner: ({ signer, owner }) => [
      t`The permit was signed by ${text(signer)}, not by ${text(owner)}.`,
      report,
    ],
    InvalidAccountNonce: ({ currentNonce }) => [
      t`The permit is not the next one, number ${plain(currentNonce)}.`,
      refresh,
    ],
    ECDSAInvalidSignature: () => [t`The signature is none.`, report],
    ECDSAInvalidSignatureLength: () => [t`The signature is too long or too short.`, report],
    ECDSAInvalidSignatureS: () => [t`The signature is not in its only valid form.`, report],
    InvalidShortString: () => [t`A name is too long.`, report],
    StringTooLong: () => [t`A name is too long.`, report],
    FailedCall: () => [t`What was queued failed without a reason.`, refresh],
    TimelockInsufficientDelay: ({ delay, minDelay }) => [
      t`It would wait ${displayDuration(whole(delay))}, and has to wait ${displayDuration(whole(minDelay))}.`,
      report,
    ],
    TimelockInvalidOperationLength: () => [t`The parts of a queued call do not fit together.`, report],
    TimelockUnauthorizedCaller: ({ caller }) => [
      t`Only the queue itself may do this, not ${text(caller)}.`,
      notForYou,
    ],
    TimelockUnexecutedPredecessor: () => [t`Another call has to be executed before.`, wait],
    TimelockUnexpectedOperationState: () => [
      t`The request is not ready: it was executed, cancelled, or waits for its time.`,
      refresh,
    ],
  },
  texts: {
    'STBT: NO_SEND_PERMISSION': [notPermitted, askIssuer],
    'STBT: NO_RECEIVE_PERMISSION': [notPermitted, askIssuer],
    'WSTBT: NO_SEND_PERMISSION': [notPermitted, askIssuer],
    'WSTBT: NO_RECEIVE_PERMISSION': [notPermitted, askIssuer],
    'MINTER: NO_RECEIVE_PERMISSION': [notPermitted, askIssuer],
    'STBT: SEND_PERMISSION_EXPIRED': [over, t`Ask the issuer to renew it.`],
    'STBT: RECEIVE_PERMISSION_EXPIRED': [over, t`Ask the issuer to renew it.`],
    'WSTBT: SEND_PERMISSION_EXPIRED': [over, t`Ask the issuer to renew it.`],
    'WSTBT: RECEIVE_PERMISSION_EXPIRED': [over, t`Ask the issuer to renew it.`],
    'MINTER: RECEIVE_PERMISSION_EXPIRED': [over, t`Ask the issuer to renew it.`],
    'STBT: EXCEED_RESERVE': [
      t`The proof of reserve does not cover so much STBT: issues wait in the queue until it does.`,
      t`Execute it again later; what was deposited stays with the issuer meanwhile.`,
    ],
    'STBT: TRANSFER_AMOUNT_EXCEEDS_BALANCE': [t`There is less STBT than that.`, refresh],
    'STBT: BURN_AMOUNT_EXCEEDS_BALANCE': [
      t`The pool has less STBT than is to be burnt.`,
      t`The issuer has to add to the pool; nothing is lost meanwhile.`,
    ],
    'STBT: TRANSFER_AMOUNT_EXCEEDS_ALLOWANCE': [t`Less STBT is allowed to be taken than that.`, refresh],
    'STBT: REDEEM_AMOUNT_EXCEEDS_ALLOWANCE': [
      t`The pool allows the queue to burn less than that.`,
      t`The issuer has to allow more; nothing is lost meanwhile.`,
    ],
    'STBT: NOT_ISSUER': [issuerOnly, notForYou],
    'STBT: NOT_CONTROLLER': [t`Only the controller may do this.`, notForYou],
    'STBT: NOT_MODERATOR': [t`Only who gives permissions may do this.`, notForYou],
    'STBT: MIN_DISTRIBUTE_INTERVAL_VIOLATED': [t`Interest was reported too short a time ago.`, wait],
    'STBT: MAX_DISTRIBUTE_RATIO_EXCEEDED': [t`So much interest is not taken at once.`, notForYou],
    'WSTBT: ZERO_AMOUNT': [t`The amount is 0.`, t`Enter an amount above 0.`],
    'MINTER: TOKEN_NOT_SUPPORTED': [t`STBT cannot be minted with this coin.`, t`Choose another coin.`],
    'EnumerableMap: nonexistent key': [t`STBT cannot be minted with this coin.`, t`Choose another coin.`],
    'MINTER: DEPOSIT_AMOUNT_TOO_SMALL': [
      t`The deposit is below the least one, or the coin is closed.`,
      t`Enter more, or choose another coin.`,
    ],
    'MINTER: PROPOSE_AMOUNT_TOO_SMALL': [
      t`Less STBT would be proposed than was asked for: the fee has changed.`,
      refresh,
    ],
    'MINTER: REDEEM_AMOUNT_TOO_SMALL': [
      t`The amount is below the least one, or the coin is closed for redemptions.`,
      t`Enter more, or choose another coin.`,
    ],
    'MINTER: NULL_TARGET': [t`There is no such redemption, or it is paid.`, refresh],
    'MINTER: PENDING_REDEEM': [t`A redemption is still owed.`, notForYou],
    'TimelockController: operation is not ready': [
      t`The request is not ready: it was executed, cancelled, or waits for its time.`,
      refresh,
    ],
    'TimelockController: operation already scheduled': [t`The request is in the queue already.`, refresh],
    'TimelockController: operation cannot be cancelled': [t`The request is not in the queue.`, refresh],
    'TimelockController: missing dependency': [t`Another call has to be executed before.`, wait],
    'TimelockController: UNKNOWN_SELECTOR': [t`The queue does not take this call.`, report],
  },
}
