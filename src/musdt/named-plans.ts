import { toAssetsDown } from '../math/musdt'
import { knownValue } from '../math/reading'
import { afterFee, noFee } from '../math/tether'
import { known, typedAmount, typedOne, typedRecipient, unknown } from '../system/plan-option'
import type { Found, PlanMaker, SystemScript } from '../system/script'
import type { Plan } from '../tx/plan/plan'
import { ownContracts } from './identity'
import type { MusdtView } from './live'
import { readLock } from './lock-text'
import * as plans from './plans'
import type { Vault, VaultState } from './snapshot'
import { vaultAt } from './vault-at'
import {
  assetsCredited,
  computable,
  epochWindow,
  fitsRoom,
  mintCapacity,
  mintTerms,
  type SlippageBps,
} from './view'

type Typed = Parameters<PlanMaker['make']>[2]
type Make = (
  context: plans.PlanContext,
  view: MusdtView & { readonly state: VaultState },
  typed: Typed,
  now: bigint,
) => Found<Plan>

/** What a bound leaves to the price, as the forms begin with it. */
const SLIPPAGE_BPS: SlippageBps = 10n

/** A plan in a vault whose state is known. */
function inVault(what: string, options: PlanMaker['options'], make: Make): PlanMaker {
  return {
    what,
    options,
    async make(at, account, typed) {
      const read = await vaultAt(at, account)
      if (!read.isKnown) return read
      const { state, identity } = read.value.vault
      if (!state.isKnown) return state
      const context = { network: at.network, account, identity, kind: state.value.kind }
      return make(context, { ...read.value, state: state.value }, typed, at.block.timestamp)
    },
  }
}

/** What Tether takes of a transfer; unknown is not nothing. */
function tetherFee({ usdt }: Vault) {
  const fee = usdt ? knownValue(usdt.fee) : noFee
  return fee ? known(fee) : unknown('Tether’s fee is not known.')
}

/** A typed amount that the vault's formulas can hold. */
function typedUnits(typed: Typed, decimals: number): Found<bigint> {
  const amount = typedAmount(typed, 'amount', decimals)
  if (!amount.isKnown) return amount
  const { problem } = computable({ amount: amount.value, problem: undefined })
  return problem === undefined ? amount : unknown(`--amount: ${problem}`)
}

const boundsOf = ({ isStreaming }: VaultState, now: bigint): plans.Bounds => {
  return { slippageBps: SLIPPAGE_BPS, deadline: now + plans.DEADLINE_SECONDS, isStreaming }
}

const mintAmount = { amount: { what: 'What to pay with, in the vault’s asset', kind: 'amount' } } as const

/** Mints with what was typed, locked for so many seconds, or 0 for not. rules.md M1–M7 */
function mintWith(
  plan: typeof plans.mint,
  lockSeconds: bigint,
  ...[context, { vault, state }, typed, now]: Parameters<Make>
): Found<Plan> {
  const sent = typedUnits(typed, vault.identity.asset.decimals)
  if (!sent.isKnown) return sent
  const fee = tetherFee(vault)
  if (!fee.isKnown) return fee
  if (state.price === 0n) return unknown('The price is 0: nothing can be minted.')
  const terms = mintTerms(state, assetsCredited(state, vault, sent.value), lockSeconds)
  if (terms.shares === 0n) return unknown('--amount: It is worth less than one unit of mUSDT.')
  const { shares: room, afterPoke } = mintCapacity(state, now)
  const needsRenewal = afterPoke !== undefined && room !== undefined && !fitsRoom(state, terms, room)
  return known(plan(context, terms, { assetsSent: sent.value, bounds: boundsOf(state, now), needsRenewal }))
}

const mint = inVault('Mint mUSDT', mintAmount, (...given) => mintWith(plans.mint, 0n, ...given))

const lockMint = inVault(
  'Mint with a discount, and lock what is minted',
  { ...mintAmount, days: { what: 'Whole days to lock it for', kind: 'number' } },
  (context, view, typed, now) => {
    const { minLockSeconds, maxLockSeconds } = view.state
    const { lockSeconds, problem } = readLock(typed['days'] ?? '', minLockSeconds, maxLockSeconds)
    if (problem !== undefined) return unknown(`--days: ${problem}`)
    if (lockSeconds === 0n) return unknown('--days: A number is needed.')
    if (mintTerms(view.state, 0n, lockSeconds).discountP === 0n)
      return unknown('There is no discount to lock for now: mint without a lock.')
    return mintWith(plans.lockMint, lockSeconds, context, view, typed, now)
  },
)

/** One of the account's locks, by the number of its mNFT. */
function typedLock({ locks }: MusdtView, typed: Typed) {
  if (!locks) return unknown('The locks are not known.')
  return locks.isKnown ? typedOne(typed, 'lock', locks.value, ({ id }) => `${id}`) : locks
}

const lockOption = { lock: { what: 'Number of the mNFT', kind: 'number' } } as const

const unlock = inVault('Unlock an mNFT', lockOption, (context, view, typed) => {
  const lock = typedLock(view, typed)
  if (!lock.isKnown) return lock
  const { id, deposit } = lock.value
  return known(plans.unlock(context, { id, shares: deposit.shares }))
})

const transferLock = inVault(
  'Hand an mNFT over, with all that is locked in it',
  { ...lockOption, to: { what: 'Who will own it', kind: 'address' } },
  (context, view, typed) => {
    const lock = typedLock(view, typed)
    if (!lock.isKnown) return lock
    const to = typedRecipient(typed, 'to', context.account, ownContracts(context.identity))
    if (!to.isKnown) return to
    if (to.value === context.account) return unknown('--to: It is this account’s already.')
    return known(plans.transferLock(context, lock.value.id, to.value))
  },
)

const redeem = inVault(
  'Redeem mUSDT that was requested for this epoch',
  { amount: { what: 'mUSDT to redeem', kind: 'amount' } },
  (context, { vault, state }, typed, now) => {
    const shares = typedUnits(typed, vault.identity.share.decimals)
    if (!shares.isKnown) return shares
    const fee = tetherFee(vault)
    if (!fee.isKnown) return fee
    const assets = toAssetsDown(shares.value, state.price)
    const arrives = afterFee(assets, fee.value)
    const { account: to } = context
    return known(plans.redeem(context, shares.value, { assets, arrives, to, bounds: boundsOf(state, now) }))
  },
)

const request = inVault(
  'Ask for mUSDT to become redeemable, in the next epoch that takes it',
  { amount: { what: 'mUSDT to redeem then', kind: 'amount' } },
  (context, { vault, state }, typed, now) => {
    const { epochs } = state
    const exit = epochs && epochWindow(state, epochs.current + epochs.timelock)
    if (!exit) return unknown('This vault has no epochs: mUSDT is redeemed at once.')
    const shares = typedUnits(typed, vault.identity.share.decimals)
    if (!shares.isKnown) return shares
    return known(plans.request(context, shares.value, exit.number, now + plans.DEADLINE_SECONDS))
  },
)

const cancelRequest = inVault(
  'Take a request to redeem back',
  {
    amount: { what: 'mUSDT that was requested', kind: 'amount' },
    epoch: { what: 'Epoch it was requested for', kind: 'number' },
  },
  (context, { vault }, typed) => {
    const shares = typedUnits(typed, vault.identity.share.decimals)
    if (!shares.isKnown) return shares
    const requests = knownValue(vault.holder)?.requests
    if (!requests) return unknown('The account’s requests are not known.')
    const one = typedOne(typed, 'epoch', requests, ({ epoch }) => `${epoch}`)
    return one.isKnown ? known(plans.cancelRequest(context, shares.value, one.value.epoch)) : one
  },
)

const renewCap = inVault('Renew the daily cap of a GToken', {}, (context) => known(plans.renewCap(context)))

const beginEpoch = inVault('Begin the next epoch of a GToken', {}, (context, { state: { epochs } }) =>
  epochs?.feed
    ? known(plans.beginEpoch(context, epochs.feed.address, epochs.current + 1n))
    : unknown('The epochs of this vault begin by themselves.'),
)

/** What the vault can be asked for by name. */
export const musdtPlans: SystemScript['plans'] = {
  ...{ mint, lockMint, unlock, transferLock },
  ...{ redeem, request, cancelRequest },
  ...{ renewCap, beginEpoch },
}
