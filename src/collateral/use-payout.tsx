import { useState, type ComponentProps } from 'react'
import type { Address } from 'viem'

import type { Person } from '../chain/use-person'
import { recipientGate } from '../form/payout-gates'
import { RecipientField } from '../form/RecipientField'
import { knownValue } from '../math/reading'
import type { KnownContract, Recipient } from '../tx/plan/recipient'
import type { Gate } from '../ui/gate'
import type { Collateral } from './snapshot'
import { t } from '../words/t'

export type Payout = {
  /** Another address than the account's own. */
  readonly to: Address | undefined
  /** It stays with the account: what it has then can be shown. */
  readonly isOwn: boolean
  readonly gate: Gate
  /** Undefined without a wallet: nobody is there to choose for. */
  readonly field: ComponentProps<typeof RecipientField> | undefined
}

/** Whom a form pays: whoever is connected, or by explicit choice somebody else. */
export function usePayout(collateral: Collateral, { account }: Person): Payout {
  const [recipient, setRecipient] = useState<Recipient>({ kind: 'self' })
  return {
    to: recipient.kind === 'other' ? recipient.address : undefined,
    isOwn: recipient.kind === 'self',
    gate: recipientGate(recipient, undefined),
    field:
      account === undefined
        ? undefined
        : { account, recipient, onChange: setRecipient, contracts: keepers(collateral) },
  }
}

/** Where a form pays to. */
export function PayoutField({ payout: { field } }: { payout: Payout }) {
  return field && <RecipientField {...field} />
}

/** What is sent to one of these could not be got back: the contracts refuse it, and the form says so first. rules.md C1 */
function keepers({ tusdt, usdc, tao, types }: Collateral): readonly KnownContract[] {
  const tokens = [
    { label: 'TUSDT', address: knownValue(tusdt) },
    { label: 'USDC', address: knownValue(usdc) },
    { label: 'TAO', address: knownValue(tao) },
    ...types.map(({ name, collateral }) => ({ label: name, address: knownValue(collateral) })),
  ]
  return [
    ...tokens.flatMap(({ label, address }) => (address ? [{ label, address }] : [])),
    ...types.map(({ engine, name }) => ({ label: t`the vaults of ${name}`, address: engine })),
  ]
}
