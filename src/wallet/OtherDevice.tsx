import { Suspense } from 'react'

import { Boundary } from '../ui/Boundary'
import { lazyPart } from '../ui/chunk'
import { CopyButton } from '../ui/CopyButton'
import { Icon } from '../ui/Icon'
import { t } from '../words/t'
import { isHandheld } from './handheld'
import { walletLinks, whyOnlyHere } from './open-in-wallet'

const Code = lazyPart(() => import('./Code'))

/** What OtherDevice is about, on this device. */
export const otherDeviceTitle = () =>
  isHandheld() ? t`Open this page in a wallet` : t`Use a wallet on a phone`

/** The present page in a wallet that is not in this browser: one of this phone, or of a phone beside this screen. */
export function OtherDevice() {
  const page = new URL(window.location.href)
  const reason = whyOnlyHere(page)
  if (reason !== undefined) return <p className="text-muted">{reason}</p>
  return isHandheld() ? <OnThisPhone page={page} /> : <OnAPhone page={page} />
}

function OnThisPhone({ page }: { page: URL }) {
  return (
    <div className="grid gap-2">
      <ul className="grid gap-2">
        {walletLinks(page).map(({ name, href }) => (
          <li key={name}>
            <a
              href={href}
              target="_blank"
              rel="noopener noreferrer"
              className="flex min-h-11 items-center justify-between gap-2 rounded-md border border-line-strong/60 px-3.5 font-medium hover:border-line-strong hover:bg-sunken"
            >
              {name}
              <Icon name="external" className="text-muted" />
            </a>
          </li>
        ))}
      </ul>
      <p className="text-xs text-muted">
        {t`The wallet opens this very page in its own browser; connect there. Where it is not installed, its maker’s site opens, and learns which page you come from.`}
      </p>
    </div>
  )
}

function OnAPhone({ page }: { page: URL }) {
  const address = page.href
  return (
    <div className="grid gap-2">
      <p>
        {t`Scan this code with the phone. It holds the address of this page and nothing else; open it in the browser of your wallet and connect there.`}
      </p>
      <Boundary fallback={() => null}>
        <Suspense fallback={<div className="mx-auto size-64" />}>
          <Code text={address} label={t`Code with the address of this page`} />
        </Suspense>
      </Boundary>
      <p className="flex items-start gap-1 text-xs">
        <span translate="no" className="break-all font-mono text-muted">
          {address}
        </span>
        <CopyButton text={address} label={t`Copy the address of this page`} />
      </p>
    </div>
  )
}
