import { useState } from 'react'
import type { Address } from 'viem'

import { musdtVaultAbi } from '../../abis/MUSDTVault'
import { useClient } from '../chain/network'
import { reasonOf } from '../chain/reason'
import { displayDateTime } from '../math/time'
import type { ContractCall } from '../tx/plan/plan'
import { Button } from '../ui/Button'
import { inTime } from '../ui/chunk'
import { Disclosure } from '../ui/Disclosure'
import { ErrorState } from '../ui/ErrorState'
import { Stat } from '../ui/Stat'
import { unlocksAt } from './lock-view'
import type { Lock, Vault } from './snapshot'
import { amountText } from '../math/amount'
import { priceText } from './format'

type UnlockRehearsalProps = { lock: Lock; vault: Vault; account: Address }

type Answer =
  | { readonly status: 'asking' }
  | { readonly status: 'said'; readonly shares: bigint; readonly worth: bigint; readonly price: bigint }
  | { readonly status: 'failed'; readonly reason: string }

/** The vault's own answer for the first second after the lock: unlocked in a block that never happens. */
export function UnlockRehearsal({ lock, vault, account }: UnlockRehearsalProps) {
  const client = useClient()
  const [answer, setAnswer] = useState<Answer>()
  const { share, asset } = vault.identity
  const at = unlocksAt(lock)
  const ask = async () => {
    setAnswer({ status: 'asking' })
    try {
      const { simulateCalls } = await inTime(import('../tx/rehearse/simulate'))
      const said = await simulateCalls(client, {
        account,
        system: 'musdt',
        calls: rehearsedCalls(lock, vault, account),
        atSeconds: at,
      })
      setAnswer(answerOf(said))
    } catch (error) {
      setAnswer({ status: 'failed', reason: `It could not be asked: ${reasonOf(error)}` })
    }
  }
  return (
    <Disclosure summary="What unlocking will give">
      <div className="grid gap-3">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p className="min-w-0 flex-1 basis-48 text-xs text-muted">
            Unlocking rehearsed at {displayDateTime(at)}, if nothing else happens until then.
          </p>
          <Button size="small" aria-disabled={answer?.status === 'asking'} onClick={() => void ask()}>
            {answer?.status === 'asking' ? 'Asking…' : 'Ask the contract'}
          </Button>
        </div>
        <div aria-live="polite">
          {answer?.status === 'failed' && (
            <ErrorState title="The contract could not be asked" reason={answer.reason} />
          )}
          {answer?.status === 'said' && (
            <div className="grid grid-cols-2 gap-4 sm:grid-cols-3">
              <Stat label="Arrives">{amountText(answer.shares, share)}</Stat>
              <Stat label="Worth then">{amountText(answer.worth, asset)}</Stat>
              <Stat label="Price then">
                {priceText(answer.price)} {asset.symbol}
              </Stat>
            </div>
          )}
        </div>
      </div>
    </Disclosure>
  )
}

/** What the account holds before and after, and what the vault then says of price and worth. */
function rehearsedCalls({ id, deposit }: Lock, { identity }: Vault, account: Address): ContractCall[] {
  const call = (functionName: string, args: readonly unknown[]): ContractCall => ({
    address: identity.address,
    label: 'mUSDT vault',
    abi: musdtVaultAbi,
    functionName,
    args,
  })
  return [
    call('balanceOf', [account]),
    call('unlockDeposit', [id, account]),
    call('balanceOf', [account]),
    call('previewRedeem', [deposit.shares]),
    call('shareToAssetsPrice', []),
  ]
}

type Said = Awaited<ReturnType<(typeof import('../tx/rehearse/simulate'))['simulateCalls']>>

function answerOf(said: Said): Answer {
  if (!said.isSupported) return { status: 'failed', reason: said.reason.detail }
  const values: unknown[] = []
  for (const result of said.results) {
    if (!result.isOk) return { status: 'failed', reason: result.error.detail }
    values.push(result.value)
  }
  const [before, , after, worth, price] = values as [bigint, undefined, bigint, bigint, bigint]
  return { status: 'said', shares: after - before, worth, price }
}
