import { isProvider, readAnnouncement, WALLET_ICON, type FoundWallet } from './announced'
import { t } from '../words/t'

/** More than anybody has installed: a script that announces thousands must not fill the list. */
const MOST_WALLETS = 30
const LEGACY_LOOKS = 20
const LEGACY_LOOK_MS = 500

/** The name a wallet goes by that only puts itself at window.ethereum. */
export const LEGACY_ID = 'injected'

/**
 * Tells of every wallet of this browser once, now or when it turns up: those that announce themselves (EIP-6963), and
 * window.ethereum where none does, because with several installed nobody knows which one that is. `lookAgain` waits
 * some seconds more for a window.ethereum that is injected late.
 */
export function watchWallets(onFound: (wallet: FoundWallet) => void): { readonly lookAgain: () => void } {
  const keys = new Set<string>()
  const ids = new Set<string>()
  let isLegacyFound = false
  let looks = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  function onAnnounce(event: Event): void {
    const wallet = readAnnouncement((event as CustomEvent).detail)
    if (!wallet || keys.has(wallet.key) || keys.size >= MOST_WALLETS) return
    keys.add(wallet.key)
    const { id, name, icon, provider } = wallet
    const number = [...ids].filter((known) => known === id || known.startsWith(`${id} #`)).length + 1
    const suffix = number === 1 ? '' : ` #${number}`
    ids.add(`${id}${suffix}`)
    onFound({ id: `${id}${suffix}`, name: `${name}${suffix}`, icon, provider })
  }

  function lookForLegacy(): void {
    timer = undefined
    if (isLegacyFound || keys.size > 0) return
    const provider = legacyProvider()
    if (provider) {
      isLegacyFound = true
      onFound({ id: LEGACY_ID, name: t`Browser wallet`, icon: WALLET_ICON, provider })
    } else if ((looks -= 1) > 0) timer = setTimeout(lookForLegacy, LEGACY_LOOK_MS)
  }

  addEventListener('eip6963:announceProvider', onAnnounce)
  addEventListener('ethereum#initialized', lookForLegacy)
  dispatchEvent(new Event('eip6963:requestProvider'))
  return {
    lookAgain() {
      looks = LEGACY_LOOKS
      clearTimeout(timer)
      lookForLegacy()
    },
  }
}

function legacyProvider(): FoundWallet['provider'] | undefined {
  try {
    const { ethereum } = window as { ethereum?: unknown }
    return isProvider(ethereum) ? ethereum : undefined
  } catch {
    return undefined
  }
}
