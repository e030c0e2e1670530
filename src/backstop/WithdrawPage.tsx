import { Link } from 'wouter'

import { EmptyState } from '../ui/EmptyState'
import { Term } from '../ui/Term'
import { PageFrame } from './PageFrame'
import { WithdrawAction } from './RowAction'
import { withdrawRow } from './series-rows'
import { SeriesList } from './SeriesList'
import { terms as words } from './terms'
import type { Backstop } from './snapshot'
import type { Person } from '../chain/use-person'
import { idsStaked, stakedSeries } from './view'
import { WithdrawPanel } from './WithdrawPanel'
import { WithdrawTotals } from './WithdrawTotals'
import { rich } from '../words/rich'
import { t } from '../words/t'

export default function WithdrawPage() {
  return (
    <PageFrame
      title={t`Withdraw`}
      onScreen={idsStaked}
      lead={rich`USDT that no ${(<Term of={words.note} />)} needs any more is yours again, in the same proportion for every staker.`}
      whatConnectingShows={t`Connect a wallet to see what is locked, released and ready to withdraw in each of your series.`}
    >
      {({ backstop, person }) => <WithdrawView backstop={backstop} person={person} />}
    </PageFrame>
  )
}

function WithdrawView({ backstop, person }: { backstop: Backstop; person: Person }) {
  const mine = stakedSeries(backstop.series)
  if (mine.length === 0)
    return (
      <EmptyState
        title={t`You have no stake yet`}
        action={
          <Link href="/stake" className="font-medium text-accent underline-offset-2 hover:underline">
            {t`Stake in a series`}
          </Link>
        }
      >
        {t`What is released from a stake appears here.`}
      </EmptyState>
    )
  return (
    <>
      <WithdrawTotals backstop={backstop} series={mine} person={person} />
      <SeriesList
        rows={mine.map(withdrawRow)}
        takesHead={t`You can withdraw`}
        action={(series, open) => (
          <WithdrawAction series={series} usdt={backstop.usdt} person={person} open={open} />
        )}
      >
        {(series) => <WithdrawPanel series={series} usdt={backstop.usdt} person={person} />}
      </SeriesList>
    </>
  )
}
