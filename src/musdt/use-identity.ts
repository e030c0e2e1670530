import { useMemo } from 'react'
import type { Address } from 'viem'

import { useNetwork } from '../chain/network'
import { plainText } from '../chain/plain-text'
import type { Readings } from '../chain/read'
import { useFixed } from '../chain/use-snapshot'
import { knownValue } from '../math/reading'
import { tetherUnit } from '../math/tether'
import { assetReads, identityReads } from './snapshot'
import type { VaultIdentity } from './snapshot'
import { allKnown } from './state'

export type IdentityView =
  | { readonly status: 'loading' }
  | { readonly status: 'error'; readonly reason: string; readonly retry: () => void }
  | { readonly status: 'ready'; readonly identity: VaultIdentity }

/** What never changes of the vault, read once. A token that is not Tether is asked what it is called. */
export function useIdentity(address: Address): IdentityView {
  const network = useNetwork()
  const fixed = useFixed(
    'musdt.identity',
    useMemo(() => identityReads(address), [address]),
  )
  const vault = fixed.status === 'ready' ? fixed.snapshot.data : undefined
  const assetAddress = knownValue(vault?.asset)
  const isTether = assetAddress === network.contracts.shared?.usdt
  const token = useFixed(
    'musdt.asset',
    useMemo(
      () => (assetAddress === undefined || isTether ? undefined : assetReads(assetAddress)),
      [assetAddress, isTether],
    ),
  )
  const words = token.status === 'ready' ? token.snapshot.data : undefined
  const identity = useMemo(
    () => vault && identityOf(address, vault, isTether, words),
    [address, vault, isTether, words],
  )
  if (fixed.status === 'error') return fixed
  if (token.status === 'error') return token
  return identity ?? { status: 'loading' }
}

/** Undefined while the words of a token that is not Tether are not read. */
function identityOf(
  address: Address,
  data: Readings<ReturnType<typeof identityReads>>,
  isTether: boolean,
  words: Readings<ReturnType<typeof assetReads>> | undefined,
): IdentityView | undefined {
  const vault = allKnown(data)
  if (!vault.isKnown) return unreadable(vault.reason)
  const { asset, nft, ...share } = vault.values
  const token = isTether ? { isKnown: true as const, values: tetherUnit } : words && allKnown(words)
  if (!token) return undefined
  if (!token.isKnown) return unreadable(token.reason)
  return {
    status: 'ready',
    identity: { address, nft, isTether, asset: erc20(asset, token.values), share: erc20(address, share) },
  }
}

function erc20(
  address: Address,
  { symbol, decimals }: { readonly symbol: string; readonly decimals: number },
) {
  return { kind: 'erc20', address, symbol: plainText(symbol, 12), decimals } as const
}

function unreadable(reason: string): IdentityView {
  return { status: 'error', reason, retry: () => window.location.reload() }
}
