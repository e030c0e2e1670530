import { useId, useState } from 'react'
import type { Address } from 'viem'

import { readAddress } from '../tx/plan/recipient'
import { Button } from '../ui/Button'
import { t } from '../words/t'

type AddressFormProps = {
  label: string
  /** What the button says. */
  action: string
  /** What stands in the field at first. */
  initial?: string | undefined
  onAddress: (address: Address) => void
}

/** Takes one address that has been checked, and is empty again. */
export function AddressForm({ label, action, initial = '', onAddress }: AddressFormProps) {
  const id = useId()
  const [text, setText] = useState(initial)
  const [problem, setProblem] = useState<string>()
  return (
    <form
      className="grid gap-1.5"
      onSubmit={(event) => {
        event.preventDefault()
        const read = readAddress(text)
        if (read.isOk) {
          onAddress(read.address)
          setText('')
        } else setProblem(text.trim() === '' ? t`Enter the address of an account.` : read.problem)
      }}
    >
      <label htmlFor={id} className="text-xs text-muted">
        {label}
      </label>
      <div className="flex gap-2">
        <input
          id={id}
          type="text"
          autoComplete="off"
          autoCorrect="off"
          autoCapitalize="off"
          spellCheck={false}
          placeholder={t`0x… address`}
          value={text}
          aria-invalid={problem !== undefined}
          aria-describedby={`${id}-note`}
          className="min-h-11 w-full min-w-0 rounded-md border border-line-strong bg-surface px-3 font-mono text-xs sm:min-h-9"
          onChange={(event) => {
            setText(event.target.value)
            setProblem(undefined)
          }}
        />
        <Button type="submit">{action}</Button>
      </div>
      <div id={`${id}-note`} aria-live="polite">
        {problem !== undefined && <p className="text-xs text-danger">{problem}</p>}
      </div>
    </form>
  )
}
