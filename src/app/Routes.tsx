import { Suspense } from 'react'
import { Route, Switch, useLocation } from 'wouter'
import { useNetwork } from '../chain/network'
import { systemsOn } from '../systems'
import { Boundary } from '../ui/Boundary'
import { lazyPart } from '../ui/chunk'
import { PageHeader } from '../ui/PageHeader'
import { PageFailure } from './PageFailure'
import { PageSkeleton } from './PageSkeleton'
import { t } from '../words/t'

const HomePage = lazyPart(() => import('../portfolio/HomePage'))
const ActivityPage = lazyPart(() => import('../activity/ActivityPage'))
const SettingsPage = lazyPart(() => import('../settings/SettingsPage'))
const CheckPage = lazyPart(() => import('../settings/CheckPage'))
const NotFoundPage = lazyPart(() => import('./NotFoundPage'))

/** Every page fails alone. All but the one that most people come for are fetched when they are first visited. */
export function Routes() {
  const [location] = useLocation()
  const network = useNetwork()
  return (
    <Boundary
      key={location}
      fallback={(error, retry) => (
        <>
          <PageHeader title={t`This page can’t be shown`} />
          <PageFailure error={error} retry={retry} />
        </>
      )}
    >
      <Suspense fallback={<PageSkeleton />}>
        <Switch>
          <Route path="/" component={HomePage} />
          {systemsOn(network).flatMap(({ pages }) =>
            pages.map(({ path, Page }) => <Route key={path} path={path} component={Page} />),
          )}
          <Route path="/activity" component={ActivityPage} />
          <Route path="/settings" component={SettingsPage} />
          <Route path="/check" component={CheckPage} />
          <Route component={NotFoundPage} />
        </Switch>
      </Suspense>
    </Boundary>
  )
}
