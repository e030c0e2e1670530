import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { classes } from '../ui/classes'
import { Icon, type IconName } from '../ui/Icon'
import { SystemsSheet } from './SystemsSheet'
import { awayClass, hereClass, thumbClass } from './thumb-classes'
import { usePlace } from './use-place'
import { t } from '../words/t'

/** Beside the logo on a wide screen: the overview, each system, the activity. */
export function WideNav() {
  const { location, systems, system } = usePlace()
  return (
    <nav aria-label={t`Main`} className="max-md:hidden">
      <ul className="flex">
        <Place href="/" current={location === '/' && 'page'}>
          {t`Overview`}
        </Place>
        {systems.map(({ id, name, pages: [{ path }] }, index) => (
          <Place
            key={id}
            href={path}
            current={id === system?.id && (location === path ? 'page' : 'true')}
            isFirstOfGroup={index === 0}
          >
            {name}
          </Place>
        ))}
        <Place href="/activity" current={location === '/activity' && 'page'} isFirstOfGroup>
          {t`Activity`}
        </Place>
      </ul>
    </nav>
  )
}

type PlaceProps = {
  href: string
  current: 'page' | 'true' | false
  isFirstOfGroup?: boolean
  children: ReactNode
}

function Place({ href, current, isFirstOfGroup = false, children }: PlaceProps) {
  return (
    <li className={classes(isFirstOfGroup && 'ms-2 border-s ps-2')}>
      <Link
        href={href}
        aria-current={current || undefined}
        className={classes(
          'flex h-14 items-center border-b-2 px-2.5 text-sm transition-colors lg:px-3',
          current ? 'border-accent font-medium text-ink' : 'border-transparent text-muted hover:text-ink',
        )}
      >
        {children}
      </Link>
    </li>
  )
}

const ends: readonly { href: string; label: string; icon: IconName }[] = [
  { href: '/activity', label: t`Activity`, icon: 'activity' },
  { href: '/settings', label: t`Settings`, icon: 'settings' },
]

/** At the thumb's end of a narrow screen: four places, the systems behind one of them. */
export function ThumbNav() {
  const { location, systems, system, page } = usePlace()
  return (
    <nav
      aria-label={t`Main`}
      className="fixed inset-x-0 bottom-0 z-20 border-t bg-surface pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      <ul className="flex">
        <Thumb href="/" label={t`Overview`} icon="overview" isHere={location === '/'} />
        <li className="flex-1">
          <SystemsSheet systems={systems} current={system} page={page} />
        </li>
        {ends.map(({ href, label, icon }) => (
          <Thumb key={href} href={href} label={label} icon={icon} isHere={location === href} />
        ))}
      </ul>
    </nav>
  )
}

type ThumbProps = { href: string; label: string; icon: IconName; isHere: boolean }

function Thumb({ href, label, icon, isHere }: ThumbProps) {
  return (
    <li className="flex-1">
      <Link
        href={href}
        aria-current={isHere ? 'page' : undefined}
        className={classes(thumbClass, isHere ? hereClass : awayClass)}
      >
        <Icon name={icon} className={classes('size-5', isHere && 'text-accent')} />
        {label}
      </Link>
    </li>
  )
}
