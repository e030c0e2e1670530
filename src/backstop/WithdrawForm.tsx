import { useState } from 'react'

import { knownValue } from '../math/reading'
import { ActionButton } from '../ui/ActionButton'
import { AmountField } from '../ui/AmountField'
import { NowAfter } from '../ui/NowAfter'
import { amountGate, feeGate } from '../form/gates'
import { notPausedTetherGate, recipientGate, somethingGate } from '../form/payout-gates'
import { withdraw } from './plans'
import type { Recipient } from '../tx/plan/recipient'
import { RecipientField } from '../form/RecipientField'
import { kinds } from './kinds'
import type { UsdtFacts } from '../chain/usdt'
import type { Series } from './snapshot'
import { useOwnContracts } from './use-own-contracts'
import { usePlanContextFor } from './use-plan-context'
import { useAmount } from '../form/use-amount'
import { useActionForm } from '../form/use-action-form'
import type { Person } from '../chain/use-person'
import { USDT_DECIMALS, usdt as usdtText } from '../math/tether'
import { t } from '../words/t'

type WithdrawFormProps = { series: Series; usdt: UsdtFacts; person: Person }

/** Released USDT of one series, all or a part. rules.md B7, B16 */
export function WithdrawForm({ series, usdt, person }: WithdrawFormProps) {
  const context = usePlanContextFor(person, usdt)(series)
  const position = series.position && knownValue(series.position)
  const claimable = position?.claimableUsdt
  const { entry, setAmount, markStarted } = useAmount(position?.withdrawnUsdt)
  const [recipient, setRecipient] = useState<Recipient>({ kind: 'self' })
  const contracts = useOwnContracts(series)
  const { amount: taken } = entry
  const isTooMuch = taken !== undefined && claimable !== undefined && taken > claimable
  const form = useActionForm({
    person,
    kind: [kinds.withdraw, kinds.withdrawAll],
    context,
    gates: [
      somethingGate(
        t`Something released`,
        claimable !== undefined && claimable > 0n ? usdtText(claimable) : undefined,
        position === undefined ? t`Not read yet.` : t`Nothing is claimable in this series now.`,
      ),
      notPausedTetherGate(usdt),
      feeGate(usdt),
      amountGate(entry, { value: claimable, what: t`what is claimable` }),
      recipientGate(recipient, usdt),
    ],
    plan: (who) =>
      taken === undefined || recipient.kind === 'invalid'
        ? undefined
        : withdraw(who, taken, recipient.kind === 'other' ? recipient.address : undefined),
    onStart: markStarted,
  })
  return (
    <div className="grid gap-3">
      <AmountField
        label={t`Amount`}
        decimals={USDT_DECIMALS}
        symbol="USDT"
        value={entry.amount}
        max={claimable}
        balanceText={claimable === undefined ? undefined : t`Claimable ${usdtText(claimable)}`}
        problem={isTooMuch ? t`More than the claimable ${usdtText(claimable)}.` : undefined}
        onChange={setAmount}
      />
      <NowAfter
        label={t`Claimable`}
        now={claimable}
        after={isTooMuch || claimable === undefined || taken === undefined ? undefined : claimable - taken}
        format={usdtText}
      />
      {person.account !== undefined && (
        <RecipientField
          account={person.account}
          recipient={recipient}
          onChange={setRecipient}
          contracts={contracts}
        />
      )}
      <ActionButton label={t`Withdraw`} {...form} />
    </div>
  )
}
