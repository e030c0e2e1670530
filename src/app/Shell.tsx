import { type ReactNode, Suspense, useEffect, useRef, useSyncExternalStore } from 'react'
import { isPracticeAsked } from '../chain/practice'
import { alertsOn } from '../settings/alerts-on'
import { Boundary } from '../ui/Boundary'
import { lazyPart } from '../ui/chunk'
import { NetworkNotice } from '../wallet/NetworkNotice'
import { ChainBanner } from './ChainBanner'
import { ForeignChangeNotice } from './ForeignChangeNotice'
import { Footer } from './Footer'
import { Header } from './Header'
import { ThumbNav } from './Nav'
import { NodeNotice } from './NodeNotice'
import { SystemTabs } from './SystemTabs'
import { usePlace } from './use-place'
import { useScroll } from './use-scroll'
import { languageOf } from '../words/chosen'
import { t } from '../words/t'

const PracticeBar = lazyPart(() => import('../practice/PracticeBar'))
const AlertWatch = lazyPart(() => import('../settings/AlertWatch'))

/** What surrounds every page. */
export function Shell({ children }: { children: ReactNode }) {
  const main = useRef<HTMLElement>(null)
  const { location, system } = usePlace()
  const room = system?.id ?? (location === '/' ? 'portfolio' : 'app')
  useScroll(location)
  useFocusOnNavigation(main, location)
  const isWatching = useSyncExternalStore(alertsOn.subscribe, alertsOn.get)
  return (
    <div className="flex min-h-dvh flex-col pb-(--bottom-bar)">
      <button
        type="button"
        className="sr-only rounded-md bg-accent px-4 py-3 font-medium text-accent-ink focus:not-sr-only focus:fixed focus:top-2 focus:start-2 focus:z-40"
        onClick={() => main.current?.focus()}
      >
        {t`Skip to content`}
      </button>
      <Header />
      {isPracticeAsked() && (
        <Suspense fallback={null}>
          <PracticeBar />
        </Suspense>
      )}
      <ChainBanner />
      <NodeNotice />
      <ForeignChangeNotice />
      <main
        ref={main}
        id="main"
        tabIndex={-1}
        className="mx-auto w-full max-w-6xl flex-1 px-edge py-6"
        {...languageOf(room)}
      >
        <div className="mb-5 empty:hidden">
          <NetworkNotice />
        </div>
        <SystemTabs />
        {children}
      </main>
      <Footer />
      <ThumbNav />
      {isWatching && (
        <Boundary fallback={() => null}>
          <Suspense fallback={null}>
            <AlertWatch />
          </Suspense>
        </Boundary>
      )}
    </div>
  )
}

/** Moves the focus to the new page's heading, as a page load would; the first page is left alone. */
function useFocusOnNavigation(main: React.RefObject<HTMLElement | null>, location: string) {
  const former = useRef(location)
  useEffect(() => {
    if (former.current === location) return
    former.current = location
    // A page still being fetched has no heading yet: PageHeader takes the focus from <main> when it comes.
    const heading = main.current?.querySelector<HTMLElement>('h1')
    ;(heading ?? main.current)?.focus({ preventScroll: true })
  }, [location, main])
}
