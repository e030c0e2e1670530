import { lazy, Suspense } from 'react'
import { Route, Switch, useLocation } from 'wouter'
import StakePage from '../backstop/StakePage'
import { Boundary } from '../ui/Boundary'
import { PageHeader } from '../ui/PageHeader'
import { NotFoundPage } from './NotFoundPage'
import { PageFailure } from './PageFailure'
import { PageSkeleton } from './PageSkeleton'

const OverviewPage = lazy(() => import('../portfolio/OverviewPage'))
const WithdrawPage = lazy(() => import('../backstop/WithdrawPage'))
const ClaimsPage = lazy(() => import('../backstop/ClaimsPage'))
const SeriesPage = lazy(() => import('../backstop/SeriesPage'))
const MintPage = lazy(() => import('../musdt/MintPage'))
const LocksPage = lazy(() => import('../musdt/LocksPage'))
const ExitPage = lazy(() => import('../musdt/ExitPage'))
const ActivityPage = lazy(() => import('../activity/ActivityPage'))
const SettingsPage = lazy(() => import('../settings/SettingsPage'))

/** Every page fails alone. All but the one that most people come for are fetched when they are first visited. */
export function Routes() {
  const [location] = useLocation()
  return (
    <Boundary
      key={location}
      fallback={(error, retry) => (
        <>
          <PageHeader title="This page can’t be shown" />
          <PageFailure error={error} retry={retry} />
        </>
      )}
    >
      <Suspense fallback={<PageSkeleton />}>
        <Switch>
          <Route path="/" component={OverviewPage} />
          <Route path="/stake" component={StakePage} />
          <Route path="/withdraw" component={WithdrawPage} />
          <Route path="/claims" component={ClaimsPage} />
          <Route path="/series/:id" component={SeriesPage} />
          <Route path="/musdt" component={MintPage} />
          <Route path="/musdt/locks" component={LocksPage} />
          <Route path="/musdt/withdraw" component={ExitPage} />
          <Route path="/activity" component={ActivityPage} />
          <Route path="/settings" component={SettingsPage} />
          <Route component={NotFoundPage} />
        </Switch>
      </Suspense>
    </Boundary>
  )
}
