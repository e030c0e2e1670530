import type { Address } from 'viem'

import type { Network } from '../chain/config'
import { isSameData } from '../chain/known'
import type { At, Live, Shown } from '../chain/known'
import type { Readings } from '../chain/read'
import { usdtFacts } from '../chain/usdt'
import { knownValue } from '../math/reading'
import type { Reading } from '../math/reading'
import { identityOf } from './identity'
import { assetReads, identityReads, vaultReads } from './snapshot'
import type { Known, Lock, Vault, VaultData, VaultIdentity } from './snapshot'
import { holderOf, locksOf, vaultState } from './state'

/** What the vault is, once read; until then its asset, which may have to be asked for its words. */
export type MusdtKnown = Known & {
  readonly asset: Address | undefined
  readonly identity: VaultIdentity | undefined
  /** Whose locks are known. */
  readonly account: Address | undefined
}

/** The vault at one block; `locks` is undefined while they are being read, and where they are not asked for. */
export type MusdtView = { readonly vault: Vault; readonly locks: Reading<readonly Lock[]> | undefined }

const nothing: Known = { epoch: undefined, feed: undefined, lockCount: 0, lockIds: [] }

/**
 * The mUSDT vault as reads and what they show: what it is comes first, then which epochs and locks to ask for, each
 * from the answer before.
 * @param mostLocks how many locks are read one by one at most; 0 for none
 */
export function musdtLive(
  network: Network,
  address: Address,
  account: Address | undefined,
  mostLocks: number,
) {
  const usdt = network.contracts.shared?.usdt
  const ofAccount = ({ account: whose, epoch, feed, lockCount, lockIds }: MusdtKnown): Known =>
    whose === account ? { epoch, feed, lockCount, lockIds } : { ...nothing, epoch, feed }
  const reads = (known: MusdtKnown) => {
    const { identity, asset } = known
    return {
      identity: identity ? undefined : identityReads(address),
      asset: identity || asset === undefined || asset === usdt ? undefined : assetReads(asset),
      vault: identity && vaultReads(identity, account, ofAccount(known)),
    }
  }
  type Data = Readings<ReturnType<typeof reads>>

  return {
    initial: { ...nothing, asset: undefined, identity: undefined, account: undefined },
    reads,
    learn(data: Data, known: MusdtKnown) {
      if (data.identity) {
        const read = identityOf(address, data.identity, usdt, data.asset)
        const identity = read.status === 'ready' ? read.identity : undefined
        return { ...known, asset: knownValue(data.identity.asset), identity }
      }
      const seen = data.vault && knownFrom(data.vault, account, mostLocks)
      return seen && { ...known, ...seen, account }
    },
    lasting: ({ asset, identity, epoch, feed }: MusdtKnown) => ({
      ...nothing,
      epoch,
      feed,
      asset,
      identity,
      account: undefined,
    }),
    view(data: Data, known: MusdtKnown, { blockNumber, timestamp, isStale }: At): Shown<MusdtView> {
      if (data.identity) {
        const read = identityOf(address, data.identity, usdt, data.asset)
        return read.status === 'error' ? read : { status: 'loading' }
      }
      if (!known.identity || !data.vault) return { status: 'loading' }
      const mine = data.vault.people.find(({ shares }) => shares.source.args[0] === account)
      const seen = knownFrom(data.vault, account, mostLocks)
      // What was asked is what this block tells to ask: nothing is missing.
      const isWhole = seen !== undefined && known.account === account && isSameData(seen, ofAccount(known))
      return {
        status: 'ready',
        view: {
          vault: {
            identity: known.identity,
            blockNumber,
            timestamp,
            isStale,
            readings: {
              ...data.vault.core,
              lockedDiscounts: data.vault.lockedDiscounts,
              assetsHeld: data.vault.assetsHeld,
            },
            state: vaultState(data.vault),
            balance: mine?.balance,
            usdt: data.vault.usdt && usdtFacts(data.vault.usdt, account),
            holder: isWhole || account === undefined ? holderOf(data.vault, account) : undefined,
          },
          locks: isWhole && mostLocks > 0 ? locksOf(data.vault, seen) : undefined,
        },
      }
    },
  } satisfies Live<MusdtKnown, ReturnType<typeof reads>, MusdtView>
}
/** What an answer says about what to ask for; undefined when it does not say. */
function knownFrom(data: VaultData, account: Address | undefined, mostLocks: number): Known | undefined {
  const epoch = knownValue(data.core.epoch)
  if (epoch === undefined) return undefined
  const feed = knownValue(data.live.feed)
  const mine = data.people.find(({ shares }) => shares.source.args[0] === account)
  const lockCount = knownValue(mine?.lockCount)
  if (!mine || lockCount === undefined || mostLocks === 0) return { epoch, feed, lockCount: 0, lockIds: [] }
  return {
    epoch,
    feed,
    // eslint-disable-next-line no-restricted-syntax -- a count of tokens, not an amount
    lockCount: lockCount > BigInt(mostLocks) ? mostLocks : Number(lockCount),
    lockIds: mine.lockIds.flatMap((id) => (id.isKnown ? [id.value] : [])),
  }
}
