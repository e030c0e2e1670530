import type { Hash } from 'viem'

import type { Approved } from './approved'
import { t } from '../../words/t'

/** Where one transaction stands. `final`, and the three ways to fail once `isFinal`, are ends; `gone` comes after them. */
export type Status =
  | 'preparing'
  | 'waiting'
  | 'sent'
  | 'included'
  | 'final'
  | 'reverted'
  | 'replaced'
  | 'cancelled'
  | 'gone'
  | 'dropped'
  | 'stuck'
  | 'proposed'
  | 'unknown'

/** The part of a journal entry that moves. */
export type Progress = {
  readonly status: Status
  readonly hash?: Hash | undefined
  readonly nonce?: number | undefined
  /** A node has told the nonce; until then it is what the account's next one was when the wallet was asked. */
  readonly isNonceSeen?: boolean | undefined
  /** A node has shown it, waiting or in a block: from then on nodes should know it. */
  readonly isShown?: boolean | undefined
  /** Where the chain decided: the receipt's block, or the block of the transaction that took the nonce. */
  readonly blockNumber?: bigint | undefined
  readonly blockHash?: Hash | undefined
  /** Whether the event that proves the act was in the receipt. trust.md D4 */
  readonly hasEffect?: boolean | undefined
  /** What it approved otherwise than asked. trust.md D11 */
  readonly approved?: readonly Approved[] | undefined
  /** Deep enough under the head that no reorganisation is expected to undo it. */
  readonly isFinal: boolean
  /** Who has shown what the chain decided. trust.md D38 */
  readonly witnesses?: readonly string[] | undefined
  /** Why what somebody shows is not believed yet: a sentence. */
  readonly doubt?: string | undefined
  /** Blocks in a row in which no node knew the transaction. */
  readonly misses: number
  /** The last of them, which counts once however many tabs look. */
  readonly missedAtBlock?: bigint | undefined
  /** What took the nonce instead. */
  readonly replacedBy?: Hash | undefined
  /** A sentence about what went wrong. */
  readonly note?: string | undefined
}

export type Event =
  | { readonly type: 'asked'; readonly nonce: number }
  | { readonly type: 'refused'; readonly note: string }
  | { readonly type: 'unanswered'; readonly note: string }
  | { readonly type: 'submitted'; readonly hash: Hash }
  /** The wallet took several calls in one go and gave back no hash. */
  | { readonly type: 'batched' }
  | { readonly type: 'proposed' }
  | { readonly type: 'seen'; readonly nonce: number }
  | { readonly type: 'notFound'; readonly atBlock: bigint }
  | { readonly type: 'nonceGap'; readonly missing: number }
  | { readonly type: 'repriced'; readonly hash: Hash }
  | {
      readonly type: 'superseded'
      readonly isCancel: boolean
      readonly hash: Hash
      readonly blockNumber: bigint
      readonly blockHash: Hash
      readonly witnesses: readonly string[]
    }
  | {
      readonly type: 'receipt'
      readonly hash: Hash
      readonly blockNumber: bigint
      readonly blockHash: Hash
      readonly isSuccess: boolean
      readonly hasEffect: boolean
      readonly approved?: readonly Approved[] | undefined
      readonly note?: string | undefined
      readonly witnesses: readonly string[]
    }
  /** The hash the wallet gave is of another transaction: an older one, or one that is counted already. trust.md D41 */
  | { readonly type: 'notOurs'; readonly note: string }
  /** The wallet gave a batch up before it reached the chain. */
  | { readonly type: 'abandoned'; readonly note: string }
  | { readonly type: 'reorged' }
  | { readonly type: 'finalized' }
  /** A local chain was set back to before it: what was final there has not happened. */
  | { readonly type: 'setBack' }
  /** One source shows what another one does not: it is neither done nor failed. */
  | { readonly type: 'disputed'; readonly doubt: string }
  /** A second source is waited for. */
  | { readonly type: 'unconfirmed'; readonly doubt: string }
  /** What is shown is shown by all who can tell. */
  | { readonly type: 'undoubted' }

/** A dropped transaction is said to be dropped after so many blocks in which nobody knew it. */
export const missesUntilDropped = 3
/** One that no node ever showed may go by a private way (10 minutes of Ethereum's blocks). */
export const missesUntilDroppedUnseen = 50

export const beginning: Progress = { status: 'preparing', isFinal: false, misses: 0 }

/** Nothing more can happen to it. */
export function isSettled(progress: Progress): boolean {
  return progress.status === 'final' || progress.isFinal
}

/** The wallet may have sent it and the chain has not decided: it must be followed, and not be sent again. */
export function isInFlight({ status }: Progress): boolean {
  return ['waiting', 'sent', 'dropped', 'stuck', 'proposed', 'unknown'].includes(status)
}

/** The chain has decided, though perhaps not for good. */
export function isDecided({ status }: Progress): boolean {
  return ['included', 'final', 'reverted', 'replaced', 'cancelled'].includes(status)
}

/**
 * Another transaction has the nonce that was the account's next one at the ask; no node ever told that this one had it.
 * A wallet that sends by a private way may have put it behind: then it still comes.
 */
export function isSupersededByGuess({ status, hash, isNonceSeen }: Progress): boolean {
  return ['replaced', 'cancelled'].includes(status) && hash !== undefined && isNonceSeen !== true
}

/**
 * What becomes of a transaction when something is learned about it. Total: an event that makes no sense in a
 * state leaves it as it is, so that late, repeated and reordered news do no harm.
 */
export function next(now: Progress, event: Event): Progress {
  if (event.type === 'setBack') return isSettled(now) ? { ...now, status: 'gone', isFinal: true } : now
  if (isSettled(now)) return now
  switch (event.type) {
    case 'asked':
      return now.status === 'preparing' ? { ...beginning, status: 'waiting', nonce: event.nonce } : now
    case 'refused':
      return isUnanswered(now) ? { ...beginning, note: event.note } : now
    case 'unanswered':
      return now.status === 'waiting' ? { ...now, status: 'unknown', note: event.note } : now
    case 'submitted':
      return isUnanswered(now) ? sentAs(now, event.hash) : now
    case 'batched':
      return isUnanswered(now) ? { ...now, status: 'sent', note: undefined } : now
    case 'proposed':
      // While the wallet is asked nothing is proposed, and a request it failed at may never have been.
      return isSubmitted(now) ? { ...now, status: 'proposed', misses: 0 } : now
    case 'seen':
      return isAfloat(now) ? seen(now, event.nonce) : now
    case 'notFound':
      return isAfloat(now) ? notFound(now, event.atBlock) : now
    case 'nonceGap':
      return isAfloat(now) ? { ...now, status: 'stuck', misses: 0, note: nonceGapNote(event.missing) } : now
    case 'repriced':
      return isInFlight(now) ? sentAs(now, event.hash) : now
    case 'superseded':
      return isInFlight(now) || now.replacedBy === event.hash ? superseded(now, event) : now
    case 'receipt':
      return now.status === 'preparing' ? now : decided(now, event)
    case 'notOurs':
      return now.status === 'preparing' || now.status === 'waiting'
        ? now
        : { ...backAfloat(now), status: 'unknown', hash: undefined, note: event.note }
    case 'abandoned':
      return isInFlight(now) ? { ...now, status: 'dropped', note: event.note } : now
    case 'reorged':
      return isDecided(now) ? { ...backAfloat(now), note: reorgedNote } : now
    case 'finalized':
      if (now.status === 'included') return { ...now, status: 'final', isFinal: true }
      return isDecided(now) ? { ...now, isFinal: true } : now
    case 'disputed':
      return { ...(isDecided(now) ? backAfloat(now) : now), doubt: event.doubt }
    case 'unconfirmed':
      return isInFlight(now) ? { ...now, doubt: event.doubt } : now
    case 'undoubted':
      return now.doubt === undefined ? now : { ...now, doubt: undefined }
  }
}

function isUnanswered({ status }: Progress): boolean {
  return status === 'waiting' || status === 'unknown'
}

/** The wallet took it, and the chain has not decided. */
function isSubmitted({ status }: Progress): boolean {
  return ['sent', 'dropped', 'stuck'].includes(status)
}

/** Has a hash, and no block. */
function isAfloat(now: Progress): boolean {
  return now.hash !== undefined && isSubmitted(now)
}

/** Nothing new is the same object, so that nothing is written. */
function seen(now: Progress, nonce: number): Progress {
  const isNew =
    now.status !== 'sent' ||
    now.nonce !== nonce ||
    now.isNonceSeen !== true ||
    now.isShown !== true ||
    now.misses > 0 ||
    now.note !== undefined
  return isNew
    ? { ...now, status: 'sent', nonce, isNonceSeen: true, isShown: true, misses: 0, note: undefined }
    : now
}

function sentAs(now: Progress, hash: Hash): Progress {
  return { ...now, status: 'sent', hash, misses: 0, note: undefined }
}

function notFound(now: Progress, missedAtBlock: bigint): Progress {
  if (now.misses > 0 && now.missedAtBlock === missedAtBlock) return now
  const misses = now.misses + 1
  const isShown = now.isShown === true
  if (misses >= (isShown ? missesUntilDropped : missesUntilDroppedUnseen))
    return { ...now, misses, missedAtBlock, status: 'dropped', note: undefined }
  const note = isShown || misses < missesUntilDropped ? now.note : unseenNote
  return { ...now, misses, missedAtBlock, note }
}

const unseenNote = t`No node shows it. A wallet that sends by a private way shows it to nobody until it is in a block.`

function nonceGapNote(missing: number): string {
  return missing === 1
    ? t`One earlier transaction of this account has to go first.`
    : t`${missing} earlier transactions of this account have to go first.`
}

function superseded(now: Progress, event: Extract<Event, { type: 'superseded' }>): Progress {
  const { isCancel, hash, blockNumber, blockHash, witnesses } = event
  const status = isCancel ? 'cancelled' : 'replaced'
  return { ...now, status, replacedBy: hash, blockNumber, blockHash, witnesses, misses: 0, note: undefined }
}

function decided(now: Progress, event: Extract<Event, { type: 'receipt' }>): Progress {
  const { hash, blockNumber, blockHash, isSuccess, hasEffect, approved, note, witnesses } = event
  const status = isSuccess ? 'included' : 'reverted'
  return {
    ...now,
    status,
    hash,
    blockNumber,
    blockHash,
    hasEffect,
    approved,
    witnesses,
    note,
    isShown: true,
    misses: 0,
    replacedBy: undefined,
  }
}

function backAfloat(now: Progress): Progress {
  return {
    ...now,
    // Without a hash there is nothing to look up: the nonce decides.
    status: now.hash === undefined ? 'unknown' : 'sent',
    blockNumber: undefined,
    blockHash: undefined,
    hasEffect: undefined,
    approved: undefined,
    witnesses: undefined,
    replacedBy: undefined,
    misses: 0,
    note: undefined,
  }
}

const reorgedNote = t`The chain reorganised and took it back. It is being watched again.`
