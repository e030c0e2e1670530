import { createStorage } from 'wagmi'

import { safeStorage } from '../chain/safe-storage'

const PREFIX = 'ballast.wallet'
/**
 * wagmi's whole state is not kept: a wrong-shaped one crashes it for good, and the wallet itself knows whether
 * it is connected. What is kept is which wallet was used last, and which were left on purpose.
 */
const isNotKept = (key: string) => key === `${PREFIX}.store`
const LONGEST_VALUE = 200

/** wagmi's storage. Nothing in it can fail, and nothing that others put there reaches wagmi unchecked. */
export function createWalletStorage() {
  return createStorage({
    key: PREFIX,
    storage: {
      getItem: (key) => (isNotKept(key) ? null : safeStorage.getItem(key)),
      setItem(key, value) {
        if (!isNotKept(key)) safeStorage.setItem(key, value)
      },
      removeItem: (key) => safeStorage.removeItem(key),
    },
    deserialize: parseMark,
  })
}

/** A wallet's name or a mark that is set; anything else counts as nothing. */
function parseMark(text: string): unknown {
  let value: unknown = null
  try {
    value = JSON.parse(text)
  } catch {
    // Not ours, or cut off while it was written.
  }
  const isMark = value === true || (typeof value === 'string' && value.length <= LONGEST_VALUE)
  return isMark ? value : null
}
