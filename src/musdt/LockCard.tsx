import { Link } from 'wouter'

import { useNetwork } from '../chain/network'
import { useChainSeconds } from '../chain/use-block'
import type { Person } from '../chain/use-person'
import { displayAmount } from '../math/amount'
import { toAssetsDown } from '../math/musdt'
import { joinReadings, knownValue } from '../math/reading'
import type { Reading } from '../math/reading'
import { displayDuration } from '../math/time'
import { useActionForm } from '../form/use-action-form'
import { ActionButton } from '../ui/ActionButton'
import { AddressText } from '../ui/AddressText'
import { Badge } from '../ui/Badge'
import { Countdown } from '../ui/Countdown'
import { Figure } from '../ui/Figure'
import { Stat } from '../ui/Stat'
import { vaultReadGate } from './exit-gates'
import { discountGate, unlockGate } from './gates'
import { kinds } from './kinds'
import { LockPicture } from './LockPicture'
import { LockTransfer } from './LockTransfer'
import { afterUnlock, unlocksAt } from './lock-view'
import { unlock } from './plans'
import type { Erc20, Lock, Vault } from './snapshot'
import { UnlockRehearsal } from './UnlockRehearsal'
import { usePlanContext } from './use-plan-context'
import { amountText } from '../math/amount'
import { priceText } from './format'
import { t } from '../words/t'

type LockCardProps = {
  lock: Lock
  vault: Vault
  person: Person
  tokenUri: Reading<string> | undefined
}

/** One lock: what is in it, what it is worth, and when it ends. rules.md M4–M6 */
export function LockCard({ lock, vault, person, tokenUri }: LockCardProps) {
  const now = useChainSeconds()
  const context = usePlanContext(vault, person)
  const { id, deposit } = lock
  const { explorerUrl } = useNetwork()
  const at = unlocksAt(lock)
  const isOver = now !== undefined && now >= at
  const form = useActionForm({
    person,
    kind: kinds.unlock,
    context,
    gates: [
      vaultReadGate(vault.state),
      unlockGate(at, now),
      discountGate(vault.state, deposit.assetsDiscount),
    ],
    plan: (who) => unlock(who, { id, shares: deposit.shares }),
  })
  return (
    <section aria-label={`mNFT ${id}`} className="min-w-0 rounded-lg border bg-surface">
      <header className="flex min-h-11 flex-wrap items-center justify-between gap-x-3 border-b px-4 py-2">
        <h2 className="text-sm font-semibold">
          <Link
            href={`/musdt/locks?lock=${id}`}
            replace
            className="inline-flex min-h-11 items-center underline-offset-2 hover:underline sm:min-h-6"
          >
            {t`mNFT ${id.toString()}`}
          </Link>
        </h2>
        {isOver ? <Badge tone="success">{t`Can be unlocked`}</Badge> : <Badge>{t`Locked`}</Badge>}
      </header>
      <div className="grid gap-4 p-4">
        <div className="grid gap-4 sm:grid-cols-[10rem_minmax(0,1fr)]">
          <div className="mx-auto aspect-square w-full max-w-40">
            <LockPicture id={id} tokenUri={tokenUri} />
          </div>
          <LockFigures lock={lock} vault={vault} now={now} />
        </div>
        {deposit.owner !== person.account && (
          <p className="flex flex-wrap items-center gap-x-1 text-xs text-muted">
            {t`Received from transfer; first deposited by`}
            <AddressText address={deposit.owner} explorerUrl={explorerUrl} />
          </p>
        )}
        <div className="grid gap-2">
          <ActionButton label={t`Unlock`} variant={isOver ? 'primary' : 'secondary'} {...form} />
          <UnlockCost lock={lock} vault={vault} />
        </div>
        <div className="border-t pt-2">
          {!isOver && now !== undefined && person.account !== undefined && (
            <UnlockRehearsal lock={lock} vault={vault} account={person.account} />
          )}
          <LockTransfer lock={lock} vault={vault} person={person} />
        </div>
      </div>
    </section>
  )
}

function LockFigures({ lock, vault, now }: { lock: Lock; vault: Vault; now: bigint | undefined }) {
  const { asset, share } = vault.identity
  const { deposit, source } = lock
  const of = (value: bigint): Reading<bigint> => ({ isKnown: true, value, source })
  const value = joinReadings(vault.readings.price, of(deposit.shares), (price, shares) =>
    toAssetsDown(shares, price),
  )
  const known = knownValue(value)
  const inAssets = {
    format: (amount: bigint) => displayAmount(amount, asset.decimals),
    full: (amount: bigint) => displayAmount(amount, asset.decimals, { maxFractionDigits: asset.decimals }),
    unit: asset.symbol,
  }
  return (
    <div className="side-by-side content-start gap-x-4 gap-y-2">
      <Figure
        label={t`Locked`}
        reading={of(deposit.shares)}
        format={(shares) => displayAmount(shares, share.decimals)}
        full={(shares) => displayAmount(shares, share.decimals, { maxFractionDigits: share.decimals })}
        unit={share.symbol}
      />
      <Figure
        label={t`Value now`}
        formula={{ rule: 'M1', text: t`Shares × price, rounded down` }}
        reading={value}
        {...inAssets}
        {...(known !== undefined && { hint: gainText(known - deposit.assetsDeposited, asset) })}
      />
      <Figure label={t`Deposited`} reading={of(deposit.assetsDeposited)} {...inAssets} />
      <Figure label={t`Discount earned`} reading={of(deposit.assetsDiscount)} {...inAssets} />
      <Stat label={t`Lock`}>{displayDuration(deposit.lockDuration)}</Stat>
      <Stat label={t`Unlocks`}>
        <Countdown to={unlocksAt(lock)} now={now} doneText={t`Lock has ended`} />
      </Stat>
    </div>
  )
}

function gainText(gain: bigint, asset: Erc20): string {
  if (gain === 0n) return t`As much as was deposited`
  const format = (amount: bigint) => amountText(amount, asset)
  return gain > 0n ? t`Gain of ${format(gain)} on the deposit` : t`Loss of ${format(-gain)} on the deposit`
}

/** The discount is a promise until it is unlocked; then all holders pay for it. rules.md M6 */
function UnlockCost({ lock, vault }: { lock: Lock; vault: Vault }) {
  const state = knownValue(vault.state)
  if (!state) return null
  const { asset } = vault.identity
  const { assetsDiscount } = lock.deposit
  const { loss, price, isRefused } = afterUnlock(state, assetsDiscount)
  const effect = isRefused
    ? t`more than stands behind the shares, so the vault refuses it for now.`
    : price === state.price
      ? t`paid by the buffer above 100%, so the price stays.`
      : t`the price goes from ${priceText(state.price)} to ${priceText(price)} ${asset.symbol}.`
  return (
    <p className="text-xs text-muted">
      {t`Unlocking charges its discount of ${amountText(assetsDiscount, asset)} to all holders, ${priceText(loss, 'up')} ${asset.symbol} a share: ${effect}`}
    </p>
  )
}
