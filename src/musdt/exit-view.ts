import { displayDateTime, displayDuration } from '../math/time'
import type { Holder, VaultState } from './snapshot'
import { epochWindow, redeemable } from './view'
import type { Epoch } from './view'
import { percentText } from './format'
import { secondsUntilRoomUp, toAssetsDown, withdrawalLimitDown } from '../math/musdt'
import { HUNDRED_P } from '../math/units'
import { plural, t } from '../words/t'

/**
 * Where a request stands. `closed`: a GToken is preparing the next epoch, with which the request becomes void.
 * rules.md M8
 */
export type RequestStatus = 'pending' | 'open' | 'closed' | 'void'

/**
 * The status at `now` (unix seconds): redeemable from the first second of its epoch to the last, then void. Our epochs
 * follow the clock; a GToken's the block that somebody began them in, and close when the next one is being prepared.
 */
export function requestStatus(state: VaultState, epoch: Epoch, now: bigint): RequestStatus {
  const { epochs } = state
  if (state.kind === 'ours') {
    if (now < epoch.startsAt) return 'pending'
    return now < epoch.endsAt ? 'open' : 'void'
  }
  const current = epochs?.current ?? 0n
  if (epoch.number !== current) return epoch.number > current ? 'pending' : 'void'
  return epochs?.feed?.isPreparing ? 'closed' : 'open'
}

export type Request = {
  readonly epoch: Epoch
  readonly shares: bigint
  readonly status: RequestStatus
}

/** What asks for something first: redeemable now, then what is to come, then what is void, the latest first. */
export function requestsOf(state: VaultState, { requests }: Holder, now: bigint): readonly Request[] {
  const all = requests.flatMap(({ epoch: number, shares }) => {
    const epoch = epochWindow(state, number)
    return epoch ? [{ epoch, shares, status: requestStatus(state, epoch, now) }] : []
  })
  const isVoid = ({ status }: Request) => status === 'void'
  return [...all.filter((request) => !isVoid(request)), ...all.filter(isVoid).reverse()]
}

/** An epoch on the calendar, with what the account has in it. */
export type CalendarRow = {
  readonly epoch: Epoch
  readonly isRunning: boolean
  /** A request made now becomes redeemable here. */
  readonly isNextExit: boolean
  /** Shares requested for it. */
  readonly mine: bigint
}

/** In the first part of an epoch only; of a GToken until its feed prepares the next one. rules.md M8 */
export function isRequestOpen(state: VaultState, now: bigint): boolean {
  const { epochs } = state
  const running = epochs && epochWindow(state, epochs.current)
  if (!running) return false
  return epochs.feed ? !epochs.feed.isPreparing : now < running.requestsUntil
}

/** The running epoch and the next four at `now` (unix seconds); none where the exit is instant. */
export function calendar(state: VaultState, holder: Holder | undefined, now: bigint): readonly CalendarRow[] {
  const { epochs } = state
  if (!epochs) return []
  const isOpen = isRequestOpen(state, now)
  return [0n, 1n, 2n, 3n, 4n].flatMap((ahead) => {
    const epoch = epochWindow(state, epochs.current + ahead)
    if (!epoch) return []
    const mine = holder?.requests.find((request) => request.epoch === epoch.number)?.shares ?? 0n
    return [{ epoch, mine, isRunning: ahead === 0n, isNextExit: isOpen && ahead === epochs.timelock }]
  })
}

/** Where a request stands, in a sentence. A GToken's dates are the earliest, and only the last change is known. */
export function statusText(
  { epoch, status }: Request,
  { kind, epochs }: VaultState,
  now: bigint | undefined,
): string {
  const from = displayDateTime(epoch.startsAt)
  const until = displayDateTime(epoch.redeemUntil)
  if (status === 'void') {
    const isDateKnown = kind === 'ours' || epoch.number + 1n === epochs?.current
    return isDateKnown
      ? t`Void since ${displayDateTime(epoch.endsAt)}: the shares are free again, and a new request is needed.`
      : t`Void: the shares are free again, and a new request is needed.`
  }
  if (status === 'closed')
    return t`Redeeming is closed: the vault prepares the next epoch, with which the request is void and its shares are free again.`
  if (status === 'open') {
    if (now !== undefined && now >= epoch.redeemUntil)
      return t`Redeemable until the vault prepares the next epoch, which may be at any moment; then void.`
    const left = now === undefined ? '' : t`, ${displayDuration(epoch.redeemUntil - now)} left`
    const atLeast = kind === 'gToken' ? t`at least ` : ''
    return t`Redeemable ${atLeast}until ${until}${left}; then void.`
  }
  if (kind === 'gToken' && now !== undefined && now >= epoch.startsAt)
    return t`Its epoch is due: it begins once somebody begins it.`
  const wait = now === undefined ? '' : t`in ${displayDuration(epoch.startsAt - now)}, `
  return kind === 'gToken'
    ? t`Redeemable ${wait}from ${from} at the earliest, for at least ${displayDuration(epoch.redeemUntil - epoch.startsAt)}; then void.`
    : t`Redeemable ${wait}from ${from} until ${until}; then void.`
}

/** Why a request waits as many epochs as it does. rules.md M8 */
export function timelockText({ epochs, collateralizationP, kind }: VaultState): string {
  if (!epochs) return ''
  const [first, second] = epochs.thresholdsP.map((aboveP) => percentText(HUNDRED_P + aboveP, 0))
  // A GToken wants more than the threshold, ours as much (docs/musdt.md).
  const wait = plural(epochs.timelock, '{n} epoch', '{n} epochs')
  const [ratio, two, one] = [percentText(collateralizationP), first ?? '', second ?? '']
  return kind === 'ours'
    ? t`${wait} from now, because the collateral ratio is ${ratio}: below ${two} it takes 3 epochs, from ${two} on 2, and from ${one} on 1.`
    : t`${wait} from now, because the collateral ratio is ${ratio}: up to ${two} it takes 3 epochs, above it 2, and above ${one} 1.`
}

/** What of the running epoch's request the limit lets out at `now` (unix seconds), and what it keeps back. rules.md M8 */
export function redeemSplit(state: VaultState, holder: Holder, now: bigint) {
  const { epochs } = state
  const requested = holder.requests.find(({ epoch }) => epoch === epochs?.current)?.shares ?? 0n
  const running = epochs && epochWindow(state, epochs.current)
  const split = redeemable(state, requested)
  const laterAt = restFitsAt(state, split, now)
  return {
    ...split,
    /** When the rest fits at once, if nobody else redeems; undefined where it only ever fits in parts. */
    laterAt,
    /** The rest does not fit at once before the request is void. */
    isTooLate: running !== undefined && (laterAt === undefined || laterAt >= running.endsAt),
  }
}

/** Once the first part has left there is less collateral, and with it a lower limit, of which more is in use. */
function restFitsAt(state: VaultState, split: { readonly now: bigint; readonly later: bigint }, now: bigint) {
  const { withdrawalLimit, withdrawalRoom } = state.epochs ?? {}
  if (withdrawalLimit === undefined || withdrawalRoom === undefined) return now
  const leaves = toAssetsDown(split.now, state.price)
  const used = withdrawalLimit - withdrawalRoom + leaves
  const limit = withdrawalLimitDown(state.collateral - leaves)
  const wait = secondsUntilRoomUp(toAssetsDown(split.later, state.price), used, limit)
  return wait === undefined ? undefined : now + wait
}

/** Why `maxRedeem` is 0. */
export function nothingToRedeem(state: VaultState, holder: Holder, symbol: string): string {
  const { epochs } = state
  if (!epochs)
    return holder.shares === 0n
      ? t`This account has no ${symbol}.`
      : t`The vault has no USDT to pay out at the moment.`
  const running = epochs.current
  if (holder.requests.some(({ epoch }) => epoch === running))
    return epochs.withdrawalRoom === undefined
      ? t`The vault lets nothing out at the moment.`
      : t`The limit is used up for now; it refills evenly over 24 hours.`
  const next = holder.requests.find(({ epoch }) => epoch > running)
  const nextEpoch = next && epochWindow(state, next.epoch)
  // A request that was redeemed reads like one that never was.
  const nothing = t`Nothing is requested for epoch ${running}, or all of it was redeemed.`
  return nextEpoch
    ? t`${nothing} Your next request is redeemable from ${displayDateTime(nextEpoch.startsAt)}${state.kind === 'gToken' ? t` at the earliest` : ''}.`
    : t`${nothing} Request first.`
}
