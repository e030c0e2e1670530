import { useId } from 'react'
import type { Address } from 'viem'
import { Link } from 'wouter'

import { OneNode } from '../chain/OneNode'
import { AddressText } from '../ui/AddressText'
import { CopyButton } from '../ui/CopyButton'
import { Disclosure } from '../ui/Disclosure'
import { EnsName } from '../wallet/EnsName'
import { LONGEST_LABEL, nameOf, setLabel, useLabels } from './labels'
import { MOST_WATCHED, watchPath } from './watched'
import { WatchForm } from './WatchForm'
import { rich } from '../words/rich'
import { inRow, plural, t } from '../words/t'

/** Whose overview this is, where it is not only the person's own: what each is called, and how to add and drop some. */
export function WatchNotice({ accounts }: { accounts: readonly Address[] }) {
  const labels = useLabels()
  const [only] = accounts
  return (
    <section
      aria-label={t`Watched addresses`}
      className="mb-4 rounded-lg border bg-surface px-edge py-2 text-sm"
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <span className="min-w-0">
          {accounts.length === 1 && only ? (
            <>{rich`You are watching ${(<AddressText address={only} />)}. Only its own wallet can act for it.`}</>
          ) : (
            <>{t`You are watching ${plural(accounts.length, '{n} address', '{n} addresses')} together: ${inRow(accounts.map((one) => nameOf(one, labels)))}. Only their own wallets can act for them.`}</>
          )}
        </span>
        <Link
          href="/"
          className="inline-flex min-h-11 items-center font-medium text-accent underline-offset-2 hover:underline sm:min-h-6"
        >
          {t`Stop watching`}
        </Link>
      </div>
      <Disclosure summary={t`Names and more addresses`}>
        <div className="grid gap-3">
          <ul className="grid gap-2">
            {accounts.map((account) => (
              <Watched key={account} account={account} others={accounts.filter((one) => one !== account)} />
            ))}
          </ul>
          {accounts.length < MOST_WATCHED && (
            <div className="max-w-md">
              <WatchForm besides={accounts} />
            </div>
          )}
          <p className="text-xs text-muted">
            {t`Names stay in this browser: they are in no link. A link to these addresses`}
            <CopyButton
              text={`${window.location.href.split('#')[0]}#${watchPath(accounts)}`}
              label={t`Copy a link to these addresses`}
            />
          </p>
        </div>
      </Disclosure>
    </section>
  )
}

function Watched({ account, others }: { account: Address; others: readonly Address[] }) {
  const id = useId()
  const labels = useLabels()
  const name = nameOf(account, labels)
  const link = 'inline-flex min-h-11 items-center text-accent underline-offset-2 hover:underline sm:min-h-6'
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <AddressText address={account} />
      <label htmlFor={id} className="sr-only">
        {t`Name of ${account}`}
      </label>
      <input
        id={id}
        type="text"
        autoComplete="off"
        placeholder={t`Name it`}
        maxLength={LONGEST_LABEL}
        defaultValue={labels[account.toLowerCase()] ?? ''}
        className="min-h-11 w-40 min-w-0 rounded-md border border-line-strong bg-surface px-3 text-sm sm:min-h-8"
        onChange={({ target }) => setLabel(account, target.value)}
      />
      <OneNode account={account}>
        <EnsName account={account} />
      </OneNode>
      {others.length > 0 && (
        <>
          <Link href={watchPath([account])} className={link} aria-label={t`Only ${name}`}>
            {t`Only this`}
          </Link>
          <Link href={watchPath(others)} className={link} aria-label={t`Remove ${name}`}>
            {t`Remove`}
          </Link>
        </>
      )}
    </li>
  )
}
