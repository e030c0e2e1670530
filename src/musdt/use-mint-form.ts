import { useState } from 'react'

import type { Entry } from '../form/use-amount'
import type { LockEntry } from './lock-text'
import { useVaultAmount } from './use-vault-amount'
import type { SlippageBps } from './view'
import { DAY_SECONDS } from '../math/units'

/** What the person is entering: the page's gauges and curve show it too. */
export type MintForm = {
  readonly entry: Entry
  readonly written: bigint | undefined
  readonly setAmount: (amount: bigint | undefined, problem: string | undefined) => void
  readonly markStarted: () => void
  readonly lock: LockEntry
  readonly setLock: (lock: LockEntry) => void
  readonly bounds: SlippageBps
  readonly setBounds: (bounds: SlippageBps) => void
}

const ninetyDays: LockEntry = { text: '90', lockSeconds: 90n * DAY_SECONDS, problem: undefined }

/** `current` is what both ways of minting change: the supply the account has, locked or not, or the vault's. */
export function useMintForm(current: bigint | undefined): MintForm {
  const { entry, written, setAmount, markStarted } = useVaultAmount(current)
  const [lock, setLock] = useState(ninetyDays)
  const [bounds, setBounds] = useState<SlippageBps>(10n)
  return { entry, written, setAmount, markStarted, lock, setLock, bounds, setBounds }
}
