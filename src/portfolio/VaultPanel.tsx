import type { Address } from 'viem'
import { Link } from 'wouter'

import { useChainSeconds } from '../chain/use-block'
import { redeemAssets } from '../math/musdt'
import { knownValue } from '../math/reading'
import type { Reading } from '../math/reading'
import { lockTotals } from '../musdt/lock-view'
import type { Lock, Vault } from '../musdt/snapshot'
import { useVault } from '../musdt/use-vault'
import { VaultFigures } from '../musdt/VaultFigures'
import { amountText, exactText } from '../math/amount'
import { percentText, priceText } from '../musdt/format'
import { Badge } from '../ui/Badge'
import { ErrorState } from '../ui/ErrorState'
import { Figure } from '../ui/Figure'
import { Panel } from '../ui/Panel'
import { Skeleton } from '../ui/Skeleton'
import { Stat, StatGrid } from '../ui/Stat'
import { Tip } from '../ui/Tip'
import { TodoList } from './TodoList'
import { vaultTodos } from './vault-todos'

type VaultPanelProps = { address: Address; account: Address | undefined }

/** The vault at a glance; for a holder, what is theirs and what waits for them. It fails alone. */
export default function VaultPanel({ address, account }: VaultPanelProps) {
  const view = useVault(address, account, true)
  const isStale = view.status === 'ready' && view.vault.isStale
  return (
    <Panel
      title="mUSDT vault"
      aside={
        isStale ? (
          <Badge tone="warn">May be out of date</Badge>
        ) : (
          <Link href="/musdt" className="text-sm font-medium text-accent hover:underline">
            Open the vault
          </Link>
        )
      }
    >
      {view.status === 'loading' && (
        <div role="status">
          <span className="sr-only">Reading the vault</span>
          <Skeleton className="h-24 w-full" />
        </div>
      )}
      {view.status === 'error' && <ErrorState reason={view.reason} retry={view.retry} />}
      {view.status === 'ready' &&
        (account === undefined ? (
          <VaultFigures vault={view.vault} />
        ) : (
          <Mine vault={view.vault} locks={view.locks} />
        ))}
    </Panel>
  )
}

/** More locks than can be read one by one are said to be more. */
function countText(shown: number, held: bigint = BigInt(shown)): string {
  if (held > BigInt(shown)) return `In ${shown} of ${held} locks`
  return `In ${shown} ${shown === 1 ? 'lock' : 'locks'}`
}

/** What is unknown is either still being read, or can't be. */
const unknownText = (reading: Reading<unknown> | undefined) => (reading ? 'Unavailable' : 'Not read yet')

/** `lockReading` is undefined while the locks are being read. */
function Mine({ vault, locks: lockReading }: { vault: Vault; locks: Reading<readonly Lock[]> | undefined }) {
  const now = useChainSeconds()
  const { identity, readings, holder } = vault
  const { asset, share } = identity
  const price = knownValue(readings.price)
  const locks = knownValue(lockReading)
  const shares = knownValue(holder)?.shares
  const locked = locks && lockTotals(locks, readings.price, now).value
  const todos = now === undefined ? [] : vaultTodos(vault, locks ?? [], now)
  return (
    <div className="grid gap-4">
      <StatGrid columns={3}>
        <Stat
          label={`My ${share.symbol}`}
          {...(shares !== undefined &&
            price !== undefined && { hint: `Worth ${amountText(redeemAssets(shares, price), asset)}` })}
        >
          {shares === undefined ? (
            unknownText(holder)
          ) : (
            <Tip tip={`Exactly ${exactText(shares, share)}`}>{amountText(shares, share)}</Tip>
          )}
        </Stat>
        <Stat
          label="Locked value"
          {...(locks && { hint: countText(locks.length, knownValue(holder)?.lockCount) })}
        >
          {locked === undefined ? unknownText(lockReading) : amountText(locked, asset)}
        </Stat>
        <Figure
          label="Collateral ratio"
          reading={readings.collateralizationP}
          format={(ratio) => percentText(ratio)}
          full={(ratio) => percentText(ratio, 18)}
          {...(price !== undefined && {
            hint: `${priceText(price)} ${asset.symbol} per ${share.symbol}`,
          })}
        />
      </StatGrid>
      {todos.length > 0 && <TodoList todos={todos} />}
    </div>
  )
}
