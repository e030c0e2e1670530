import { useState } from 'react'
import type { Address } from 'viem'

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
import type { Gate } from '../ui/gate'
import { kinds } from './kinds'
import { FIRST_ADDRESS, parameterName, parameterNames, parameterText, unitOf } from './parameter-keys'
import { valuesOf } from './parameter-values'
import { openWords, type ProposeProps } from './propose'
import { ProposeForm } from './ProposeForm'
import { SelectField } from './SelectField'
import { usePlanContext } from './use-plan-context'
import { proposeParameter } from './vote-plans'
import { t } from '../words/t'

const options = parameterNames.map((label, key) => ({ value: `${key}`, label }))

const noAddress: Recipient = { kind: 'invalid', problem: t`Enter an address.` }

/** Another value of a parameter, or another address in its place. rules.md S19 */
export function ParameterForm({ silos, state, person, opensAt }: ProposeProps) {
  const now = useChainSeconds()
  const context = usePlanContext(silos, person)
  const terms = knownValue(silos.terms)
  const [chosen, setChosen] = useState('5')
  const key = options.findIndex(({ value }) => value === chosen)
  const isAddress = key >= FIRST_ADDRESS
  const { entry, setAmount, markStarted } = useAmount(knownValue(silos.proposalCount))
  const [address, setAddress] = useState<Recipient>(noAddress)
  const current = isAddress
    ? numberOf(terms?.accounts[key - FIRST_ADDRESS])
    : valuesOf(state, terms).find(([one]) => one === key)?.[1]
  const value = isAddress ? numberOf(addressIn(address, person.account)) : entry.amount
  const unit = unitOf(key)
  const form = useActionForm({
    person,
    kind: kinds.propose,
    context,
    gates: [
      sinceGate(t`Proposals are open`, opensAt, now, openWords),
      isAddress ? recipientGate(address, undefined) : amountGate(entry, undefined, unit),
      otherGate(value, current),
    ],
    plan: (who) =>
      value === undefined || current === undefined ? undefined : proposeParameter(who, key, value, current),
    onStart: markStarted,
  })
  return (
    <ProposeForm
      title={t`Propose a change`}
      lead={t`It needs a vote, and then waits for its public delay. The settings refuse what is out of bounds.`}
    >
      <SelectField
        label={t`Parameter`}
        value={chosen}
        options={options}
        onChange={(next) => {
          setChosen(next)
          setAmount(undefined, undefined)
          setAddress(noAddress)
        }}
      />
      {!isAddress && (
        <AmountField
          key={key}
          label={t`New value`}
          decimals={unit.decimals}
          symbol={unit.symbol}
          value={entry.amount}
          problem={entry.problem}
          hint={unit.symbol === 's' && value !== undefined ? displayDuration(value) : undefined}
          onChange={setAmount}
        />
      )}
      {isAddress && person.account !== undefined && (
        <RecipientField
          key={key}
          label={t`New address`}
          account={person.account}
          recipient={address}
          onChange={setAddress}
          isRequired
          consequence={t`Everybody who holds USDtz depends on it from then on.`}
        />
      )}
      <NowAfter
        label={parameterName(key)}
        now={current}
        after={value}
        format={(one) => parameterText(key, one)}
      />
      <ActionButton label={t`Propose this change`} {...form} />
    </ProposeForm>
  )
}

const numberOf = (address: Address | undefined) => (address === undefined ? undefined : BigInt(address))

function addressIn(recipient: Recipient, account: Address | undefined): Address | undefined {
  if (recipient.kind === 'invalid') return undefined
  return recipient.kind === 'other' ? recipient.address : account
}

function otherGate(value: bigint | undefined, current: bigint | undefined): Gate {
  const label = t`Another value`
  if (current === undefined) return { label, isMet: false, detail: t`What it is now was not read yet.` }
  return {
    label,
    isMet: value !== undefined && value !== current,
    detail:
      value === undefined
        ? t`Enter a value.`
        : value === current
          ? t`It has this value.`
          : t`It would change.`,
  }
}
