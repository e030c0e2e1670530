import type { KnownContract } from '../tx/plan/recipient'
import type { Address } from 'viem'

import type { Readings } from '../chain/read'
import { foreignName } from '../chain/token-name'
import { tetherUnit } from '../math/tether'
import type { assetReads, identityReads, VaultIdentity } from './snapshot'
import { allKnown } from './state'
import { t } from '../words/t'

export type IdentityRead =
  | { readonly status: 'loading' }
  | { readonly status: 'error'; readonly reason: string }
  | { readonly status: 'ready'; readonly identity: VaultIdentity }

/**
 * What a vault is made of. A token that is not Tether is asked what it is called: until then it is loading.
 * @param usdt the configured Tether: its own words are not needed
 */
export function identityOf(
  address: Address,
  data: Readings<ReturnType<typeof identityReads>>,
  usdt: Address | undefined,
  words: Readings<ReturnType<typeof assetReads>> | undefined,
): IdentityRead {
  const vault = allKnown(data)
  if (!vault.isKnown) return { status: 'error', reason: vault.reason }
  const { asset, nft, ...share } = vault.values
  const isTether = asset === usdt
  const token = isTether ? { isKnown: true as const, values: tetherUnit } : words && allKnown(words)
  if (!token) return { status: 'loading' }
  if (!token.isKnown) return { status: 'error', reason: token.reason }
  return {
    status: 'ready',
    identity: {
      address,
      nft,
      isTether,
      asset: isTether ? { kind: 'erc20', address: asset, ...tetherUnit } : erc20(asset, token.values),
      share: erc20(address, share),
    },
  }
}

function erc20(
  address: Address,
  { symbol, decimals }: { readonly symbol: string; readonly decimals: number },
) {
  return {
    kind: 'erc20',
    address,
    symbol: foreignName(symbol, address, tetherUnit.symbol),
    decimals,
  } as const
}

/** The vault, its mNFT and its tokens: what is paid out or handed over to one of them is lost. */
export function ownContracts({ address, nft, asset, share }: VaultIdentity): readonly KnownContract[] {
  return [
    { address, label: t`the ${share.symbol} vault` },
    { address: nft, label: t`the mNFT of ${share.symbol}` },
    { address: asset.address, label: asset.symbol },
  ]
}
