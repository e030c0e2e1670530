import type { Address } from 'viem'

import type { ChainAt } from '../chain/chain-reader'
import { readLive, readTree } from '../chain/read-at'
import { toAssetsDown } from '../math/musdt'
import { knownValue } from '../math/reading'
import { afterFee, noFee } from '../math/tether'
import { findLiveness, statedLiveness, witnessesOf } from '../system/liveness'
import { known, typedAmount, typedOne, unknown } from '../system/plan-option'
import type { Found, PlanMaker, SystemScript } from '../system/script'
import type { Plan } from '../tx/plan/plan'
import { activityOf } from './activity-of'
import { musdtContracts, musdtNeeds } from './contracts'
import { musdtErrors } from './errors'
import { musdtEventsAbi } from './events'
import { identityOf } from './identity'
import { musdtLive, type MusdtView } from './live'
import { cancelRequest, DEADLINE_SECONDS, redeem, renewCap, unlock, type PlanContext } from './plans'
import { toldKind } from './policy'
import { alarmsOf, reportOf } from './report'
import { assetReads, identityReads, LOCKS_AT_ONCE, type VaultState } from './snapshot'
import { agreedState, mayBeGToken } from './state'

/** The vault at one block, for an account. */
async function vaultAt(at: ChainAt, account: Address): Promise<Found<MusdtView>> {
  const { network, nodes } = at
  const address = musdtContracts(network).vault
  const { data, shown } = await readLive(at, musdtLive(network, address, account, LOCKS_AT_ONCE))
  if (shown.status === 'error') return unknown(shown.reason)
  if (shown.status === 'loading') return unknown('Not all of the vault could be read at this block.')
  const { vault, locks } = shown.view
  const suspect = { address, name: 'the vault', setting: 'policies.musdt.rules' }
  const liveness = mayBeGToken(data.vault)
    ? (statedLiveness(suspect, toldKind(network.policies?.['musdt'])) ??
      (await findLiveness(suspect, witnessesOf(nodes))))
    : undefined
  return known({ vault: { ...vault, state: agreedState(vault.state, liveness) }, locks })
}

type Make = (
  context: PlanContext,
  view: MusdtView & { readonly state: VaultState },
  typed: Parameters<PlanMaker['make']>[2],
  now: bigint,
) => Found<Plan>

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

const redeemShares = inVault(
  'Redeem mUSDT that was requested for this epoch',
  { amount: { what: 'mUSDT to redeem', kind: 'amount' } },
  (context, { vault, state }, typed, now) => {
    const shares = typedAmount(typed, 'amount', vault.identity.share.decimals)
    if (!shares.isKnown) return shares
    const assets = toAssetsDown(shares.value, state.price)
    const fee = vault.usdt ? knownValue(vault.usdt.fee) : noFee
    if (!fee) return unknown('Tether’s fee is not known.')
    const bounds = {
      slippageBps: 10n,
      deadline: now + DEADLINE_SECONDS,
      isStreaming: state.isStreaming,
    } as const
    const { account: to } = context
    return known(redeem(context, shares.value, { assets, arrives: afterFee(assets, fee), to, bounds }))
  },
)

const unlockOne = inVault(
  'Unlock an mNFT',
  { lock: { what: 'Number of the mNFT', kind: 'number' } },
  (context, { locks }, typed) => {
    if (!locks) return unknown('The locks are not known.')
    if (!locks.isKnown) return locks
    const lock = typedOne(typed, 'lock', locks.value, ({ id }) => `${id}`)
    if (!lock.isKnown) return lock
    const { id, deposit } = lock.value
    return known(unlock(context, { id, shares: deposit.shares }))
  },
)

const cancelOne = inVault(
  'Take a request to redeem back',
  {
    amount: { what: 'mUSDT that was requested', kind: 'amount' },
    epoch: { what: 'Epoch it was requested for', kind: 'number' },
  },
  (context, { vault }, typed) => {
    const shares = typedAmount(typed, 'amount', vault.identity.share.decimals)
    if (!shares.isKnown) return shares
    const requests = knownValue(vault.holder)?.requests
    if (!requests) return unknown('The account’s requests are not known.')
    const request = typedOne(typed, 'epoch', requests, ({ epoch }) => `${epoch}`)
    return request.isKnown ? known(cancelRequest(context, shares.value, request.value.epoch)) : request
  },
)

export const musdtScript: SystemScript = {
  id: musdtNeeds.group,
  name: 'mUSDT',
  needs: musdtNeeds,
  async report(at, account) {
    const read = await vaultAt(at, account)
    if (!read.isKnown) return read
    const { value } = read
    return known({ ...reportOf(value, at.block.timestamp), alarms: alarmsOf(value.vault) })
  },
  events: {
    abi: musdtEventsAbi,
    async sources(at) {
      const address = musdtContracts(at.network).vault
      const usdt = at.network.contracts.shared?.usdt
      const vault = await readTree(at, identityReads(address))
      if (!vault.asset.isKnown) return vault.asset
      const asset = vault.asset.value
      const words = asset === usdt ? undefined : await readTree(at, assetReads(asset))
      const read = identityOf(address, vault, usdt, words)
      if (read.status === 'ready') return known(activityOf(read.identity))
      return unknown(read.status === 'error' ? read.reason : 'What the vault is made of is not known.')
    },
  },
  plans: {
    redeem: redeemShares,
    unlock: unlockOne,
    cancelRequest: cancelOne,
    renewCap: inVault('Renew the daily cap of a GToken', {}, (context) => known(renewCap(context))),
  },
  errors: musdtErrors,
}
