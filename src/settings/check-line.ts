/** One thing that was looked at, and how that ended. What was not looked at is never counted as in order. trust.md D45 */
export type CheckLine = {
  readonly what: string
  readonly outcome: 'agrees' | 'differs' | 'unchecked'
  /** Whole sentences: what was compared with what, or why it could not be. */
  readonly says: string
  /** A hash to compare with one from elsewhere. */
  readonly hash?: string
}
