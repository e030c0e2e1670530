import { decodeErrorResult, parseAbi } from 'viem'
import type { Abi, Hex } from 'viem'

import { plainText } from '../../chain/plain-text'
import type { ErrorBook } from './error-book'
import type { Moved } from './moved'
import { sharedErrors } from './shared-errors'
import { t } from '../../words/t'

/** What went wrong, for a person: what it is, why, what to do, and the raw facts to copy. */
export type Explained = {
  readonly title: string
  readonly detail: string
  readonly action: string
  readonly raw: string
  /** The person said no in the wallet: nothing went wrong. */
  readonly isRefusal?: true
}

const builtIn = parseAbi(['error Error(string message)', 'error Panic(uint256 code)'])

const panics: Readonly<Record<string, string>> = {
  1: t`a check inside the contract failed`,
  17: t`a number became too large or fell below zero`,
  18: t`a division by zero`,
  33: t`a value outside of its list`,
  49: t`an empty list was read`,
  50: t`a position outside of a list was read`,
  65: t`too much memory was asked for`,
}

/**
 * Puts a revert into a sentence with its numbers, in the words of the system that was spoken to. Without its book only
 * what every system shares is explained; without `moved` what a token answers is told in its smallest units.
 */
export function explainRevert(data: Hex, book?: ErrorBook, moved?: Moved): Explained {
  const title = t`The contract refuses this`
  const raw = t`Revert data: ${data.slice(0, 2050)}`
  if (data === '0x') {
    return {
      title,
      detail: t`It gave no reason.`,
      action: t`Check balances, allowances and whether the token is paused, then try again.`,
      raw,
    }
  }
  try {
    const abi: Abi = [...builtIn, ...(book?.abis.flat() ?? []), ...sharedErrors.abis.flat()]
    const { abiItem, errorName, args = [] } = decodeErrorResult({ abi, data })
    const values = args
    const inputs = abiItem.type === 'error' ? abiItem.inputs : []
    const named = Object.fromEntries(inputs.map(({ name = '' }, index) => [name, values[index]]))
    const call = `${errorName}(${values.map((value) => plainText(String(value), 200)).join(', ')})`
    if (errorName === 'Panic') {
      const what = panics[String(values[0])] ?? t`code ${String(values[0])}`
      return { title, detail: t`The contract stopped: ${what}.`, action: reportIt, raw: `${call}\n${raw}` }
    }
    const sentences = { ...sharedErrors.sentences, ...book?.sentences }
    const sentence = Object.hasOwn(sentences, errorName) ? sentences[errorName] : undefined
    const words =
      errorName === 'Error'
        ? textWords(String(values[0]), book?.texts)
        : (sentence?.(named, moved) ?? [t`It answered: ${call}.`, reportIt])
    return { title, detail: plainText(words[0], 400), action: words[1], raw: `${call}\n${raw}` }
  } catch {
    return {
      title,
      detail: t`It gave a reason this app does not know (${data.slice(0, 10)}).`,
      action: reportIt,
      raw,
    }
  }
}

/** OpenZeppelin's words, until its version 5, around a token that gave no reason. */
const wrapped = new Set([
  'SafeERC20: low-level call failed',
  'SafeERC20: ERC20 operation did not succeed',
  'Address: low-level call failed',
])

function textWords(said: string, texts: ErrorBook['texts'] = {}): readonly [detail: string, action: string] {
  const known = Object.hasOwn(texts, said) ? texts[said] : undefined
  if (known) return known
  if (wrapped.has(said))
    return [
      t`The token refused the transfer and gave no reason: it may be paused, or have blocked an account.`,
      t`Check whether the token is paused or has blocked an account, then try again.`,
    ]
  return [t`It says: ${plainText(said)}`, t`Change what it names, then try again.`]
}

/** Whether a token refused without a reason of its own, so that it has to be asked. rules.md U3, U5 */
export function isSilent(data: Hex): boolean {
  if (data === '0x') return true
  try {
    const { errorName, args } = decodeErrorResult({ abi: builtIn, data })
    return errorName === 'Error' && wrapped.has(args[0])
  } catch {
    return false
  }
}

const reportIt = t`Try again; if it keeps happening, put the copied details into a report.`
