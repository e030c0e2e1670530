import { useState } from 'react'

import { useChainSeconds } from '../chain/use-block'
import type { Person } from '../chain/use-person'
import { toAssetsDown } from '../math/musdt'
import { knownValue } from '../math/reading'
import { noFee, transferFeeDown } from '../math/tether'
import { amountGate } from '../form/gates'
import { somethingGate } from '../form/payout-gates'
import type { Recipient } from '../tx/plan/recipient'
import { RecipientField } from '../form/RecipientField'
import { useActionForm } from '../form/use-action-form'
import { ActionButton } from '../ui/ActionButton'
import { AmountField } from '../ui/AmountField'
import { NowAfter } from '../ui/NowAfter'
import { Panel } from '../ui/Panel'
import { Stat } from '../ui/Stat'
import { SlippageField } from './SlippageField'
import { payoutGates, redeemWindowGate, vaultReadGate } from './exit-gates'
import { nothingToRedeem } from './exit-view'
import { oneUnitGate } from './gates'
import { kinds } from './kinds'
import { DEADLINE_SECONDS, redeem } from './plans'
import { RedeemLimits } from './RedeemLimits'
import type { Vault, VaultState } from './snapshot'
import { ownContracts } from './identity'
import { usePlanContext } from './use-plan-context'
import { useVaultAmount } from './use-vault-amount'
import { epochWindow } from './view'
import type { SlippageBps } from './view'
import { amountText, exactText } from '../math/amount'
import { priceText } from './format'
import { t } from '../words/t'

type RedeemPanelProps = { vault: Vault; state: VaultState; person: Person }

/** Burns shares for USDT at the price: what was requested for this epoch, or at once where the exit is instant. */
export function RedeemPanel({ vault, state, person }: RedeemPanelProps) {
  const now = useChainSeconds()
  const context = usePlanContext(vault, person)
  const { usdt } = vault
  const { asset, share } = vault.identity
  const holder = knownValue(vault.holder)
  const most = holder?.maxRedeem
  const { entry, written, setAmount, markStarted } = useVaultAmount(holder?.shares)
  const [recipient, setRecipient] = useState<Recipient>({ kind: 'self' })
  const [slippageBps, setSlippageBps] = useState<SlippageBps>(10n)
  const { amount } = entry
  const isTooMuch = amount !== undefined && most !== undefined && amount > most
  const assets = amount === undefined ? undefined : toAssetsDown(amount, state.price)
  const fee = usdt ? knownValue(usdt.fee) : noFee
  const kept = assets === undefined || !fee ? undefined : transferFeeDown(assets, fee)
  const arrives = assets === undefined || kept === undefined ? undefined : assets - kept
  const running = state.epochs && epochWindow(state, state.epochs.current)
  const form = useActionForm({
    person,
    kind: kinds.redeem,
    context,
    gates: [
      vaultReadGate(vault.state),
      ...(state.epochs ? [redeemWindowGate(state.epochs, running, now)] : []),
      somethingGate(
        t`Something redeemable`,
        most !== undefined && most > 0n ? exactText(most, share) : undefined,
        holder ? nothingToRedeem(state, holder, share.symbol) : t`Not read yet.`,
      ),
      amountGate(entry, { value: most, what: t`what can be redeemed now` }, share),
      oneUnitGate('Pays', entry, assets, asset),
      ...payoutGates(usdt, recipient),
    ],
    plan: (who) => {
      if (amount === undefined || assets === undefined || arrives === undefined) return undefined
      if (now === undefined || recipient.kind === 'invalid') return undefined
      return redeem(who, amount, {
        assets,
        arrives,
        to: recipient.kind === 'other' ? recipient.address : who.account,
        bounds: { slippageBps, deadline: now + DEADLINE_SECONDS, isStreaming: state.isStreaming },
      })
    },
    onStart: markStarted,
  })
  return (
    <Panel
      title={t`Redeem`}
      part="redeem"
      lead={
        running
          ? t`What was requested for epoch ${running.number}, at the current price.`
          : t`At once, at the current price.`
      }
    >
      <div className="grid gap-3">
        <RedeemLimits vault={vault} state={state} now={now} />
        <AmountField
          label={t`Amount`}
          decimals={share.decimals}
          symbol={share.symbol}
          value={written}
          max={most}
          balanceText={most === undefined ? undefined : t`Redeemable now ${amountText(most, share)}`}
          problem={isTooMuch ? t`More than can be redeemed now, ${amountText(most, share)}.` : entry.problem}
          onChange={setAmount}
        />
        <Stat
          label={t`You receive`}
          hint={
            kept !== undefined && kept > 0n
              ? t`At ${priceText(state.price)} ${asset.symbol}, after Tether’s transfer fee of ${exactText(kept, asset)}`
              : t`At ${priceText(state.price)} ${asset.symbol} per ${share.symbol}`
          }
        >
          {isTooMuch || arrives === undefined ? '—' : exactText(arrives, asset)}
        </Stat>
        <NowAfter
          label={t`${share.symbol} balance`}
          now={holder?.shares}
          after={isTooMuch || amount === undefined || !holder ? undefined : holder.shares - amount}
          format={(value) => amountText(value, share)}
        />
        {state.kind === 'ours' ? (
          <SlippageField value={slippageBps} onChange={setSlippageBps} />
        ) : (
          <p className="text-xs text-muted">
            {t`This vault takes no bounds: what counts is its price when the transaction is included.`}
          </p>
        )}
        {person.account !== undefined && (
          <RecipientField
            account={person.account}
            recipient={recipient}
            onChange={setRecipient}
            contracts={ownContracts(vault.identity)}
          />
        )}
        <ActionButton label={t`Redeem`} {...form} />
      </div>
    </Panel>
  )
}
