import { toAssetsDown } from '../math/musdt'
import { knownValue, mapReading } from '../math/reading'
import type { Reading } from '../math/reading'
import { displayDateTime, displayDuration } from '../math/time'
import { notPausedGate, readingGate } from '../form/gates'
import { sinceGate } from '../form/payout-gates'
import type { Gate } from '../ui/gate'
import type { Entry } from '../form/use-amount'
import type { EpochFeed, Epochs, Erc20, Holder, VaultState } from './snapshot'
import { afterUnlock } from './lock-view'
import { discountFor, fitsRoom } from './view'
import type { Epoch, MintTerms, MintCapacity } from './view'
import { exactText } from '../math/amount'
import { percentText } from './format'
import { DAY_SECONDS } from '../math/units'
import { plural, t } from '../words/t'

/** Entries stop while the vault is paused; exits never do. rules.md 0 */
export function vaultOpenGate(state: Reading<VaultState>): Gate {
  return notPausedGate(
    t`Vault`,
    mapReading(state, ({ isPaused }) => isPaused),
    {
      paused: t`Minting is paused. Unlocking, requests and redeeming still work.`,
      running: t`The vault takes deposits.`,
    },
  )
}

/** From the limit on nothing is minted, locked or not; a GToken has no limit. rules.md M2 */
export function mintOpenGate(state: Reading<VaultState>): Gate {
  return readingGate(t`Collateral ratio below the limit`, state, ({ collateralizationP, mintLimitP }) => {
    const ratio = percentText(collateralizationP)
    if (mintLimitP === undefined)
      return { isMet: true, detail: t`It is ${ratio}; this vault mints at any ratio.` }
    return collateralizationP < mintLimitP
      ? { isMet: true, detail: t`It is ${ratio}, and minting closes at ${percentText(mintLimitP)}.` }
      : {
          isMet: false,
          detail: t`Minting is closed: the collateral ratio is ${ratio}, and nothing is minted from ${percentText(mintLimitP)} on. It opens again when the ratio falls: traders win, rewards arrive, or discounts are unlocked.`,
        }
  })
}

/** A GToken whose traders have won everything. rules.md M1 */
export const priceGate: Gate = {
  label: t`Price above 0`,
  isMet: false,
  detail: t`The price is 0: nothing can be minted.`,
}

/** A discount to lock for: there is none from the threshold on. rules.md M3, M5 */
export function lockGate(
  state: VaultState,
  lock: { readonly lockSeconds: bigint; readonly problem: string | undefined },
  terms: { readonly assets: bigint; readonly discount: bigint } | undefined,
): Gate {
  const label = t`Lock`
  const { lockSeconds, problem } = lock
  const bounds = t`${state.minLockSeconds / DAY_SECONDS} to ${plural(state.maxLockSeconds / DAY_SECONDS, '{n} day', '{n} days')}`
  if (problem !== undefined) return { label, isMet: false, detail: problem }
  if (lockSeconds < state.minLockSeconds || lockSeconds > state.maxLockSeconds)
    return { label, isMet: false, detail: t`Choose a lock of ${bounds}.` }
  if (discountFor(state, lockSeconds) === 0n)
    return {
      label,
      isMet: false,
      detail: t`There is no discount to lock for: it is 0% from a collateral ratio of ${percentText(state.maxDiscountThresholdP)} on. Mint without a lock.`,
    }
  if (terms && terms.assets > 0n && terms.discount === 0n)
    return {
      label,
      isMet: false,
      detail: t`The discount would round to nothing: nobody locks for free. Enter more, or mint without a lock.`,
    }
  return { label, isMet: true, detail: t`${lockSeconds / DAY_SECONDS} of ${bounds}.` }
}

/** The daily cap: ours counts shares, a GToken's what is credited. rules.md M7 */
export function roomGate(
  room: MintCapacity | undefined,
  terms: MintTerms | undefined,
  { state, asset, share }: { readonly state: VaultState; readonly asset: Erc20; readonly share: Erc20 },
  now: bigint | undefined,
): Gate {
  const label = t`Room under the daily cap`
  if (!room) return { label, isMet: false, detail: t`Not read yet.` }
  const left = room.afterPoke ?? room.shares
  if (left === undefined) return { label, isMet: true, detail: t`Nothing limits minting now.` }
  const renewal =
    now === undefined || room.renewsAt <= now
      ? ''
      : t` It renews in ${displayDuration(room.renewsAt - now)}, ${displayDateTime(room.renewsAt)}.`
  const text = exactText(left, share)
  if (left === 0n) return { label, isMet: false, detail: t`Today’s room is used up.${renewal}` }
  if (terms && !fitsRoom(state, terms, left))
    return {
      label,
      isMet: false,
      detail:
        state.kind === 'ours'
          ? t`${exactText(terms.shares, share)} would be minted, and ${text} is left of today’s room.${renewal}`
          : t`${exactText(terms.assets + terms.discount, asset)} would be credited, and ${exactText(toAssetsDown(left, state.price), asset)} is left of today’s room.${renewal}`,
    }
  return { label, isMet: true, detail: t`${text} is left today.${renewal}` }
}

/** What is deposited gives, or what is burnt pays, at least one unit of `token`: nothing for something is refused. rules.md M9 */
export function oneUnitGate(
  verb: 'Gives' | 'Pays',
  entry: Entry,
  value: bigint | undefined,
  token: Erc20,
): Gate {
  return {
    label: verb === 'Gives' ? t`Gives at least one unit` : t`Pays at least one unit`,
    isMet: value !== undefined && value > 0n,
    detail:
      value === undefined
        ? t`Not known until an amount is entered.`
        : value > 0n
          ? verb === 'Gives'
            ? t`Gives ${exactText(value, token)}.`
            : t`Pays ${exactText(value, token)}.`
          : entry.amount === undefined || entry.amount === 0n
            ? t`Enter an amount.`
            : t`This is too little for one unit of ${token.symbol}.`,
  }
}

/** At or after start + lock, on the chain's clock. rules.md M5 */
export function unlockGate(unlocksAt: bigint, now: bigint | undefined): Gate {
  return sinceGate(t`Lock has ended`, unlocksAt, now, { since: '', wait: t`Unlocks in` })
}

/** All holders pay for a discount, out of what stands behind their shares. rules.md M6 */
export function discountGate(state: Reading<VaultState>, discount: bigint): Gate {
  return readingGate(t`Collateral for the discount`, state, (known) =>
    afterUnlock(known, discount).isRefused
      ? {
          isMet: false,
          detail: t`The discount is more than what stands behind the shares: the vault refuses it until traders lose or rewards arrive.`,
        }
      : { isMet: true, detail: t`Enough stands behind the shares.` },
  )
}

/** Requests are taken in the first part of an epoch only; of a GToken until its feed prepares the next. rules.md M8 */
export function requestWindowGate(epochs: Epochs, epoch: Epoch | undefined, now: bigint | undefined): Gate {
  const label = t`Requests are open`
  if (!epoch || now === undefined) return { label, isMet: false, detail: t`Not read yet.` }
  const { feed } = epochs
  if (feed) {
    const next =
      now < epoch.endsAt ? t`${displayDateTime(epoch.endsAt)} at the earliest` : t`once somebody begins it`
    const gate = feedGate(label, feed, epoch.requestsUntil, now)
    return gate.isMet
      ? gate
      : { ...gate, detail: t`${gate.detail} Requests open again with epoch ${epoch.number + 1n}, ${next}.` }
  }
  if (now < epoch.requestsUntil)
    return {
      label,
      isMet: true,
      detail: t`Until ${displayDateTime(epoch.requestsUntil)}, ${displayDuration(epoch.requestsUntil - now)} left.`,
    }
  const next = now < epoch.endsAt ? displayDateTime(epoch.endsAt) : t`which is read with the next block`
  return {
    label,
    isMet: false,
    detail: t`Closed ${displayDateTime(epoch.requestsUntil)}. Requests open again with epoch ${epoch.number + 1n}, ${next}.`,
  }
}

/** What a GToken allows until its feed is asked for the next epoch, which may be from `until` (unix seconds) on. */
export function feedGate(label: string, { isPreparing }: EpochFeed, until: bigint, now: bigint): Gate {
  if (isPreparing) return { label, isMet: false, detail: t`Closed: the vault prepares the next epoch.` }
  return {
    label,
    isMet: true,
    detail:
      now < until
        ? t`At least until ${displayDateTime(until)}, ${displayDuration(until - now)} left.`
        : t`Until the vault prepares the next epoch, which may be at any moment.`,
  }
}

/** Shares that are neither locked nor under request. rules.md M8 */
export function freeSharesGate(
  holder: Reading<Holder> | undefined,
  share: Erc20,
  needed: bigint | undefined,
): Gate {
  return readingGate(t`Free ${share.symbol}`, holder, ({ shares, underRequest }) => {
    const free = shares - underRequest
    const text = t`${exactText(free, share)} of your ${exactText(shares, share)} is not under request.`
    if (needed === undefined || needed <= free) return { isMet: free > 0n, detail: text }
    return { isMet: false, detail: t`${exactText(needed, share)} is more than what is free: ${text}` }
  })
}

export function freeShares(holder: Reading<Holder> | undefined): bigint | undefined {
  const known = knownValue(holder)
  return known && known.shares - known.underRequest
}
