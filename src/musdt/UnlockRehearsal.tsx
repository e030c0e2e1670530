import type { Address } from 'viem'

import { musdtVaultAbi } from '../../abis/MUSDTVault'
import { LaterRehearsal } from '../form/LaterRehearsal'
import { amountText } from '../math/amount'
import { displayDateTime } from '../math/time'
import type { ContractCall } from '../tx/plan/plan'
import { Disclosure } from '../ui/Disclosure'
import { Stat } from '../ui/Stat'
import { priceText } from './format'
import { unlocksAt } from './lock-view'
import type { Lock, Vault } from './snapshot'
import { t } from '../words/t'

type UnlockRehearsalProps = { lock: Lock; vault: Vault; account: Address }

/** What the calls below return. */
type Said = readonly [before: bigint, unlocked: undefined, after: bigint, worth: bigint, price: bigint]

/** The vault's own answer for the first second after the lock. */
export function UnlockRehearsal({ lock, vault, account }: UnlockRehearsalProps) {
  const { share, asset } = vault.identity
  const at = unlocksAt(lock)
  return (
    <Disclosure summary={t`What unlocking will give`}>
      <LaterRehearsal
        account={account}
        system="musdt"
        calls={rehearsedCalls(lock, vault, account)}
        atSeconds={at}
        isSmall
        lead={
          <p className="min-w-0 flex-1 basis-48 text-xs text-muted">{t`Unlocking rehearsed at ${displayDateTime(at)}, if nothing else happens until then.`}</p>
        }
      >
        {(values) => {
          const [before, , after, worth, price] = values as unknown as Said
          return (
            <div className="side-by-side gap-4 sm:grid sm:grid-cols-3">
              <Stat label={t`Arrives`}>{amountText(after - before, share)}</Stat>
              <Stat label={t`Worth then`}>{amountText(worth, asset)}</Stat>
              <Stat label={t`Price then`}>
                {priceText(price)} {asset.symbol}
              </Stat>
            </div>
          )
        }}
      </LaterRehearsal>
    </Disclosure>
  )
}

/** What the account holds before and after, and what the vault then says of price and worth. */
function rehearsedCalls({ id, deposit }: Lock, { identity }: Vault, account: Address): ContractCall[] {
  const call = (functionName: string, args: readonly unknown[]): ContractCall => ({
    address: identity.address,
    label: t`mUSDT vault`,
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
