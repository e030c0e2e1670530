import type { Address } from 'viem'
import { accounts } from '../../devnet/accounts'

const storageKey = 'ballast.devnet-wallet.account'
const listeners = new Set<() => void>()
let selected = stored()

function stored(): Address | undefined {
  try {
    const text = localStorage.getItem(storageKey)
    return accounts.find(({ address }) => address === text)?.address
  } catch {
    return undefined
  }
}

/** The account the site may see; none until a person has connected one. */
export function selectedAccount(): Address | undefined {
  return selected
}

export function subscribeAccount(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Shows the site another account, or none. */
export function selectAccount(account: Address | undefined) {
  if (account === selected) return
  selected = account
  try {
    if (account) localStorage.setItem(storageKey, account)
    else localStorage.removeItem(storageKey)
  } catch {
    // Without storage the choice lasts until the page is reloaded.
  }
  listeners.forEach((listener) => listener())
}
