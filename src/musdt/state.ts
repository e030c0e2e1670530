import type { Reading } from '../math/reading'
import { DAY_SECONDS } from '../math/units'
import type { Liveness } from '../system/liveness'
import type { Epochs, Holder, Known, Lock, VaultData, VaultState } from './snapshot'
import { t } from '../words/t'

type Values<Tree> = { readonly [Key in keyof Tree]: Tree[Key] extends Reading<infer T> ? T : never }
type Unknown = Extract<Reading<never>, { isKnown: false }>

/** All values, or the first reading that has none. */
export function allKnown<Tree extends Readonly<Record<string, Reading<unknown>>>>(
  tree: Tree,
): { readonly isKnown: true; readonly values: Values<Tree> } | Unknown {
  const values: Record<string, unknown> = {}
  for (const [key, reading] of Object.entries(tree)) {
    if (!reading.isKnown) return reading
    values[key] = reading.value
  }
  return { isKnown: true, values: values as Values<Tree> }
}

/** Whether `rules()` was refused without a word, as a contract does that has no such function. */
export function mayBeGToken(vault: Pick<VaultData, 'ours'> | undefined): boolean {
  return vault !== undefined && !vault.ours.rules.isKnown && vault.ours.rules.source.raw === '0x'
}

/** A GToken is one where enough of those say so who know: one node's failed call is never taken for it. trust.md D38 */
export function agreedState(state: Reading<VaultState>, liveness: Liveness | undefined): Reading<VaultState> {
  if (!state.isKnown || state.value.kind === 'ours' || liveness?.isLive === true) return state
  return { isKnown: false, reason: liveness?.reason ?? t`Not read yet.`, source: state.source }
}

/**
 * The state of the vault, or why it is not known. A vault without `rules()` is a GToken: everything else is the same
 * call, and what it does not tell is what its contract fixes (docs/musdt.md). Anything but a plain "no such function"
 * leaves the state unknown: nothing is guessed.
 */
export function vaultState(data: VaultData): Reading<VaultState> {
  const { core, ours, live } = data
  const known = allKnown(core)
  if (!known.isKnown) return known
  const { source } = core.price
  const { values } = known
  if (mayBeGToken(data)) {
    const epochs = liveEpochs(values, live)
    return epochs.isKnown ? { isKnown: true, source, value: gTokenState(values, epochs.value) } : epochs
  }

  const own = allKnown(ours)
  if (!own.isKnown) return own
  const { rules, isPaused, stream, withdrawalRoom, withdrawalLimit } = own.values
  const [onTheirWay] = stream
  const state: VaultState = {
    ...common(values),
    kind: 'ours',
    cap: {
      ...capOf(values),
      bootstrapMaxSupply: rules.bootstrapMaxSupply,
      snapshotSeconds: rules.supplySnapshotSeconds,
    },
    maxLockSeconds: rules.maxLockSeconds,
    mintLimitP: rules.mintLimitP,
    isPaused,
    isStreaming: onTheirWay > 0n,
    epochs:
      rules.epochLength === 0n
        ? undefined
        : {
            ...rhythm(values),
            lengthSeconds: rules.epochLength,
            requestSeconds: rules.requestWindow,
            redeemSeconds: rules.epochLength,
            withdrawalLimit,
            withdrawalRoom,
            feed: undefined,
          },
  }
  return { isKnown: true, source, value: state }
}

type Core = Values<VaultData['core']>

/** A GToken closes minting at no collateralization. */
function gTokenState(values: Core, epochs: Epochs): VaultState {
  return {
    ...common(values),
    kind: 'gToken',
    cap: { ...capOf(values), bootstrapMaxSupply: undefined, snapshotSeconds: DAY_SECONDS },
    maxLockSeconds: 365n * DAY_SECONDS,
    mintLimitP: undefined,
    isPaused: false,
    isStreaming: false,
    epochs,
  }
}

/**
 * The rhythm of a GToken: its feed is asked so often, so far apart, from some time of an epoch on, and can begin the next
 * one as long after the last. Until it is asked first, requests and redemptions are open.
 */
function liveEpochs(values: Core, { feed, rhythm: told }: VaultData['live']): Reading<Epochs> {
  if (!feed.isKnown) return feed
  // What was asked is the feed of an earlier block, or nothing yet.
  if (!told || told.requestsStart.source.contract !== feed.value)
    return { isKnown: false, reason: t`The feed of its epochs is not read yet.`, source: feed.source }
  const known = allKnown(told)
  if (!known.isKnown) return known
  const { requestsStart, requestsEvery, requestsCount, requestsMade } = known.values
  const value: Epochs = {
    ...rhythm(values),
    lengthSeconds: requestsStart + requestsEvery * requestsCount,
    requestSeconds: requestsStart,
    redeemSeconds: requestsStart,
    withdrawalLimit: undefined,
    withdrawalRoom: undefined,
    feed: { address: feed.value, isPreparing: requestsMade > 0n },
  }
  return { isKnown: true, value, source: feed.source }
}

function common({
  price,
  collateralizationP,
  supply,
  maxPnlPerToken,
  pnlPerToken,
  pnlPerTokenNow,
  collateral,
  maxDiscountP,
  maxDiscountThresholdP,
  minLockSeconds,
}: Core) {
  return {
    price,
    collateralizationP,
    supply,
    maxPnlPerToken,
    pnlPerToken,
    pnlPerTokenNow,
    collateral,
    maxDiscountP,
    maxDiscountThresholdP,
    minLockSeconds,
  }
}

function capOf({ maxSupply, maxDeposit, snapshotAt, increaseDailyP }: Core) {
  return { maxSupply, maxDeposit, snapshotAt, increaseDailyP }
}

function rhythm({
  epoch,
  epochStartedAt,
  timelock,
  firstThresholdP,
  secondThresholdP,
}: Core): Pick<Epochs, 'current' | 'startedAt' | 'timelock' | 'thresholdsP'> {
  return {
    current: epoch,
    startedAt: epochStartedAt,
    timelock,
    thresholdsP: [firstThresholdP, secondThresholdP],
  }
}

/** What the account has, or why that is not known; undefined while the data is another account's. */
export function holderOf(data: VaultData, account: string | undefined): Reading<Holder> | undefined {
  const mine = data.people.find((person) => person.shares.source.args[0] === account)
  if (!mine) return undefined
  const { shares, underRequest, lockCount } = mine
  const maxRedeem = maxRedeemOf(data, mine.maxRedeem)
  const known = allKnown({ shares, underRequest, maxRedeem, lockCount })
  if (!known.isKnown) return known
  const requests: { epoch: bigint; shares: bigint }[] = []
  for (const request of mine.requests) {
    if (!request.isKnown) return request
    const epoch = request.source.args[1] as bigint
    if (request.value > 0n) requests.push({ epoch, shares: request.value })
  }
  return { isKnown: true, source: shares.source, value: { ...known.values, requests } }
}

/** A GToken without shares panics when it is asked what can be redeemed: nothing. rules.md M9 */
function maxRedeemOf({ core }: VaultData, maxRedeem: Reading<bigint>): Reading<bigint> {
  const isEmpty = core.supply.isKnown && core.supply.value === 0n
  return isEmpty ? { isKnown: true, value: 0n, source: maxRedeem.source } : maxRedeem
}

/** The locks of the account whose ids are known, in the mNFT's order; or why one is not known. */
export function locksOf(data: VaultData, known: Known): Reading<readonly Lock[]> {
  const locks: Lock[] = []
  for (const [index, deposit] of data.locks.entries()) {
    if (!deposit.isKnown) return deposit
    const id = known.lockIds[index]
    if (id !== undefined) locks.push({ id, deposit: deposit.value, source: deposit.source })
  }
  return { isKnown: true, value: locks, source: data.core.price.source }
}
