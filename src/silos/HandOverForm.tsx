import { useState } from 'react'

import { useChainSeconds } from '../chain/use-block'
import { recipientGate, sinceGate } from '../form/payout-gates'
import { RecipientField } from '../form/RecipientField'
import { useActionForm } from '../form/use-action-form'
import type { Recipient } from '../tx/plan/recipient'
import { ActionButton } from '../ui/ActionButton'
import { kinds } from './kinds'
import { openWords, type ProposeProps } from './propose'
import { ProposeForm } from './ProposeForm'
import { usePlanContext } from './use-plan-context'
import { proposeHandOver } from './vote-plans'
import { t } from '../words/t'

/** One address takes all weight, a DAO's governor. rules.md S18 */
export function HandOverForm({ silos, person, opensAt }: ProposeProps) {
  const now = useChainSeconds()
  const context = usePlanContext(silos, person)
  const [governor, setGovernor] = useState<Recipient>({ kind: 'invalid', problem: t`Enter an address.` })
  const form = useActionForm({
    person,
    kind: kinds.propose,
    context,
    gates: [sinceGate(t`Proposals are open`, opensAt, now, openWords), recipientGate(governor, undefined)],
    plan: (who) => {
      if (governor.kind === 'invalid') return undefined
      return proposeHandOver(who, governor.kind === 'other' ? governor.address : who.account)
    },
  })
  return (
    <ProposeForm
      title={t`Propose to hand over`}
      lead={t`One address, the governor of a DAO, takes all weight after a vote and the public delay.`}
    >
      {person.account !== undefined && (
        <RecipientField
          account={person.account}
          recipient={governor}
          onChange={setGovernor}
          isRequired
          consequence={t`From then on only this address proposes and votes. Open proposals lapse; dividends stay claimable.`}
        />
      )}
      <ActionButton label={t`Propose to hand over`} variant="secondary" {...form} />
    </ProposeForm>
  )
}
