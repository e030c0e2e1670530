import { useState } from 'react'

import { useNetwork } from '../chain/network'
import { useAction } from '../tx/use-action'
import { ActionButton } from '../ui/ActionButton'
import { redeem } from './bond-plans'
import type { BondPanelProps } from './bond-props'
import {
  feeGate,
  notBusyGate,
  notPausedTetherGate,
  recipientGate,
  somethingGate,
  walletGates,
} from '../form/gates'
import type { Recipient } from '../tx/plan/recipient'
import { RecipientField } from '../form/RecipientField'
import type { Token } from './series-reads'
import { TokenSelect } from './TokenSelect'
import { useOwnContracts } from './use-own-contracts'
import { usePlanContextFor } from './use-plan-context'
import { usdt as usdtText } from '../math/tether'
import { phaseOf } from './enums'

/** A whole Note, once the series is settled. rules.md B11 */
export function RedeemForm({
  series,
  state,
  usdt,
  person,
  tokens,
}: BondPanelProps & { tokens: readonly Token[] }) {
  const network = useNetwork()
  const action = useAction()
  const actor = usePlanContextFor(person, usdt)(series)
  const [chosenId, setChosenId] = useState<bigint>()
  const [recipient, setRecipient] = useState<Recipient>({ kind: 'self' })
  const contracts = useOwnContracts(series)
  const token = tokens.find(({ id }) => id === chosenId) ?? tokens[0]
  if (!token) return null
  const isSettled = phaseOf(state) === 'Settled'
  const gates = [
    ...walletGates(person, network.name),
    somethingGate(
      'Series settled',
      isSettled ? 'Notes are paid in full.' : undefined,
      'Settle the series first: anyone may.',
    ),
    notPausedTetherGate(usdt),
    feeGate(usdt),
    recipientGate(recipient, usdt),
    notBusyGate(action.isBusy('backstop.redeem')),
  ]
  return (
    <div className="grid gap-3">
      <TokenSelect kind="Note" tokens={tokens} chosen={token} onChange={({ id }) => setChosenId(id)} />
      <p className="text-sm">
        Pays <span className="font-medium">{usdtText(token.usdtAmount)}</span>, out of the ledger first, then
        the pool.
      </p>
      {person.account !== undefined && (
        <RecipientField
          account={person.account}
          recipient={recipient}
          onChange={setRecipient}
          contracts={contracts}
        />
      )}
      <ActionButton
        label="Redeem"
        gates={gates}
        onPress={() => {
          if (!actor || recipient.kind === 'invalid') return
          const to = recipient.kind === 'other' ? recipient.address : undefined
          action.start(redeem(actor, { id: token.id, principalUsdt: token.usdtAmount }, state.ledgerUsdt, to))
        }}
      />
    </div>
  )
}
