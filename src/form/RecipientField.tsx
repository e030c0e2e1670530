import { useId, useState } from 'react'
import type { Address } from 'viem'

import { configuredContracts } from '../chain/contracts'
import { useNetwork } from '../chain/network'
import { AddressText } from '../ui/AddressText'
import { Callout } from '../ui/Callout'
import { readRecipient } from '../tx/plan/recipient'
import type { KnownContract, Recipient } from '../tx/plan/recipient'
import { useIsContract } from './use-is-contract'
import { t } from '../words/t'

type RecipientFieldProps = {
  label?: string
  account: Address
  recipient: Recipient
  onChange: (recipient: Recipient) => void
  /** There is no "to myself": the address is asked for at once. */
  isRequired?: boolean
  /** What sending it there means, under the address. */
  consequence?: string
  /** Contracts of the system, besides those of config.json: they would keep what they are sent. */
  contracts?: readonly KnownContract[]
}

/** Sends a payout elsewhere, by explicit choice only: this is how a blacklisted staker leaves. rules.md B16 */
export function RecipientField(props: RecipientFieldProps) {
  const {
    label = t`Recipient address`,
    account,
    recipient,
    onChange,
    isRequired = false,
    consequence,
    contracts = [],
  } = props
  const network = useNetwork()
  const configured = configuredContracts(network).map(({ place, address }) => ({ address, label: place }))
  const read = (typed: string) => readRecipient(typed, account, [...contracts, ...configured])
  const isContract = useIsContract(recipient.kind === 'other' ? recipient.address : undefined)
  const id = useId()
  const [isTicked, setIsTicked] = useState(false)
  const [text, setText] = useState('')
  const isChosen = isRequired || isTicked
  // A field that was there from the start is not wrong before anything is typed.
  const isUntouched = isRequired && text === ''
  return (
    <div className="grid gap-2">
      {!isRequired && (
        <label className="flex min-h-11 items-center gap-2 text-sm text-muted sm:min-h-6">
          <input
            type="checkbox"
            className="size-4 accent-accent"
            checked={isTicked}
            onChange={(event) => {
              setIsTicked(event.target.checked)
              onChange(event.target.checked ? read(text) : { kind: 'self' })
            }}
          />
          {t`Send to another address`}
        </label>
      )}
      {isChosen && (
        <div className="grid gap-1.5">
          <label htmlFor={id} className="text-xs font-medium text-muted">
            {label}
          </label>
          <input
            id={id}
            type="text"
            autoComplete="off"
            autoCorrect="off"
            spellCheck={false}
            dir="ltr"
            placeholder="0x…"
            value={text}
            aria-invalid={recipient.kind === 'invalid' && !isUntouched}
            aria-describedby={`${id}-note`}
            className="min-h-11 w-full min-w-0 rounded-md border border-line-strong bg-surface px-3 font-mono text-xs"
            onChange={(event) => {
              setText(event.target.value)
              onChange(read(event.target.value))
            }}
          />
          <div id={`${id}-note`} aria-live="polite">
            {recipient.kind === 'invalid' && !isUntouched && (
              <p className="text-xs text-danger">{recipient.problem}</p>
            )}
            {recipient.kind === 'self' && (
              <p className="text-xs text-muted">{t`This is your own address.`}</p>
            )}
            {recipient.kind === 'other' && (
              <Callout tone="warn" title={t`What is sent there can’t be called back`}>
                <p className="text-xs">
                  <AddressText address={recipient.address} isFull />
                </p>
                {isContract === true && (
                  <p className="mt-1 text-xs font-medium">
                    {t`This address is a contract: make sure that it can hold this and send it on.`}
                  </p>
                )}
                {consequence !== undefined && <p className="mt-1 text-xs">{consequence}</p>}
                {recipient.warning !== undefined && (
                  <p className="mt-1 text-xs font-medium text-danger">{recipient.warning}</p>
                )}
              </Callout>
            )}
          </div>
        </div>
      )}
    </div>
  )
}
