import type { Address } from 'viem'

import type { Readings } from '../chain/read'
import { displayRatio } from '../math/amount'
import { knownValue } from '../math/reading'
import { AddressText } from '../ui/AddressText'
import { Badge } from '../ui/Badge'
import { Button } from '../ui/Button'
import { Panel } from '../ui/Panel'
import { ShareBar } from '../ui/ShareBar'
import { Skeleton } from '../ui/Skeleton'
import { Table } from '../ui/Table'
import { useShownCount } from '../ui/use-shown-count'
import { stakersOf } from './claims-reads'
import type { stakersReads } from './claims-reads'
import type { Series, SeriesState } from './snapshot'
import { usdt } from '../math/tether'
import { t } from '../words/t'

type HoldersPanelProps = {
  series: Series
  state: SeriesState
  readings: Readings<ReturnType<typeof stakersReads>> | undefined
  known: readonly Address[]
  account: Address | undefined
  onMore: () => void
}

/** As many as are seen without a scroll of their own, which hides that there are more. */
const PAGE = 10

/** Who stands behind the series, largest first. */
export function HoldersPanel({ series, state, readings, known, account, onMore }: HoldersPanelProps) {
  const [count, showMore] = useShownCount(PAGE)
  const stakers = stakersOf(readings, known)
  const failure = readings && !readings.list.isKnown ? readings.list.reason : undefined
  const isCut = BigInt(knownValue(readings?.list)?.length ?? 0) < state.stakerCount
  return (
    <Panel
      title={t`Stakers`}
      aside={<span className="text-xs text-muted">{t`${state.stakerCount} in all`}</span>}
    >
      {failure !== undefined && <p className="text-sm text-warn">{t`Not known: ${failure}`}</p>}
      {failure === undefined && !stakers && <Skeleton className="h-24 w-full" />}
      {stakers && (
        <>
          <Table
            caption={t`Stakers of ${series.name}`}
            isCaptionHidden
            rows={stakers.toSorted((a, b) => (a.shares > b.shares ? -1 : 1)).slice(0, count)}
            getKey={({ address }) => address}
            empty={t`Nobody has staked yet.`}
            columns={[
              {
                header: t`Staker`,
                isRowHeader: true,
                cell: ({ address }) => (
                  <span className="inline-flex items-center gap-1.5">
                    <AddressText address={address} />
                    {address === account && <Badge tone="info">{t`You`}</Badge>}
                  </span>
                ),
              },
              { header: t`Staked`, align: 'end', cell: ({ shares }) => usdt(shares) },
              {
                header: t`Share`,
                align: 'end',
                cell: ({ shares }) => (
                  <div className="min-w-28">
                    <ShareBar
                      label=""
                      part={shares}
                      whole={state.totalShares}
                      shareText={displayRatio(shares, state.totalShares)}
                    />
                  </div>
                ),
              },
            ]}
          />
          {stakers.length > count && (
            <Button size="small" onClick={showMore}>
              {t`Show more of ${stakers.length}`}
            </Button>
          )}
        </>
      )}
      {isCut && (
        <p className="flex flex-wrap items-center gap-3 pt-2 text-xs text-warn">
          {t`${known.length} of ${state.stakerCount} have been read.`}
          <Button size="small" onClick={onMore}>
            {t`Read more`}
          </Button>
        </p>
      )}
    </Panel>
  )
}
