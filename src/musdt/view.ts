import { saturatingSubtract } from '../math/uint256'
import {
  maxAssetsBeforeDiscount,
  breakEvenFallPDown,
  capRoom,
  dailyAllowanceDown,
  collateralizationPDown,
  withDiscountDown,
  maxAssetsForShares,
  toSharesDown,
  effectivePriceUp,
  lockDiscountPDown,
  maxSupplyDown,
  priceAfterDiscountsDown,
  redeemableSharesDown,
  toAssetsDown,
  spreadPnlUp,
} from '../math/musdt'
import { knownValue } from '../math/reading'
import { afterFee, maxBeforeFee, noFee } from '../math/tether'
import type { Entry } from '../form/use-amount'
import type { Vault, VaultState } from './snapshot'
import { DAY_SECONDS, MAX_UINT256, WAD } from '../math/units'
import { t } from '../words/t'

/** What a deposit gives, locked or not, to the last unit. */
export type MintTerms = {
  /** 0 without a lock. */
  readonly lockSeconds: bigint
  readonly discountP: bigint
  /** What the vault counts of what was sent. */
  readonly assets: bigint
  readonly discount: bigint
  readonly shares: bigint
  /** Assets paid per share; undefined when there is no share. */
  readonly paidPrice: bigint | undefined
}

/**
 * What the vault counts of an amount sent to it: ours what arrives after Tether's fee, a GToken what was sent. The gates
 * wait until the fee is known. rules.md U4
 */
export function assetsCredited(
  { kind }: Pick<VaultState, 'kind'>,
  { usdt }: Pick<Vault, 'usdt'>,
  amount: bigint,
) {
  return kind === 'gToken' ? amount : afterFee(amount, (usdt && knownValue(usdt.fee)) ?? noFee)
}

/** No token has as many units, and up to here every formula stays within uint256. */
const MOST_UNITS = 2n ** 128n

/** An amount that the formulas can hold: above, it is a problem and no amount. */
export function computable(entry: Entry): Entry {
  return entry.amount !== undefined && entry.amount > MOST_UNITS
    ? { amount: undefined, problem: t`This is more than there is of any token.` }
    : entry
}

/** The terms of depositing `assets` now; `lockSeconds` 0 means without a lock. Throws at price 0. rules.md M1, M3, M4 */
export function mintTerms(state: VaultState, assets: bigint, lockSeconds: bigint): MintTerms {
  const discountP = discountFor(state, lockSeconds)
  const credited = withDiscountDown(assets, discountP)
  const shares = toSharesDown(credited, state.price)
  return {
    lockSeconds,
    discountP,
    assets,
    discount: credited - assets,
    shares,
    paidPrice: shares === 0n ? undefined : effectivePriceUp(assets, shares),
  }
}

export function discountFor(state: VaultState, lockSeconds: bigint): bigint {
  const { collateralizationP: collatP, maxDiscountP, maxDiscountThresholdP } = state
  return lockDiscountPDown(collatP, lockSeconds, maxDiscountP, maxDiscountThresholdP)
}

/** How far the price may fall until the unlock before not having locked would have been better. */
export function breakEven(
  state: VaultState,
  terms: MintTerms,
): { readonly fallP: bigint; readonly price: bigint } {
  const plain = mintTerms(state, terms.assets, 0n)
  return {
    fallP: breakEvenFallPDown(terms.shares, plain.shares),
    price:
      terms.shares === 0n
        ? state.price
        : effectivePriceUp(toAssetsDown(plain.shares, state.price), terms.shares),
  }
}

/** The vault after a deposit: minting leaves the price, and spreads a buffer above 100%. rules.md M1 */
export function afterMint(
  state: VaultState,
  shares: bigint,
): { readonly supply: bigint; readonly collateralizationP: bigint } {
  const supply = state.supply + shares
  // A GToken lets price and collateralization follow only when an epoch begins.
  if (state.kind === 'gToken') return { supply, collateralizationP: state.collateralizationP }
  const pnl = spreadPnlUp(state.pnlPerToken, state.supply, supply)
  return { supply, collateralizationP: collateralizationPDown(state.maxPnlPerToken - WAD, pnl) }
}

/** px once the discounts that are promised and not charged yet have been. rules.md M11 */
export function priceAfterDiscounts(state: VaultState, lockedDiscounts: bigint): bigint {
  const rewards = state.maxPnlPerToken - WAD
  return priceAfterDiscountsDown(rewards, state.pnlPerToken, lockedDiscounts, state.supply)
}

/** Today's room under the cap. rules.md M7 */
export type MintCapacity = {
  /** Undefined where nothing limits minting: a GToken from 100% collateralization on. */
  readonly shares: bigint | undefined
  readonly maxSupply: bigint
  /** About what the day began with: the snapshot itself is not told, and its rounding hides one unit. */
  readonly dailyAllowance: bigint
  readonly renewsAt: bigint
  /** The cap is the one that holds in any case, not what the supply may grow by in a day. */
  readonly isBootstrap: boolean
  /** A GToken renews only when poked: then this is what a poke would allow. */
  readonly afterPoke: bigint | undefined
}

export function mintCapacity(state: VaultState, now: bigint): MintCapacity {
  const { cap, supply, kind } = state
  const renewsAt = cap.snapshotAt + cap.snapshotSeconds
  // This is how a vault says "without limit".
  const isLimited = kind === 'ours' || cap.maxDeposit !== MAX_UINT256
  const isDue = kind === 'gToken' && isLimited && now >= renewsAt
  const renewed = maxSupplyDown(supply, cap.increaseDailyP, 0n)
  return {
    shares: isLimited ? capRoom(cap.maxSupply, supply) : undefined,
    maxSupply: cap.maxSupply,
    dailyAllowance: dailyAllowanceDown(cap.maxSupply, cap.increaseDailyP),
    renewsAt,
    isBootstrap: cap.maxSupply === cap.bootstrapMaxSupply,
    afterPoke: isDue && renewed > cap.maxSupply ? capRoom(renewed, supply) : undefined,
  }
}

/** Whether a mint fits under the room: our cap counts shares, a GToken's counts credited assets. rules.md M7 */
export function fitsRoom({ kind, price }: VaultState, terms: MintTerms, roomShares: bigint): boolean {
  return kind === 'ours'
    ? terms.shares <= roomShares
    : terms.assets + terms.discount <= toAssetsDown(roomShares, price)
}

/** Most assets to deposit under the room: our cap counts shares, a GToken's counts credited assets. rules.md M7 */
export function maxNetDeposit(state: VaultState, roomShares: bigint, discountP: bigint): bigint {
  if (state.price === 0n) return 0n
  const credited =
    state.kind === 'ours'
      ? maxAssetsForShares(roomShares, state.price)
      : toAssetsDown(roomShares, state.price)
  return maxAssetsBeforeDiscount(credited, discountP)
}

/**
 * Most to send so that no more than `arriving` arrives, exactly: `arriving` without a fee, on a GToken too, which counts
 * what is sent. rules.md U4
 */
export function maxGrossDeposit(
  { kind }: Pick<VaultState, 'kind'>,
  { usdt }: Pick<Vault, 'usdt'>,
  arriving: bigint,
) {
  const fee = usdt && knownValue(usdt.fee)
  if (kind === 'gToken' || !fee) return arriving
  return maxBeforeFee(arriving, fee)
}

/** One point per day on the way from the shortest to the longest lock. rules.md M3 */
export function discountCurve(state: VaultState, assets: bigint): readonly MintTerms[] {
  const first = state.minLockSeconds / DAY_SECONDS
  const last = state.maxLockSeconds / DAY_SECONDS
  return Array.from({ length: days(last - first) + 1 }, (_, index) =>
    mintTerms(state, assets, (first + BigInt(index)) * DAY_SECONDS),
  )
}

function days(count: bigint): number {
  // eslint-disable-next-line no-restricted-syntax -- a number of days, at most 365
  return Number(count)
}

/** What may be taken off an expected amount before a transaction is refused, in basis points. */
export const slippageChoices = [0n, 10n, 50n] as const
export type SlippageBps = (typeof slippageChoices)[number]

/** An epoch on the calendar; a GToken's begins not before that. rules.md M8 */
export type Epoch = {
  readonly number: bigint
  readonly startsAt: bigint
  readonly requestsUntil: bigint
  readonly redeemUntil: bigint
  readonly endsAt: bigint
}

export function epochWindow({ epochs }: VaultState, number: bigint): Epoch | undefined {
  if (!epochs) return undefined
  const startsAt = epochs.startedAt + (number - epochs.current) * epochs.lengthSeconds
  return {
    number,
    startsAt,
    requestsUntil: startsAt + epochs.requestSeconds,
    redeemUntil: startsAt + epochs.redeemSeconds,
    endsAt: startsAt + epochs.lengthSeconds,
  }
}

/** Most shares that can be redeemed now and the part of a request that must wait for the limit. */
export function redeemable(
  state: VaultState,
  requested: bigint,
): { readonly now: bigint; readonly later: bigint } {
  const room = state.epochs?.withdrawalRoom
  if (room === undefined) return { now: requested, later: 0n }
  const now = redeemableSharesDown(requested, state.price, room)
  return { now, later: saturatingSubtract(requested, now) }
}
