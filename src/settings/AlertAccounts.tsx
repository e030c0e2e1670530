import { useId, useState, useSyncExternalStore } from 'react'

import { readAddress } from '../tx/plan/recipient'
import { AddressText } from '../ui/AddressText'
import { Button } from '../ui/Button'
import { plural, t } from '../words/t'
import { alertAccounts, MOST_ACCOUNTS } from './alert-accounts'

/** Which accounts are watched besides the connected one. */
export function AlertAccounts() {
  const accounts = useSyncExternalStore(alertAccounts.subscribe, alertAccounts.get)
  return (
    <div className="grid gap-2">
      {accounts.length > 0 && (
        <ul aria-label={t`Other accounts watched`} className="grid gap-1 text-sm">
          {accounts.map((account) => (
            <li key={account} className="flex flex-wrap items-center gap-2">
              <AddressText address={account} />
              <Button
                size="small"
                variant="quiet"
                onClick={() => alertAccounts.set(accounts.filter((other) => other !== account))}
              >
                {t`Watch no more`} <span className="sr-only">{account}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      {accounts.length < MOST_ACCOUNTS && <AddAccount />}
    </div>
  )
}

function AddAccount() {
  const id = useId()
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string>()
  return (
    <form
      className="grid gap-1.5"
      onSubmit={(event) => {
        event.preventDefault()
        const read = readAddress(text)
        if (!read.isOk) {
          setProblem(text.trim() === '' ? t`Enter the address of an account to watch.` : read.problem)
          return
        }
        alertAccounts.set([...new Set([...alertAccounts.get(), read.address])])
        setText('')
      }}
    >
      <label htmlFor={id} className="text-xs text-muted">
        {t`Watch another account as well, up to ${plural(MOST_ACCOUNTS, '{n} account', '{n} accounts')}`}
      </label>
      <div className="flex gap-2">
        <input
          id={id}
          type="text"
          autoComplete="off"
          autoCorrect="off"
          autoCapitalize="off"
          spellCheck={false}
          placeholder="0x…"
          value={text}
          aria-invalid={problem !== undefined}
          aria-describedby={`${id}-note`}
          className="min-h-11 w-full min-w-0 rounded-md border border-line-strong bg-surface px-3 font-mono text-xs sm:min-h-9"
          onChange={(event) => {
            setText(event.target.value)
            setProblem(undefined)
          }}
        />
        <Button type="submit">{t`Add it`}</Button>
      </div>
      <div id={`${id}-note`} aria-live="polite">
        {problem !== undefined && <p className="text-xs text-danger">{problem}</p>}
      </div>
    </form>
  )
}
