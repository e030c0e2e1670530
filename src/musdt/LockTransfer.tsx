import { useState } from 'react'

import type { Person } from '../chain/use-person'
import { toAssetsDown } from '../math/musdt'
import { knownValue } from '../math/reading'
import { displayDateTime } from '../math/time'
import { readRecipient } from '../tx/plan/recipient'
import { RecipientField } from '../form/RecipientField'
import { useActionForm } from '../form/use-action-form'
import { ActionButton } from '../ui/ActionButton'
import { Disclosure } from '../ui/Disclosure'
import { newHolderGate, vaultReadGate } from './exit-gates'
import { kinds } from './kinds'
import { unlocksAt } from './lock-view'
import { transferLock } from './plans'
import type { Lock, Vault } from './snapshot'
import { ownContracts } from './identity'
import { usePlanContext } from './use-plan-context'
import { exactText } from '../math/amount'
import { t } from '../words/t'

type LockTransferProps = { lock: Lock; vault: Vault; person: Person }

/** Hands the lock over, with everything in it. rules.md M5 */
export function LockTransfer(props: LockTransferProps) {
  return (
    <Disclosure summary={t`Transfer to somebody else`}>
      {props.person.account !== undefined && <TransferForm {...props} account={props.person.account} />}
    </Disclosure>
  )
}

function TransferForm({ lock, vault, person, account }: LockTransferProps & { account: `0x${string}` }) {
  const context = usePlanContext(vault, person)
  const [recipient, setRecipient] = useState(() => readRecipient('', account))
  const form = useActionForm({
    person,
    kind: kinds.transferLock,
    context,
    gates: [vaultReadGate(vault.state), newHolderGate(recipient)],
    plan: (who) => (recipient.kind === 'other' ? transferLock(who, lock.id, recipient.address) : undefined),
  })
  return (
    <div className="grid gap-3">
      <RecipientField
        account={account}
        recipient={recipient}
        onChange={setRecipient}
        isRequired
        consequence={consequence(lock, vault)}
        contracts={ownContracts(vault.identity)}
      />
      <ActionButton label={t`Transfer`} variant="secondary" {...form} />
    </div>
  )
}

function consequence(lock: Lock, { identity, readings }: Vault): string {
  const { shares } = lock.deposit
  const price = knownValue(readings.price)
  const worth =
    price === undefined ? '' : t`, worth ${exactText(toAssetsDown(shares, price), identity.asset)} now`
  return t`From then on only this address can unlock mNFT ${lock.id}, from ${displayDateTime(unlocksAt(lock))} on: ${exactText(shares, identity.share)}${worth}. You no longer can.`
}
