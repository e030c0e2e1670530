import { safeStorage } from '../chain/safe-storage'

export const PREFIX = 'ballast.wallet'
const LONGEST_NAME = 200

/** Whether a wallet was used on this page before: only then is there one to look for. */
export function hasLastWallet(): boolean {
  const text = safeStorage.getItem(`${PREFIX}.recentConnectorId`)
  return text !== null && typeof parseMark(text) === 'string'
}

/** A wallet's name or a mark that is set; anything else that is found in storage counts as nothing. */
export function parseMark(text: string): unknown {
  let value: unknown = null
  try {
    value = JSON.parse(text)
  } catch {
    // Not ours, or cut off while it was written.
  }
  const isMark = value === true || (typeof value === 'string' && value.length <= LONGEST_NAME)
  return isMark ? value : null
}
