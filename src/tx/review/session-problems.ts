import { toJson } from '../follow/entry'
import type { Entry } from '../follow/entry'
import type { Explained } from '../explain/revert'
import { t } from '../../words/t'

/** What ended without the step being done. */
export function ended(title: string, entry: Entry): Explained {
  const detail =
    entry.note ??
    (entry.status === 'dropped' ? t`It may still be included if it comes back.` : t`This step was not done.`)
  const raw = [entry.stepTitle, entry.hash, entry.replacedBy].filter((line) => line !== undefined).join('\n')
  const action =
    entry.status === 'included'
      ? t`Look at the figures first. Trying again does it once more.`
      : t`Try again: what the chain has done already is not repeated.`
  return { title, detail, action, raw }
}

export function alreadyAsked(entry: Entry): Explained {
  const where =
    entry.status === 'dropped' || entry.replacedBy !== undefined
      ? t`was sent, no node knows it now, and it may still come`
      : entry.hash
        ? t`is on its way`
        : t`may still be open in your wallet, or on its way`
  return {
    title: t`This was asked for before`,
    detail: t`The same transaction ${where}. Asking again could do it twice.`,
    action: entry.replacedBy
      ? t`If the wallet shows it as replaced or cancelled, ask again.`
      : entry.hash
        ? t`Wait until it is included.`
        : t`Check your wallet: confirm it there, or reject it there and then ask again. If the account has sent anything since, wait until that is included.`,
    raw: toJson(entry, 2),
  }
}

/** The hash a wallet gave is not of what it was asked for. trust.md D41 */
export function anotherNamed(entry: Entry): Explained {
  const { detail, ...problem } = alreadyAsked(entry)
  return { ...problem, title: t`The wallet named another transaction`, detail: entry.note ?? detail }
}

/** What a wallet failed with although its window may still be open, or the transaction on its way. trust.md D39 */
export function mayBeOpen(problem: Explained): Explained {
  return {
    ...problem,
    detail: t`${problem.detail} The request may still be open in the wallet, or have been sent.`,
    action: t`${problem.action} Check your wallet first: confirm it there, or reject it there and then ask again.`,
  }
}

export const noWallet: Explained = {
  title: t`No wallet is connected`,
  detail: t`It was disconnected.`,
  action: t`Connect the wallet, then try again.`,
  raw: 'no provider',
}
export const noAnswer: Explained = {
  title: t`The wallet did not answer`,
  detail: t`It was asked, and may still act on it.`,
  action: t`Check your wallet: confirm it there, or reject it there and then try again.`,
  raw: 'no answer',
}
export const askedElsewhere: Explained = {
  title: t`Another tab is asking for this`,
  detail: t`The same transaction is open in the wallet from another tab of this app.`,
  action: t`Answer it there.`,
  raw: 'lock held',
}

export function doneElsewhere(entry: Entry): Explained {
  return {
    title: t`This was done in another tab`,
    detail: t`The same transaction went through after this review was opened.`,
    action: t`Close this review and look at the figures. Begin again only if you want it once more.`,
    raw: toJson(entry, 2),
  }
}

/** A mistake of ours: a plan speaks of what it gives no reason for. */
export function withoutReason(missing: readonly string[]): Explained {
  return {
    title: t`This speaks of something nobody can confirm`,
    detail: t`Neither the configuration nor the chain gives a reason for ${missing.join(', ')}.`,
    action: t`Nothing is sent. Copy the details into a report.`,
    raw: missing.join('\n'),
  }
}

/** Confirmed by several when it was reviewed, and by one now: the person has to see that first. */
export const fewerSources: Explained = {
  title: t`Fewer sources confirm this now`,
  detail: t`When you reviewed this, two sources agreed. Now only one of them answers.`,
  action: t`Try again, and see below who confirms it.`,
  raw: 'one source',
}

export const changedSince: Explained = {
  title: t`Things changed while you were looking`,
  detail: t`The steps needed are no longer the ones you reviewed.`,
  action: t`Look at the new steps, then confirm again.`,
  raw: 'steps differ',
}
