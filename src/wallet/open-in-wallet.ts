import { isLoopback } from '../chain/safe-url'
import { t } from '../words/t'

export type WalletLink = { readonly name: string; readonly href: string }

const LONGEST_ADDRESS = 1_000

/**
 * Links that open a page in the browser of a wallet's app, as each maker says how: no part of an SDK, and nothing is asked
 * of anybody until one is followed. The page's route is behind its hash, and goes along.
 */
export function walletLinks(page: URL): readonly WalletLink[] {
  const address = encodeURIComponent(page.href)
  return [
    {
      // The address as it is, without its https://: the app takes what follows /dapp/ with its hash.
      // https://docs.metamask.io/metamask-connect/evm/guides/metamask-exclusive/use-deeplinks/
      name: 'MetaMask',
      href: `https://link.metamask.io/dapp/${page.href.slice('https://'.length)}`,
    },
    {
      // https://docs.cdp.coinbase.com/coinbase-wallet/developer-guidance/mobile-dapp-integration
      name: 'Coinbase Wallet',
      href: `https://go.cb-w.com/dapp?cb_url=${address}`,
    },
    {
      // https://developer.trustwallet.com/developer/develop-for-trust/deeplinking
      name: 'Trust Wallet',
      href: `https://link.trustwallet.com/open_url?coin_id=60&url=${address}`,
    },
    {
      // In no document of the maker's, but in the app: `case 'dapp'` of github.com/rainbow-me/rainbow,
      // src/handlers/deeplinks.ts.
      name: 'Rainbow',
      href: `https://rnbwapp.com/dapp?url=${address}`,
    },
    {
      // In no document of the maker's, but in the app: `_cmd` of github.com/RabbyHub/rabby-mobile,
      // apps/mobile/src/hooks.
      name: 'Rabby',
      href: `https://go.rabby.io/mobile/?_cmd=open-dapp&dapp=${address}`,
    },
  ]
}

/** Why no other device can open this page, as a whole sentence; undefined where one can. */
export function whyOnlyHere(page: URL): string | undefined {
  if (isLoopback(page.hostname))
    return t`This page is served by this device to itself: no phone and no wallet’s own browser can open it. Open the site by its https:// address to use one.`
  if (page.protocol !== 'https:')
    return t`This page has no https:// address, and wallets open no others. Open the site by its https:// address to use one.`
  if (page.href.length > LONGEST_ADDRESS)
    return t`The address of this page is too long to be handed to a phone. Open another page of the site first.`
  return undefined
}
