import { Link } from 'wouter'
import { tokensOn } from '../systems'
import { ActivityTray } from '../tx/follow/ActivityTray'
import { Boundary } from '../ui/Boundary'
import { Icon } from '../ui/Icon'
import { ConnectButton } from '../wallet/ConnectButton'
import { Logo } from './Logo'
import { WideNav } from './Nav'
import { NetworkBadge } from './NetworkBadge'
import { t } from '../words/t'

export function Header() {
  return (
    <header className="@container sticky top-0 z-20 border-b bg-surface">
      <div className="mx-auto flex min-h-14 max-w-6xl flex-wrap items-center gap-x-2 px-edge sm:gap-x-4">
        <Link
          href="/"
          className="flex min-h-11 min-w-11 items-center gap-2 text-base font-semibold tracking-tight @max-2xs:min-w-0 md:me-4"
        >
          <Logo />
          <span className="max-sm:sr-only">Ballast</span>
        </Link>
        <WideNav />
        <div className="ms-auto flex min-w-0 items-center gap-1 *:shrink-0 sm:gap-2 *:first:shrink">
          <NetworkBadge />
          <Link
            href="/settings"
            aria-label={t`Settings`}
            className="grid size-11 place-items-center rounded-md text-muted hover:bg-sunken hover:text-ink max-md:hidden sm:size-9"
          >
            <Icon name="settings" />
          </Link>
          {/* Without it the Activity page still lists the same. */}
          <Boundary fallback={() => null}>
            <ActivityTray />
          </Boundary>
          <ConnectButton tokensOn={tokensOn} />
        </div>
      </div>
    </header>
  )
}
