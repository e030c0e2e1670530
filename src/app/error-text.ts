const MAX_CHARACTERS = 300
/** Control and bidirectional formatting characters, which could make a text read differently from what it says. */
const UNSEEN = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

/** An error as short plain text: it may come from anywhere, so it is not trusted (trust.md D36). */
export function errorText(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : 'Unknown error'
  return text.replace(UNSEEN, ' ').slice(0, MAX_CHARACTERS)
}
