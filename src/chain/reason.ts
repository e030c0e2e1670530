import { BaseError } from 'viem'

import { plainText } from './plain-text'

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
  return plainText(text) || 'no reason was given'
}
