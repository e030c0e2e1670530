/** The name that a wallet reached through WalletConnect goes by in this browser. */
export const WALLET_CONNECT_ID = 'walletConnect'

/** Where messages are passed on: WalletConnect's own relay, unless config.json names another. The content policy names it, too. */
export function relayUrlOf({
  relayUrl = 'https://relay.walletconnect.org',
}: {
  relayUrl?: string | undefined
}) {
  return relayUrl.replace('http', 'ws')
}
