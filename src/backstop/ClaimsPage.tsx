import { useMemo } from 'react'
import type { Address } from 'viem'
import { Link } from 'wouter'

import { backstopPoolAbi } from '../../abis/BackstopPool'
import { read } from '../chain/read'
import { EmptyState } from '../ui/EmptyState'
import { ClaimPanel } from './ClaimPanel'
import { ClaimTotals } from './ClaimTotals'
import { plainExtra } from './live'
import { PageFrame } from './PageFrame'
import { ClaimAction } from './RowAction'
import { claimRow } from './series-rows'
import { SeriesList } from './SeriesList'
import type { SeriesAddresses } from './snapshot'
import { usePerson } from '../chain/use-person'
import { idsStaked, stakedSeries } from './view'
import { t } from '../words/t'

export default function ClaimsPage() {
  const { account } = usePerson()
  const extra = useMemo(() => plainExtra((list) => rankedReads(list, account)), [account])
  return (
    <PageFrame
      title={t`Claims`}
      onScreen={idsStaked}
      lead={t`What a stake has earned, what it will be paid at maturity, and how each figure comes about.`}
      whatConnectingShows={t`Connect a wallet to see the upfront share, warrants and compensation of your stakes.`}
      extra={extra}
    >
      {({ backstop, person, extra: ranked }) => {
        const mine = stakedSeries(backstop.series)
        if (mine.length === 0) return <NothingStaked />
        return (
          <>
            <ClaimTotals backstop={backstop} series={mine} person={person} ranked={ranked} />
            <SeriesList
              rows={mine.map(claimRow)}
              takesHead={t`You can claim`}
              action={(series, open) => (
                <ClaimAction series={series} usdt={backstop.usdt} person={person} open={open} />
              )}
            >
              {(series) => (
                <ClaimPanel
                  series={series}
                  backstop={backstop}
                  person={person}
                  ranked={ranked?.[series.id]}
                />
              )}
            </SeriesList>
          </>
        )
      }}
    </PageFrame>
  )
}

/** How many stakers the account has ranked already, in each series. rules.md B10 */
function rankedReads(list: readonly (SeriesAddresses | undefined)[], account: Address | undefined) {
  if (account === undefined) return []
  return list.map(
    (one) =>
      one &&
      read({
        address: one.pool,
        label: t`Backstop pool`,
        abi: backstopPoolAbi,
        functionName: 'rankedBy',
        args: [account],
        rule: 'B10',
      }),
  )
}

function NothingStaked() {
  return (
    <EmptyState
      title={t`You have no stake yet`}
      action={
        <Link href="/stake" className="font-medium text-accent underline-offset-2 hover:underline">
          {t`Stake in a series`}
        </Link>
      }
    >
      {t`Stakers are paid an upfront share, warrants, and compensation for what is used at maturity.`}
    </EmptyState>
  )
}
