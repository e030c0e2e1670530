import type { Entry } from './entry'
import { isKnownByEffect } from './follow'
import { isDecided } from './machine'

/**
 * Hashes that prove other entries of an account, in blocks or known of before this one was asked for: an effect counts
 * once, and of two that were counted for the same, the earlier ask keeps it. Asked for again at the same nonce after it
 * was dropped, a transaction has the same bytes and hash: it is the same one. trust.md D41
 */
export function takenBy(entries: readonly Entry[], entry: Entry): ReadonlySet<string> {
  const { id, askedAtMs, nonce } = entry
  const isSameOne = (other: Entry) => !isKnownByEffect(entry) && other.nonce === nonce
  const isBefore = (other: Entry) =>
    other.askedAtMs === askedAtMs ? other.id < id : other.askedAtMs < askedAtMs
  const others = entries.filter(
    (other) =>
      other.id !== id && !isSameOne(other) && (isBefore(other) || (isDecided(other) && !isDecided(entry))),
  )
  return new Set(others.flatMap(({ hash }) => (hash === undefined ? [] : [hash.toLowerCase()])))
}
