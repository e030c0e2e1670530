import { useState, useSyncExternalStore } from 'react'
import type { Address } from 'viem'
import { Link } from 'wouter'

import { usePerson } from '../chain/use-person'
import type { Condition } from '../system/conditions'
import { AddressText } from '../ui/AddressText'
import { Badge } from '../ui/Badge'
import { Button } from '../ui/Button'
import { Panel } from '../ui/Panel'
import { AlertAccounts } from './AlertAccounts'
import { alertAccounts } from './alert-accounts'
import { alertViews, notLooked } from './alert-view'
import { alertsOn } from './alerts-on'
import { notificationState } from './tell-news'
import { t } from '../words/t'

/** What the connected account, and those added, are to be told of, while the tab is open, and no longer. */
export function AlertsPanel() {
  const isOn = useSyncExternalStore(alertsOn.subscribe, alertsOn.get)
  return (
    <Panel
      title={t`Alerts`}
      lead={t`A vault near liquidation, what can be claimed or unlocked, dates within a day, what lapses, and what is wrong with a system.`}
    >
      <div className="grid gap-3">
        <label className="flex min-h-11 cursor-pointer items-center gap-2 sm:min-h-8">
          <input
            type="checkbox"
            className="size-4 accent-accent"
            checked={isOn}
            onChange={({ target }) => alertsOn.set(target.checked)}
          />
          {t`Watch the connected account`}
        </label>
        <p className="text-xs text-muted">
          {t`This works only while this tab is open, also behind others: once a minute your node is asked, and nobody else. When the tab or the computer is closed, nothing is told. The command “ballast watch” does the same at any time.`}
        </p>
        {isOn && <Notifications />}
        {isOn && <AlertAccounts />}
        {isOn && <Everybody />}
      </div>
    </Panel>
  )
}

/** The browser asks the person only after a press of theirs. */
function Notifications() {
  const [state, setState] = useState(notificationState)
  if (state === 'default')
    return (
      <div>
        <Button size="small" onClick={() => void Notification.requestPermission().then(setState)}>
          {t`Allow notifications`}
        </Button>
        <p className="mt-1 text-xs text-muted">
          {t`Without them, the title of this tab counts what is new.`}
        </p>
      </div>
    )
  return (
    <p className="text-xs text-muted">
      {state === 'granted'
        ? t`Notifications are on. While this tab is behind others, its title counts what is new.`
        : state === 'denied'
          ? t`This browser blocks notifications from this site; its settings for the site can allow them. The title of this tab counts what is new.`
          : t`This browser has no notifications: the title of this tab counts what is new.`}
    </p>
  )
}

/** The connected account first, then the others. */
function Everybody() {
  const { account } = usePerson()
  const others = useSyncExternalStore(alertAccounts.subscribe, alertAccounts.get)
  const watched = others.filter((other) => other !== account)
  return (
    <>
      {account !== undefined ? (
        <Standing account={account} />
      ) : (
        watched.length === 0 && (
          <p className="text-sm text-muted">{t`Nobody is connected: there is no account to watch.`}</p>
        )
      )}
      {watched.map((other) => (
        <section key={other} aria-label={t`Alerts of ${other}`}>
          <h3 className="mb-1 text-sm font-medium">
            <AddressText address={other} />
          </h3>
          <Standing account={other} href={`/?watch=${other}`} />
        </section>
      ))}
    </>
  )
}

const dangerFirst = (standing: readonly Condition[]) => [
  ...standing.filter(({ isDanger }) => isDanger),
  ...standing.filter(({ isDanger }) => !isDanger),
]

/** What stands now, each with the place to do something about it; of another account, with the place that shows it. */
function Standing({ account, href: place }: { account: Address; href?: string }) {
  const views = useSyncExternalStore(alertViews.subscribe, alertViews.get)
  const { standing, problems } = views.get(account) ?? notLooked
  return (
    <div className="grid gap-2" role="status">
      {problems.map((problem) => (
        <p key={problem} className="text-sm text-muted">
          {problem}
        </p>
      ))}
      {standing === undefined ? (
        problems.length === 0 && <p className="text-sm text-muted">{t`Looking…`}</p>
      ) : standing.length === 0 ? (
        <p className="text-sm text-muted">{t`Nothing to tell now.`}</p>
      ) : (
        <ul className="divide-y divide-line">
          {dangerFirst(standing).map(({ key, what, why, href, isDanger }) => (
            <li key={key} className="py-2">
              <Link href={place ?? href} className="font-medium underline-offset-2 hover:underline">
                {what}
              </Link>{' '}
              {isDanger && <Badge tone="danger">{t`Danger`}</Badge>}
              <p className="text-xs text-muted">{why}</p>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
