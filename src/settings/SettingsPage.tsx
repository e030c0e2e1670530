import { Link } from 'wouter'

import { useRuntime } from '../chain/network'
import { PageHeader } from '../ui/PageHeader'
import { Panel } from '../ui/Panel'
import { ResetAppData } from '../ui/ResetAppData'
import { ThemeChoice } from '../ui/ThemeChoice'
import { AlertsPanel } from './AlertsPanel'
import { LanguageChoice } from './LanguageChoice'
import { NetworkPanel } from './NetworkPanel'
import { NodePanel } from './NodePanel'
import { t } from '../words/t'

const stored = [
  { what: t`Theme`, where: t`Local storage`, why: t`Light, dark, or as the system has it.` },
  { what: t`Language`, where: t`Local storage`, why: t`English, or the one chosen here.` },
  { what: t`Connected wallet`, where: t`Local storage`, why: t`To reconnect on the next visit.` },
  {
    what: t`Chosen node`,
    where: t`Local storage`,
    why: t`To ask it first. Its URL may hold an access key.`,
  },
  {
    what: t`Nodes of watched addresses`,
    where: t`Local storage`,
    why: t`To ask the same node about an address each time, if you want that.`,
  },
  { what: t`Your transactions`, where: t`Local storage`, why: t`To follow them after a reload.` },
  {
    what: t`Alerts`,
    where: t`Local storage`,
    why: t`Whether and whom to watch, and what you have been told.`,
  },
  { what: t`Names of addresses`, where: t`Local storage`, why: t`What you call the addresses you watch.` },
  {
    what: t`Figures of the last visit`,
    where: t`Local storage`,
    why: t`To show them, marked as old, until the chain answers.`,
  },
  { what: t`Events read from the chain`, where: 'IndexedDB', why: t`To read only what is new.` },
] as const

const session = {
  what: t`Keys of a WalletConnect session`,
  where: t`Local storage`,
  why: t`To reach that wallet again. Who has them can ask it, and it asks you; either side’s end of the session removes them.`,
}

export default function SettingsPage() {
  const { walletConnect } = useRuntime().config
  return (
    <>
      <PageHeader
        title={t`Settings`}
        lead={t`They are kept in this browser and sent nowhere.`}
        aside={
          <Link href="/check" className="text-accent underline underline-offset-2">
            {t`Check this site, and who learns what`}
          </Link>
        }
      />
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <div className="grid gap-5">
          <Panel title={t`Appearance`}>
            <div className="grid gap-4">
              <ThemeChoice />
              <LanguageChoice />
            </div>
          </Panel>
          <NetworkPanel />
          <NodePanel />
          <AlertsPanel />
        </div>
        <Panel title={t`Data in this browser`}>
          <dl className="mb-4 divide-y divide-line">
            {[...stored, ...(walletConnect ? [session] : [])].map(({ what, where, why }) => (
              <div key={what} className="flex flex-wrap justify-between gap-x-4 py-2">
                <dt>
                  <span className="font-medium">{what}</span>
                  <span className="block text-xs text-muted">{why}</span>
                </dt>
                <dd className="text-xs leading-5 text-muted">{where}</dd>
              </div>
            ))}
          </dl>
          <p className="mb-4 text-muted">
            {t`No account’s private key, no seed phrase, no personal data, no analytics.`}
          </p>
          <ResetAppData />
        </Panel>
      </div>
    </>
  )
}
