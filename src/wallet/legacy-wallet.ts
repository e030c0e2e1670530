import { injected } from 'wagmi'

/** A wallet drawn by us: one that does not announce itself brings no picture. */
const ICON =
  'data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 viewBox=%220 0 28 28%22%3E%3Crect width=%2228%22 height=%2228%22 fill=%22%230b5f7d%22/%3E%3Cpath d=%22M7 9h14v11H7zM7 9l10-3v3M18 14.5h3%22 fill=%22none%22 stroke=%22%23fff%22 stroke-width=%221.6%22/%3E%3C/svg%3E'

type LegacyWindow = { ethereum?: unknown }

/**
 * The connector of window.ethereum, only where no wallet announces itself by EIP-6963: with several wallets
 * installed nobody knows which one window.ethereum is.
 */
export function legacyConnectors() {
  if (typeof (window as LegacyWindow).ethereum !== 'object' || isAnyAnnounced()) return []
  return [
    injected({
      target: {
        id: 'injected',
        name: 'Browser wallet',
        icon: ICON,
        provider: (scope) => (scope as LegacyWindow | undefined)?.ethereum as never,
      },
    }),
  ]
}

/** Wallets that are there already answer at once. */
function isAnyAnnounced(): boolean {
  let isAnnounced = false
  const note = () => {
    isAnnounced = true
  }
  addEventListener('eip6963:announceProvider', note)
  dispatchEvent(new Event('eip6963:requestProvider'))
  removeEventListener('eip6963:announceProvider', note)
  return isAnnounced
}
