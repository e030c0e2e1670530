import { usePerson } from '../chain/use-person'
import { Callout } from '../ui/Callout'
import { PageLoading } from '../ui/PageLoading'
import FrontPage from './FrontPage'
import OverviewPage from './OverviewPage'
import { useWatched } from './watched'
import { WatchNotice } from './WatchNotice'
import { t } from '../words/t'

/** What this site is, for who is neither connected nor watching; else what is theirs. */
export default function HomePage() {
  const { account, isReconnecting } = usePerson()
  const watched = useWatched()
  if (watched?.read.isOk === false)
    return (
      <>
        <Callout tone="warn" title={t`This link can’t be read`}>
          {watched.read.problem}
        </Callout>
        <FrontPage />
      </>
    )
  if (watched?.read.isOk) {
    const { addresses } = watched.read
    return (
      <>
        <WatchNotice accounts={addresses} />
        <OverviewPage accounts={addresses} />
      </>
    )
  }
  if (account !== undefined) return <OverviewPage accounts={[account]} />
  return isReconnecting ? <PageLoading /> : <FrontPage />
}
