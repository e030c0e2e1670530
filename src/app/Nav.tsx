import { Link, useLocation } from 'wouter'
import { useNetwork } from '../chain/network'
import { classes } from '../ui/classes'
import { Icon, type IconName } from '../ui/Icon'

const items: readonly { path: string; label: string; icon: IconName }[] = [
  { path: '/', label: 'Overview', icon: 'overview' },
  { path: '/stake', label: 'Stake', icon: 'stake' },
  { path: '/withdraw', label: 'Withdraw', icon: 'withdraw' },
  { path: '/claims', label: 'Claims', icon: 'claims' },
  { path: '/musdt', label: 'mUSDT', icon: 'vault' },
  { path: '/activity', label: 'Activity', icon: 'activity' },
]

/** Beside the logo on a wide screen, at the thumb's end of a narrow one. */
export function Nav() {
  const [location] = useLocation()
  const { musdtVault } = useNetwork().contracts
  const shown = musdtVault === undefined ? items.filter(({ path }) => path !== '/musdt') : items
  return (
    <nav
      aria-label="Main"
      className="max-md:fixed max-md:inset-x-0 max-md:bottom-0 max-md:z-20 max-md:border-t max-md:bg-surface max-md:pb-[env(safe-area-inset-bottom)]"
    >
      <ul className="flex max-md:justify-around md:gap-1">
        {shown.map(({ path, label, icon }) => {
          const isHere = location === path || (path !== '/' && location.startsWith(`${path}/`))
          return (
            <li key={path} className="max-md:flex-1">
              <Link
                href={path}
                aria-current={location === path ? 'page' : isHere ? 'true' : undefined}
                className={classes(
                  'flex items-center transition-colors max-md:min-h-14 max-md:flex-col max-md:justify-center max-md:gap-0.5 max-md:border-t-2 max-md:text-xs',
                  'md:h-14 md:border-b-2 md:px-3 md:text-sm',
                  isHere
                    ? 'border-accent font-medium text-ink'
                    : 'border-transparent text-muted hover:text-ink',
                )}
              >
                <Icon name={icon} className={classes('size-5 md:hidden', isHere && 'text-accent')} />
                {label}
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
