import { approvedSentence } from './approved'
import type { Entry } from './entry'
import { isDecided } from './machine'
import { t } from '../../words/t'

type Tone = 'neutral' | 'info' | 'success' | 'warn' | 'danger'

/** A status in a word, and in a sentence that says what it means for the person. */
export function statusWords(entry: Entry): { word: string; sentence: string; tone: Tone } {
  if (entry.doubt !== undefined) return { word: t`Unconfirmed`, tone: 'warn', sentence: entry.doubt }
  const { word, sentence, tone } = wordsOf(entry)
  if (entry.status === 'gone') return { word, sentence, tone }
  const said = [entry.note ?? sentence, ...approvedSentences(entry), confirmedByOne([entry])]
  return { word, tone, sentence: said.filter((part) => part !== undefined).join(' ') }
}

function approvedSentences({ approvals = [], approved = [] }: Entry): readonly string[] {
  return approved.map((one) => approvedSentence(approvals, one))
}

/** Whose word alone it is, where the chain's decision on any of these is one source's. trust.md D38, D45 */
export function confirmedByOne(entries: readonly Entry[]): string | undefined {
  const alone = entries.find((entry) => isDecided(entry) && (entry.witnesses ?? []).length < 2)
  return alone && t`Confirmed by one source only: ${alone.witnesses?.[0] ?? t`a node`}.`
}

function wordsOf({ status, hasEffect }: Entry): { word: string; sentence: string; tone: Tone } {
  switch (status) {
    case 'preparing':
      return { word: t`Preparing`, sentence: t`Nothing was asked of the wallet yet.`, tone: 'neutral' }
    case 'waiting':
      return {
        word: t`Waiting for the wallet`,
        sentence: t`Confirm or reject it in the wallet.`,
        tone: 'info',
      }
    case 'sent':
      return { word: t`Sent`, sentence: t`On its way: waiting to be included in a block.`, tone: 'info' }
    case 'included':
      return hasEffect === false
        ? { word: t`Without effect`, sentence: t`It ran, but without the expected result.`, tone: 'warn' }
        : { word: t`Included`, sentence: t`Done; a reorganisation could still undo it.`, tone: 'success' }
    case 'final':
      return hasEffect === false
        ? { word: t`Without effect`, sentence: t`It ran, but without the expected result.`, tone: 'warn' }
        : { word: t`Final`, sentence: t`Done for good.`, tone: 'success' }
    case 'reverted':
      return {
        word: t`Failed`,
        sentence: t`The contract refused it; only the network fee was spent.`,
        tone: 'danger',
      }
    case 'replaced':
      return {
        word: t`Replaced`,
        sentence: t`Another transaction took its place: it was not done.`,
        tone: 'warn',
      }
    case 'cancelled':
      return {
        word: t`Cancelled`,
        sentence: t`It was cancelled in the wallet: it was not done.`,
        tone: 'warn',
      }
    case 'gone':
      return {
        word: t`Gone`,
        sentence: t`The local chain was set back to before it: it has not happened.`,
        tone: 'warn',
      }
    case 'dropped':
      return {
        word: t`Dropped`,
        sentence: t`No node knows it any more. It is still being watched: it may come back.`,
        tone: 'warn',
      }
    case 'stuck':
      return {
        word: t`Stuck`,
        sentence: t`An earlier transaction of this account has to go first.`,
        tone: 'warn',
      }
    case 'proposed':
      return {
        word: t`Waiting for co-signers`,
        sentence: t`Proposed to the co-signers of this account; it takes effect when enough have signed.`,
        tone: 'info',
      }
    case 'unknown':
      return {
        word: t`Not known`,
        sentence: t`It is not known whether the wallet sent it. If it did, it will be found here.`,
        tone: 'warn',
      }
  }
}
