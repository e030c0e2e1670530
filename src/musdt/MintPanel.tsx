import { useChainSeconds } from '../chain/use-block'
import type { Person } from '../chain/use-person'
import { knownValue } from '../math/reading'
import { min } from '../math/uint256'
import { amountGate, balanceGate, currentTetherGate, feeGate, tetherGates } from '../form/gates'
import { useActionForm } from '../form/use-action-form'
import { ActionButton } from '../ui/ActionButton'
import { AmountField } from '../ui/AmountField'
import type { Gate } from '../ui/gate'
import { NowAfter } from '../ui/NowAfter'
import { Panel } from '../ui/Panel'
import { lockGate, mintOpenGate, oneUnitGate, priceGate, roomGate, vaultOpenGate } from './gates'
import { kinds } from './kinds'
import { SlippageField } from './SlippageField'
import { LockField } from './LockField'
import { MintOutcome } from './MintOutcome'
import { DEADLINE_SECONDS, lockMint, mint } from './plans'
import type { PlanContext } from './plans'
import type { Vault, VaultState } from './snapshot'
import { usePlanContext } from './use-plan-context'
import type { MintForm } from './use-mint-form'
import {
  afterMint,
  assetsCredited,
  discountFor,
  fitsRoom,
  mintTerms,
  maxNetDeposit,
  maxGrossDeposit,
  mintCapacity,
} from './view'
import type { MintTerms } from './view'
import { amountText } from '../math/amount'
import { percentText } from './format'
import { t } from '../words/t'

type MintPanelProps = { vault: Vault; state: VaultState; person: Person; form: MintForm }

/** Both ways to mint with the same deposit, side by side: locked with a discount, or not. rules.md M1–M7 */
export function MintPanel({ vault, state, person, form }: MintPanelProps) {
  const context = usePlanContext(vault, person)
  const now = useChainSeconds()
  const { identity, balance, usdt } = vault
  const { asset, share } = identity
  const { entry, lock, bounds } = form
  const { amount } = entry
  const held = knownValue(balance)
  const received =
    amount === undefined || state.price === 0n ? undefined : assetsCredited(state, vault, amount)
  const plain = received === undefined ? undefined : mintTerms(state, received, 0n)
  const locked =
    received === undefined || lock.lockSeconds === 0n
      ? undefined
      : mintTerms(state, received, lock.lockSeconds)
  const room = mintCapacity(state, vault.timestamp)
  const left = room.afterPoke ?? room.shares
  const most =
    left === undefined
      ? undefined
      : maxGrossDeposit(state, vault, maxNetDeposit(state, left, discountFor(state, lock.lockSeconds)))
  const max = held === undefined ? undefined : most === undefined ? held : min(held, most)

  const shared: readonly Gate[] = [
    vaultOpenGate(vault.state),
    mintOpenGate(vault.state),
    ...(state.price === 0n ? [priceGate] : []),
    ...(usdt ? [...tetherGates(usdt), currentTetherGate(usdt), feeGate(usdt)] : []),
    amountGate(entry, undefined, asset),
    balanceGate(asset, balance, amount),
  ]
  const mintForm = (terms: MintTerms | undefined, own: readonly Gate[], plan: typeof mint) => ({
    person,
    context,
    gates: [
      ...shared,
      ...own,
      oneUnitGate('Gives', entry, terms?.shares, share),
      roomGate(room, terms, { state, asset, share }, now),
    ],
    plan: (who: PlanContext) => {
      if (!terms || amount === undefined || now === undefined) return undefined
      const needsRenewal =
        room.afterPoke !== undefined && room.shares !== undefined && !fitsRoom(state, terms, room.shares)
      const deadline = now + DEADLINE_SECONDS
      return plan(who, terms, {
        assetsSent: amount,
        bounds: { slippageBps: bounds, deadline, isStreaming: state.isStreaming },
        needsRenewal,
      })
    },
    onStart: form.markStarted,
  })
  const withLock = useActionForm({
    kind: kinds.lockMint,
    ...mintForm(locked, [lockGate(state, lock, locked)], lockMint),
  })
  const withoutLock = useActionForm({ kind: kinds.mint, ...mintForm(plain, [], mint) })
  const after = afterMint(state, (locked ?? plain)?.shares ?? 0n)
  const isTooMuch = amount !== undefined && held !== undefined && amount > held
  return (
    <Panel title={t`Mint`}>
      <div className="grid gap-3">
        <AmountField
          label={t`Amount`}
          decimals={asset.decimals}
          symbol={asset.symbol}
          value={form.written}
          max={max}
          balanceText={held === undefined ? undefined : t`Balance ${amountText(held, asset)}`}
          problem={isTooMuch ? t`More than your balance of ${amountText(held, asset)}.` : entry.problem}
          hint={
            amount !== undefined && received !== undefined && received < amount
              ? t`${amountText(amount - received, asset)} of it is Tether’s transfer fee.`
              : undefined
          }
          onChange={form.setAmount}
        />
        <LockField state={state} lock={lock} onChange={form.setLock} />
        {state.kind === 'ours' ? (
          <SlippageField value={bounds} onChange={form.setBounds} />
        ) : (
          <p className="text-xs text-muted">
            {t`This vault takes no minimum: what counts is its price, and for the discount its collateral ratio, when the transaction is included.`}
          </p>
        )}
        <section aria-label={t`With a lock`} className="grid gap-2 rounded-md border border-accent/50 p-3">
          <h3 className="text-sm font-semibold">{t`With a lock`}</h3>
          {locked ? (
            <MintOutcome state={state} terms={locked} asset={asset} share={share} now={now} />
          ) : (
            <p className="text-xs text-muted">
              {lock.problem ??
                (lock.lockSeconds === 0n
                  ? t`Choose how long to lock.`
                  : discountLine(state, lock.lockSeconds))}
            </p>
          )}
          <ActionButton label={t`Mint and lock`} {...withLock} />
        </section>
        <section aria-label={t`Without a lock`} className="grid gap-2 rounded-md border p-3">
          <h3 className="text-sm font-semibold">{t`Without a lock`}</h3>
          {plain && <MintOutcome state={state} terms={plain} asset={asset} share={share} now={now} />}
          <ActionButton label={t`Mint`} variant="secondary" {...withoutLock} />
        </section>
        <div className="divide-y divide-line">
          <NowAfter
            label={t`Collateral ratio`}
            now={state.collateralizationP}
            after={amount === undefined ? undefined : after.collateralizationP}
            format={(ratio) => percentText(ratio)}
            hint={
              state.kind === 'gToken'
                ? t`Follows with the next epoch`
                : state.pnlPerToken < 0n
                  ? t`The buffer is spread over more shares`
                  : t`There is no buffer that more shares would thin`
            }
          />
          <NowAfter
            label={t`Supply`}
            now={state.supply}
            after={amount === undefined ? undefined : after.supply}
            format={(supply) => amountText(supply, share)}
          />
        </div>
      </div>
    </Panel>
  )
}

function discountLine(state: VaultState, lockSeconds: bigint): string {
  return t`Discount ${percentText(discountFor(state, lockSeconds), 4)}. Enter an amount to see what it gives.`
}
