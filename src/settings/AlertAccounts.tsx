import { useSyncExternalStore } from 'react'

import { AddressForm } from '../form/AddressForm'
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
  return (
    <AddressForm
      label={t`Watch another account as well, up to ${plural(MOST_ACCOUNTS, '{n} account', '{n} accounts')}`}
      action={t`Add`}
      onAddress={(address) => alertAccounts.set([...new Set([...alertAccounts.get(), address])])}
    />
  )
}
