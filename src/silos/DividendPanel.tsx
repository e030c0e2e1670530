import { useState } from 'react'

import { recipientGate, somethingGate } from '../form/payout-gates'
import { RecipientField } from '../form/RecipientField'
import { useActionForm } from '../form/use-action-form'
import { amountText, displayAmount, exactText } from '../math/amount'
import { knownValue } from '../math/reading'
import type { Recipient } from '../tx/plan/recipient'
import { ActionButton } from '../ui/ActionButton'
import { Figure } from '../ui/Figure'
import { Panel } from '../ui/Panel'
import { payeeGate, usdcMovesGates } from './gates'
import { kinds } from './kinds'
import { claim } from './plans'
import type { PageProps } from './SilosFrame'
import { usdcUnit, xtzUnit, type Holder } from './snapshot'
import { usePlanContext } from './use-plan-context'
import { t } from '../words/t'

/** What the account was credited, claimed for each token by itself: a paused USDC traps no XTZ. rules.md S18 */
export function DividendPanel(props: PageProps) {
  const { holder } = props.silos
  if (!holder) return null
  const isOwed = [holder.owedUsd, holder.owedXtz].some((reading) => (knownValue(reading) ?? 1n) > 0n)
  if (!isOwed && knownValue(holder.isTrustee) !== true) return null
  return (
    <Panel
      title={t`Your dividends`}
      part="dividends"
      lead={t`Yours since the distribution, to take at any time.`}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <ClaimForm {...props} holder={holder} token="usdc" />
        <ClaimForm {...props} holder={holder} token="xtz" />
      </div>
    </Panel>
  )
}

type ClaimFormProps = PageProps & { holder: Holder; token: 'usdc' | 'xtz' }

function ClaimForm({ silos, person, holder, token }: ClaimFormProps) {
  const context = usePlanContext({ addresses: silos.addresses, state: silos.exitState }, person)
  const [recipient, setRecipient] = useState<Recipient>({ kind: 'self' })
  const [reading, unit] = token === 'usdc' ? [holder.owedUsd, usdcUnit] : [holder.owedXtz, xtzUnit]
  const amount = knownValue(reading)
  const isSome = amount !== undefined && amount > 0n
  const form = useActionForm({
    person,
    kind: kinds.claim,
    context,
    gates: [
      somethingGate(
        t`Something to claim`,
        isSome ? exactText(amount, unit) : undefined,
        t`Nothing is owed to you.`,
      ),
      recipientGate(recipient, undefined),
      ...(token === 'usdc' ? [...usdcMovesGates(silos), payeeGate(recipient.kind === 'other', holder)] : []),
    ],
    plan: (who) => {
      if (!isSome || recipient.kind === 'invalid') return undefined
      return claim(who, token, amount, recipient.kind === 'other' ? recipient.address : undefined)
    },
  })
  return (
    <div className="grid content-start gap-3">
      <Figure
        label={t`Owed in ${unit.symbol}`}
        reading={reading}
        format={(value) => displayAmount(value, 6)}
        full={(value) => exactText(value, unit)}
        unit={unit.symbol}
      />
      {person.account !== undefined && (
        <RecipientField account={person.account} recipient={recipient} onChange={setRecipient} />
      )}
      <ActionButton
        label={isSome ? t`Claim ${amountText(amount, unit)}` : t`Claim ${unit.symbol}`}
        variant="secondary"
        {...form}
      />
    </div>
  )
}
