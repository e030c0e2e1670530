import { useState } from 'react'

import { ActionButton } from '../ui/ActionButton'
import { redeem } from './bond-plans'
import type { BondPanelProps } from './bond-props'
import { feeGate } from '../form/gates'
import { notPausedTetherGate, recipientGate, somethingGate } from '../form/payout-gates'
import type { Recipient } from '../tx/plan/recipient'
import { RecipientField } from '../form/RecipientField'
import { useActionForm } from '../form/use-action-form'
import { kinds } from './kinds'
import type { Some, Token } from './series-reads'
import { TokenSelect } from './TokenSelect'
import { useOwnContracts } from './use-own-contracts'
import { usePlanContextFor } from './use-plan-context'
import { usdt as usdtText } from '../math/tether'
import { phaseOf } from './enums'
import { rich } from '../words/rich'
import { t } from '../words/t'

/** A whole Note, once the series is settled. rules.md B11 */
export function RedeemForm({
  series,
  state,
  usdt,
  person,
  tokens,
}: BondPanelProps & { tokens: Some<Token> }) {
  const context = usePlanContextFor(person, usdt)(series)
  const [chosenId, setChosenId] = useState<bigint>()
  const [recipient, setRecipient] = useState<Recipient>({ kind: 'self' })
  const contracts = useOwnContracts(series)
  const token = tokens.find(({ id }) => id === chosenId) ?? tokens[0]
  const isSettled = phaseOf(state) === 'Settled'
  const form = useActionForm({
    person,
    kind: kinds.redeem,
    context,
    gates: [
      somethingGate(
        t`Series settled`,
        isSettled ? t`Notes are paid in full.` : undefined,
        t`Settle the series first: anyone may.`,
      ),
      notPausedTetherGate(usdt),
      feeGate(usdt),
      recipientGate(recipient, usdt),
    ],
    plan: (who) => {
      if (recipient.kind === 'invalid') return undefined
      const to = recipient.kind === 'other' ? recipient.address : undefined
      return redeem(who, { id: token.id, principalUsdt: token.usdtAmount }, state.ledgerUsdt, to)
    },
  })
  return (
    <div className="grid gap-3">
      <TokenSelect kind="Note" tokens={tokens} chosen={token} onChange={({ id }) => setChosenId(id)} />
      <p className="text-sm">{rich`Pays ${(<span className="font-medium">{usdtText(token.usdtAmount)}</span>)}, out of the ledger first, then the pool.`}</p>
      {person.account !== undefined && (
        <RecipientField
          account={person.account}
          recipient={recipient}
          onChange={setRecipient}
          contracts={contracts}
        />
      )}
      <ActionButton label={t`Redeem`} {...form} />
    </div>
  )
}
