import { useMemo, useState } from 'react'
import type { Address } from 'viem'

import { useSnapshot } from '../chain/use-snapshot'
import { usdtFacts } from '../chain/usdt'
import { knownValue } from '../math/reading'
import type { Reading } from '../math/reading'
import { vaultReads } from './snapshot'
import type { Known, Lock, Vault, VaultData } from './snapshot'
import { holderOf, locksOf, vaultState } from './state'
import { useIdentity } from './use-identity'

export type VaultView =
  | { readonly status: 'loading' }
  | { readonly status: 'error'; readonly reason: string; readonly retry: () => void }
  | {
      readonly status: 'ready'
      readonly vault: Vault
      /** Undefined while they are being read, and on pages that don't show them. */
      readonly locks: Reading<readonly Lock[]> | undefined
    }

const nothing: Known = { epoch: undefined, lockCount: 0, lockIds: [] }

/**
 * The vault at one block. Which epochs and locks to ask for is known from the block before; when it has changed, they
 * are read again, and the former answer stays on screen meanwhile.
 */
export function useVault(address: Address, account: Address | undefined, withLocks: boolean): VaultView {
  const identity = useIdentity(address)
  const what = identity.status === 'ready' ? identity.identity : undefined
  const [known, setKnown] = useState<{ account: Address | undefined; known: Known; block: bigint }>()
  const asked = known && known.account === account ? known.known : nothing
  const live = useSnapshot(
    'musdt.vault',
    useMemo(() => what && vaultReads(what, account, asked), [what, account, asked]),
  )
  const [former, setFormer] = useState<Extract<typeof live, { status: 'ready' }>>()
  if (live.status === 'ready' && live.snapshot !== former?.snapshot) setFormer(live)
  const shown = live.status === 'loading' ? former : live

  if (live.status === 'ready') {
    const { data, blockNumber } = live.snapshot
    const seen = knownFrom(data, account, withLocks)
    const isNew = blockNumber >= (known?.block ?? -1n) || known?.account !== account
    if (seen && isNew && !isSame(seen, asked)) setKnown({ account, known: seen, block: blockNumber })
  }

  if (identity.status !== 'ready') return identity
  if (live.status === 'error') return live
  if (shown?.status !== 'ready') return { status: 'loading' }
  const { data, blockNumber, timestamp } = shown.snapshot
  const mine = data.people.find(({ shares }) => shares.source.args[0] === account)
  const seen = knownFrom(data, account, withLocks)
  const isWhole = seen !== undefined && isSame(seen, asked) && data.locks.length === seen.lockIds.length
  return {
    status: 'ready',
    vault: {
      identity: identity.identity,
      blockNumber,
      timestamp,
      isStale: shown.isStale,
      readings: { ...data.core, lockedDiscounts: data.lockedDiscounts, assetsHeld: data.assetsHeld },
      state: vaultState(data),
      balance: mine?.balance,
      usdt: data.usdt && usdtFacts(data.usdt, account),
      holder: isWhole || account === undefined ? holderOf(data, account) : undefined,
    },
    locks: isWhole && withLocks ? locksOf(data, seen) : undefined,
  }
}

/** What an answer says about what to ask for; undefined when it does not say. */
function knownFrom(data: VaultData, account: Address | undefined, withLocks: boolean): Known | undefined {
  const epoch = knownValue(data.core.epoch)
  if (epoch === undefined) return undefined
  const mine = data.people.find(({ shares }) => shares.source.args[0] === account)
  const lockCount = knownValue(mine?.lockCount)
  if (!mine || lockCount === undefined || !withLocks) return { epoch, lockCount: 0, lockIds: [] }
  return {
    epoch,
    // eslint-disable-next-line no-restricted-syntax -- a count of tokens, not an amount
    lockCount: Number(lockCount),
    lockIds: mine.lockIds.flatMap((id) => (id.isKnown ? [id.value] : [])),
  }
}

function isSame(a: Known, b: Known): boolean {
  return (
    a.epoch === b.epoch &&
    a.lockCount === b.lockCount &&
    a.lockIds.length === b.lockIds.length &&
    a.lockIds.every((id, index) => id === b.lockIds[index])
  )
}
