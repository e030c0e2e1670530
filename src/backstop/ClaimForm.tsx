import { useState } from 'react'

import type { Staker } from '../math/backstop-warrants'
import { ActionButton } from '../ui/ActionButton'
import { ClaimOneByOne } from './ClaimOneByOne'
import { kinds } from './kinds'
import { claimGates } from './claim-gates'
import { claim } from './plans'
import { rankedClaim } from './ranked-claim'
import type { Recipient } from '../tx/plan/recipient'
import { RecipientField } from '../form/RecipientField'
import { useActionForm } from '../form/use-action-form'
import type { UsdtFacts } from '../chain/usdt'
import type { Position, Series, SeriesState } from './snapshot'
import { useOwnContracts } from './use-own-contracts'
import { usePlanContextFor } from './use-plan-context'
import type { Person } from '../chain/use-person'
import { claimNow, claimParts, isNothing } from './view'
import { t } from '../words/t'

type ClaimFormProps = {
  series: Series
  usdt: UsdtFacts
  person: Person
  state: SeriesState
  position: Position
  /** All stakers when their warrants still have to be ranked; empty when not; undefined while they are read. */
  stakers: readonly Staker[] | undefined
  alreadyRanked: bigint
}

/** Everything at once: released USDT, upfront share, warrants, compensation. rules.md B8, B16 */
export function ClaimForm({ series, usdt, person, state, position, stakers, alreadyRanked }: ClaimFormProps) {
  const context = usePlanContextFor(person, usdt)(series)
  const [recipient, setRecipient] = useState<Recipient>({ kind: 'self' })
  const contracts = useOwnContracts(series)
  const due = claimNow(series.terms, position)
  const { due: whole, stakersInOrder } = rankedClaim(due, state, stakers ?? [], person.account, alreadyRanked)
  const form = useActionForm({
    person,
    kind: [kinds.claim, kinds.claimAll],
    context,
    gates: claimGates(
      whole,
      usdt,
      recipient,
      stakers === undefined ? t`The stakers are being read.` : t`This series owes you nothing now.`,
    ),
    plan: (who) => {
      if (recipient.kind === 'invalid') return undefined
      return claim(who, whole, {
        stakersInOrder,
        ...(recipient.kind === 'other' && { to: recipient.address }),
      })
    },
  })
  return (
    <div className="grid gap-3">
      {!isNothing(whole) && (
        <div>
          <p className="text-xs text-muted">{t`Claimable now`}</p>
          <ul className="text-lg font-medium">
            {claimParts(whole).map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </div>
      )}
      {person.account !== undefined && (
        <RecipientField
          account={person.account}
          recipient={recipient}
          onChange={setRecipient}
          contracts={contracts}
        />
      )}
      <ActionButton label={t`Claim`} {...form} />
      {context && recipient.kind !== 'invalid' && claimParts(due).length > 1 && (
        <ClaimOneByOne
          context={context}
          due={due}
          gates={form.gates}
          to={recipient.kind === 'other' ? recipient.address : context.account}
        />
      )}
    </div>
  )
}
