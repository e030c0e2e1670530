import { stbtAbi } from '../../abis/STBT'
import { stbtMinterAbi } from '../../abis/StbtMinter'
import { stbtMinterStandInAbi } from '../../abis/StbtMinterStandIn'
import { stbtStandInAbi } from '../../abis/StbtStandIn'
import { stbtTimelockControllerAbi } from '../../abis/StbtTimelockController'
import { wstbtAbi } from '../../abis/WSTBT'
import { wstbtStandInAbi } from '../../abis/WstbtStandIn'
import { displayAmount, exactText } from '../math/amount'
import { displayDateTime, displayDuration } from '../math/time'
import type { ErrorBook } from '../tx/explain/error-book'
import { notForYou, plain, refresh, report, text, time, wait, whole } from '../tx/explain/error-words'
import { dayText, rateText } from './format'
import { stbtUnit, wstbtUnit } from './snapshot'

const stbt = (value: unknown) => exactText(whole(value), stbtUnit)
const issuerOnly = 'Only the issuer may do this.'
const askIssuer = 'Ask the issuer for the permission, or use an account that has it.'
const notPermitted =
  'The issuer gives permissions to accredited investors, and this account lacks the one for this.'
const over = 'The permission of an account in this has ended.'

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
    Stbt_WorthNoShare: ({ amount }) => [`${stbt(amount)} is worth less than one share.`, 'Enter more.'],
    Stbt_UnwrapPaysNothing: ({ shares }) => [
      `${exactText(whole(shares), wstbtUnit)} is worth so little that nothing would be paid.`,
      'Unwrap more at once.',
    ],
    Stbt_NothingProposed: ({ deposit, feeRate }) => [
      `After the fee of ${rateText(whole(feeRate))} nothing is left of ${plain(deposit)} units of the coin.`,
      'Enter more.',
    ],
    Stbt_ReserveUnknown: ({ answer, updatedAt, heartbeat }) => [
      `The proof of reserve cannot be used: it says ${displayAmount(whole(answer), 0)}, told ${time(updatedAt)}, and may be ${displayDuration(whole(heartbeat))} old.`,
      'Nothing is issued until it is told anew: wait, and try again.',
    ],
    Stbt_IntervalTooLong: ({ interval, longest }) => [
      `${displayDuration(whole(interval))} between two reports is more than ${displayDuration(whole(longest))}.`,
      'Choose a shorter interval.',
    ],
    Stbt_PeriodNotNext: ({ from, expectedFrom }) => [
      `A report from ${time(from)} does not join the last one, which ended ${time(expectedFrom)}.`,
      'Report from there on.',
    ],
    Stbt_InvalidPeriod: ({ from, to, nowSeconds }) => [
      `A report from ${time(from)} to ${time(to)} does not end after it begins and before ${displayDateTime(whole(nowSeconds))}.`,
      'Report a time that is over.',
    ],
    Stbt_DayReported: ({ day, lastDay }) => [
      `Interest for ${dayText(whole(day))} comes too late: ${dayText(whole(lastDay))} has been reported.`,
      refresh,
    ],
    ERC2612ExpiredSignature: ({ deadline }) => [`The signed permit ended ${time(deadline)}.`, refresh],
    ERC2612InvalidSigner: ({ signer, owner }) => [
      `The permit was signed by ${text(signer)}, not by ${text(owner)}.`,
      report,
    ],
    InvalidAccountNonce: ({ currentNonce }) => [
      `The permit is not the next one, number ${plain(currentNonce)}.`,
      refresh,
    ],
    ECDSAInvalidSignature: () => ['The signature is none.', report],
    ECDSAInvalidSignatureLength: () => ['The signature is too long or too short.', report],
    ECDSAInvalidSignatureS: () => ['The signature is not in its only valid form.', report],
    InvalidShortString: () => ['A name is too long.', report],
    StringTooLong: () => ['A name is too long.', report],
    FailedCall: () => ['What was queued failed without a reason.', refresh],
    TimelockInsufficientDelay: ({ delay, minDelay }) => [
      `It would wait ${displayDuration(whole(delay))}, and has to wait ${displayDuration(whole(minDelay))}.`,
      report,
    ],
    TimelockInvalidOperationLength: () => ['The parts of a queued call do not fit together.', report],
    TimelockUnauthorizedCaller: ({ caller }) => [
      `Only the queue itself may do this, not ${text(caller)}.`,
      notForYou,
    ],
    TimelockUnexecutedPredecessor: () => ['Another call has to be executed before.', wait],
    TimelockUnexpectedOperationState: () => [
      'The request is not ready: it was executed, cancelled, or waits for its time.',
      refresh,
    ],
  },
  texts: {
    'STBT: NO_SEND_PERMISSION': [notPermitted, askIssuer],
    'STBT: NO_RECEIVE_PERMISSION': [notPermitted, askIssuer],
    'WSTBT: NO_SEND_PERMISSION': [notPermitted, askIssuer],
    'WSTBT: NO_RECEIVE_PERMISSION': [notPermitted, askIssuer],
    'MINTER: NO_RECEIVE_PERMISSION': [notPermitted, askIssuer],
    'STBT: SEND_PERMISSION_EXPIRED': [over, 'Ask the issuer to renew it.'],
    'STBT: RECEIVE_PERMISSION_EXPIRED': [over, 'Ask the issuer to renew it.'],
    'WSTBT: SEND_PERMISSION_EXPIRED': [over, 'Ask the issuer to renew it.'],
    'WSTBT: RECEIVE_PERMISSION_EXPIRED': [over, 'Ask the issuer to renew it.'],
    'MINTER: RECEIVE_PERMISSION_EXPIRED': [over, 'Ask the issuer to renew it.'],
    'STBT: EXCEED_RESERVE': [
      'The proof of reserve does not cover so much STBT: issues wait in the queue until it does.',
      'Execute it again later; what was deposited stays with the issuer meanwhile.',
    ],
    'STBT: TRANSFER_AMOUNT_EXCEEDS_BALANCE': ['There is less STBT than that.', refresh],
    'STBT: BURN_AMOUNT_EXCEEDS_BALANCE': [
      'The pool has less STBT than is to be burnt.',
      'The issuer has to add to the pool; nothing is lost meanwhile.',
    ],
    'STBT: TRANSFER_AMOUNT_EXCEEDS_ALLOWANCE': ['Less STBT is allowed to be taken than that.', refresh],
    'STBT: REDEEM_AMOUNT_EXCEEDS_ALLOWANCE': [
      'The pool allows the queue to burn less than that.',
      'The issuer has to allow more; nothing is lost meanwhile.',
    ],
    'STBT: NOT_ISSUER': [issuerOnly, notForYou],
    'STBT: NOT_CONTROLLER': ['Only the controller may do this.', notForYou],
    'STBT: NOT_MODERATOR': ['Only who gives permissions may do this.', notForYou],
    'STBT: MIN_DISTRIBUTE_INTERVAL_VIOLATED': ['Interest was reported too short a time ago.', wait],
    'STBT: MAX_DISTRIBUTE_RATIO_EXCEEDED': ['So much interest is not taken at once.', notForYou],
    'WSTBT: ZERO_AMOUNT': ['The amount is 0.', 'Enter an amount above 0.'],
    'MINTER: TOKEN_NOT_SUPPORTED': ['STBT cannot be minted with this coin.', 'Choose another coin.'],
    'EnumerableMap: nonexistent key': ['STBT cannot be minted with this coin.', 'Choose another coin.'],
    'MINTER: DEPOSIT_AMOUNT_TOO_SMALL': [
      'The deposit is below the least one, or the coin is closed.',
      'Enter more, or choose another coin.',
    ],
    'MINTER: PROPOSE_AMOUNT_TOO_SMALL': [
      'Less STBT would be proposed than was asked for: the fee has changed.',
      refresh,
    ],
    'MINTER: REDEEM_AMOUNT_TOO_SMALL': [
      'The amount is below the least one, or the coin is closed for redemptions.',
      'Enter more, or choose another coin.',
    ],
    'MINTER: NULL_TARGET': ['There is no such redemption, or it is paid.', refresh],
    'MINTER: PENDING_REDEEM': ['A redemption is still owed.', notForYou],
    'TimelockController: operation is not ready': [
      'The request is not ready: it was executed, cancelled, or waits for its time.',
      refresh,
    ],
    'TimelockController: operation already scheduled': ['The request is in the queue already.', refresh],
    'TimelockController: operation cannot be cancelled': ['The request is not in the queue.', refresh],
    'TimelockController: missing dependency': ['Another call has to be executed before.', wait],
    'TimelockController: UNKNOWN_SELECTOR': ['The queue does not take this call.', report],
  },
}
