import { usePerson } from '../chain/use-person'
import { PageLoading } from '../ui/PageLoading'
import FrontPage from './FrontPage'
import OverviewPage from './OverviewPage'
import { useWatched } from './watched'
import { WatchNotice } from './WatchNotice'

/** What this site is, for who is neither connected nor watching; else what is theirs. */
export default function HomePage() {
  const { account, isReconnecting } = usePerson()
  const [watched] = useWatched()
  if (watched !== undefined)
    return (
      <>
        <WatchNotice account={watched} />
        <OverviewPage account={watched} />
      </>
    )
  if (account !== undefined) return <OverviewPage account={account} />
  return isReconnecting ? <PageLoading /> : <FrontPage />
}
