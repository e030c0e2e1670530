import { BaseError } from 'viem'

import { plainText } from './plain-text'
import { t } from '../words/t'

/** What an error says, as one line that can end a sentence. */
export function reasonOf(error: unknown): string {
  const text =
    error instanceof BaseError
      ? error.details || error.shortMessage
      : error instanceof Error
        ? error.message
        : typeof error === 'string'
          ? error
          : ''
  return plainText(text) || t`no reason was given`
}
