import { isAddressEqual, type Address } from 'viem'

import { knownValue } from '../math/reading'
import type { AuctionStatus, CollateralType } from './snapshot'
import type { Tone } from '../ui/tone'
import { t } from '../words/t'

/** An auction in a list. */
export type ListedAuction = { readonly type: CollateralType; readonly auction: AuctionStatus }

/** The auctions of these types that run, the oldest first, and those that have ended, the newest first. */
export function listAuctions(types: readonly CollateralType[]): {
  readonly running: readonly ListedAuction[]
  readonly ended: readonly ListedAuction[]
} {
  const all = types.flatMap((type) =>
    (knownValue(type.auctions) ?? []).map((auction): ListedAuction => ({ type, auction })),
  )
  const by = (at: (auction: AuctionStatus) => bigint, a: ListedAuction, b: ListedAuction) => {
    const order = at(a.auction) - at(b.auction)
    return order === 0n ? 0 : order < 0n ? -1 : 1
  }
  return {
    running: all
      .filter(({ auction }) => auction.stored.endedAt === 0n)
      .sort((a, b) => by(({ stored }) => stored.startedAt, a, b)),
    ended: all
      .filter(({ auction }) => auction.stored.endedAt !== 0n)
      .sort((a, b) => by(({ stored }) => stored.endedAt, b, a)),
  }
}

/** Where an auction stands, in a few words. rules.md C7 */
export function auctionState({ stored, needsReset, oraclePrice, isTakeable }: AuctionStatus): {
  readonly text: string
  readonly tone: Tone | 'neutral'
} {
  if (stored.endedAt !== 0n) return { text: t`Ended`, tone: 'neutral' }
  if (oraclePrice === 0n) return { text: t`Waits for a price`, tone: 'warn' }
  if (needsReset) return { text: t`Must be restarted`, tone: 'warn' }
  return isTakeable ? { text: t`Runs`, tone: 'success' } : { text: t`Not for sale now`, tone: 'warn' }
}

/** What an auction is to an account: it owns the vault that is sold, or has liquidated it; undefined for neither. */
export function partIn({ type, auction }: ListedAuction, account: Address | undefined): string | undefined {
  if (account === undefined) return undefined
  const { vaultId, starter } = auction.stored
  const vault = knownValue(type.vaults)?.find(({ id }) => id === vaultId)
  if (vault && isAddressEqual(vault.stored.owner, account)) return t`Yours: of your vault`
  return isAddressEqual(starter, account) ? t`Yours: you liquidated it` : undefined
}

/** How many auctions of a type are not in its list: more than this app reads. */
export function missingAuctions({ state, auctions }: CollateralType): bigint {
  const count = knownValue(state)?.auctions ?? 0n
  const shown = BigInt(knownValue(auctions)?.length ?? 0)
  return count > shown && auctions.isKnown ? count - shown : 0n
}
