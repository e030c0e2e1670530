import { createStorage } from 'wagmi'

import { safeStorage } from '../chain/safe-storage'
import { parseMark, PREFIX } from './last-wallet'

/**
 * wagmi's whole state is not kept: a wrong-shaped one crashes it for good, and the wallet itself knows whether
 * it is connected. What is kept is which wallet was used last, and which were left on purpose.
 */
const isNotKept = (key: string) => key === `${PREFIX}.store`

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
