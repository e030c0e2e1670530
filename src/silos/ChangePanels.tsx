import { useId, useState } from 'react'

import { useChainSeconds } from '../chain/use-block'
import { amountGate } from '../form/gates'
import { recipientGate, sinceGate } from '../form/payout-gates'
import { RecipientField } from '../form/RecipientField'
import { useActionForm } from '../form/use-action-form'
import { useAmount } from '../form/use-amount'
import { knownValue } from '../math/reading'
import { displayDuration } from '../math/time'
import type { Recipient } from '../tx/plan/recipient'
import { ActionButton } from '../ui/ActionButton'
import { AmountField } from '../ui/AmountField'
import { NowAfter } from '../ui/NowAfter'
import { Panel } from '../ui/Panel'
import { kinds } from './kinds'
import { parameterName, parameterText, unitOf } from './parameter-keys'
import { valuesOf } from './parameter-values'
import type { PageProps } from './SilosFrame'
import { usePlanContext } from './use-plan-context'
import { proposeHandOver, proposeParameter } from './vote-plans'

/** When proposals open, or have opened, in this cycle; unix seconds. */
type ChangeProps = PageProps & { opensAt: bigint | undefined }

const openWords = { since: '', wait: 'They open in' }

/** Another value of a parameter. Addresses and weights are proposed by the contract alone. rules.md S19 */
export function ParameterPanel({ silos, state, person, opensAt }: ChangeProps) {
  const id = useId()
  const now = useChainSeconds()
  const context = usePlanContext(silos, person)
  const values = valuesOf(state, knownValue(silos.terms))
  const [key, setKey] = useState(5)
  const { entry, setAmount, markStarted } = useAmount(knownValue(silos.proposalCount))
  const { amount } = entry
  const current = values.find(([one]) => one === key)?.[1]
  const unit = unitOf(key)
  const form = useActionForm({
    person,
    kind: kinds.propose,
    context,
    gates: [
      sinceGate('Proposals are open', opensAt, now, openWords),
      amountGate(entry, undefined, unit),
      {
        label: 'Another value',
        isMet: amount !== undefined && amount !== current,
        detail:
          amount === undefined
            ? 'Enter a value.'
            : amount === current
              ? 'It has this value.'
              : 'It would change.',
      },
    ],
    plan: (who) => (amount === undefined ? undefined : proposeParameter(who, key, amount)),
    onStart: markStarted,
  })
  return (
    <Panel
      title="Propose a change"
      lead="It needs a vote, and then waits for its public delay. The settings refuse what is out of bounds."
    >
      <div className="grid gap-3">
        <div className="grid gap-1">
          <label htmlFor={id} className="text-xs font-medium text-muted">
            Parameter
          </label>
          <select
            id={id}
            value={`${key}`}
            className="min-h-11 w-full rounded-md border border-line-strong bg-surface px-3 text-sm"
            onChange={(event) => {
              const chosen = values.find(([one]) => `${one}` === event.target.value)
              if (chosen) setKey(chosen[0])
              setAmount(undefined, undefined)
            }}
          >
            {values.map(([one]) => (
              <option key={one} value={`${one}`}>
                {parameterName(one)}
              </option>
            ))}
          </select>
        </div>
        <AmountField
          key={key}
          label="New value"
          decimals={unit.decimals}
          symbol={unit.symbol}
          value={amount}
          problem={entry.problem}
          hint={unit.symbol === 's' && amount !== undefined ? displayDuration(amount) : undefined}
          onChange={setAmount}
        />
        <NowAfter
          label={parameterName(key)}
          now={current}
          after={amount}
          format={(value) => parameterText(key, value)}
        />
        <ActionButton label="Propose this change" {...form} />
      </div>
    </Panel>
  )
}

/** One address takes all weight, a DAO's governor. rules.md S18 */
export function HandOverPanel({ silos, person, opensAt }: ChangeProps) {
  const now = useChainSeconds()
  const context = usePlanContext(silos, person)
  const [governor, setGovernor] = useState<Recipient>({ kind: 'invalid', problem: 'Enter an address.' })
  const form = useActionForm({
    person,
    kind: kinds.propose,
    context,
    gates: [sinceGate('Proposals are open', opensAt, now, openWords), recipientGate(governor, undefined)],
    plan: (who) => {
      if (governor.kind === 'invalid') return undefined
      return proposeHandOver(who, governor.kind === 'other' ? governor.address : who.account)
    },
  })
  return (
    <Panel
      title="Propose to hand over"
      lead="One address, the governor of a DAO, takes all weight after a vote and the public delay."
    >
      <div className="grid gap-3">
        {person.account !== undefined && (
          <RecipientField
            account={person.account}
            recipient={governor}
            onChange={setGovernor}
            isRequired
            consequence="From then on only this address proposes and votes. Open proposals lapse; dividends stay claimable."
          />
        )}
        <ActionButton label="Propose to hand over" variant="secondary" {...form} />
      </div>
    </Panel>
  )
}
