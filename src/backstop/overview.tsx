import { useCallback, useMemo } from 'react'
import type { Address } from 'viem'

import { useNetwork } from '../chain/network'
import { usdt } from '../math/tether'
import type { OverviewView } from '../system/overview'
import { TetherMoved } from '../system/TetherMoved'
import { Badge } from '../ui/Badge'
import { Stat, StatGrid } from '../ui/Stat'
import { useShownCount } from '../ui/use-shown-count'
import { plainExtra } from './live'
import { reportOf } from './report'
import { inOrder, SeriesTable } from './SeriesTable'
import { SERIES_AT_ONCE } from './snapshot'
import type { Backstop, Series } from './snapshot'
import { Unreadable } from './Unreadable'
import { useBackstop } from './use-backstop'
import { useUsdPrices } from './use-usd-prices'
import { idsStaked, splitOf, totalOf } from './view'
import type { StakeSplit, Total } from './view'
import { upfrontText, walletReads } from './worth'
import { t } from '../words/t'

/** All series, the account's part in them, and what it can do. */
export function useOverview(account: Address): OverviewView {
  const [count, showMore] = useShownCount(SERIES_AT_ONCE)
  const onScreen = useCallback(
    (series: readonly Series[]) => [
      ...idsStaked(series),
      ...inOrder(series, true)
        .slice(0, count)
        .map(({ id }) => id),
    ],
    [count],
  )
  const network = useNetwork()
  const extra = useMemo(() => plainExtra((list) => walletReads(network, list, account)), [network, account])
  const view = useBackstop(account, onScreen, extra)
  const prices = useUsdPrices(view.status === 'ready' ? view.backstop : undefined)
  if (view.status !== 'ready') return view
  const { backstop } = view
  const wallet = view.extra?.find(({ btc }) => btc.source.args[0] === account)
  return {
    status: 'ready',
    isStale: backstop.isStale,
    ...reportOf(backstop, wallet, prices),
    income: upfrontText(backstop.series),
    warning: (
      <>
        <TetherMoved facts={backstop.usdt} />
        <Unreadable series={backstop.unreadable} />
      </>
    ),
    figures: <MyTotals backstop={backstop} />,
    holdings: <SeriesTable backstop={backstop} count={count} onMore={showMore} />,
  }
}

function MyTotals({ backstop }: { backstop: Backstop }) {
  const splits = backstop.series.map(splitOf)
  const isWhole = backstop.unreadable.length === 0
  const sum = (part: keyof StakeSplit): Total => {
    const { value, isComplete } = totalOf(splits.map((split) => split?.[part]))
    return { value, isComplete: isComplete && isWhole }
  }
  return (
    <StatGrid columns={5}>
      <Sum label={t`My stakes`} total={sum('staked')} />
      <Sum label={t`Locked`} total={sum('locked')} />
      <Sum label={t`Used for Notes`} total={sum('used')} />
      <Sum label={t`Withdrawn`} total={sum('withdrawn')} />
      <Sum label={t`Claimable USDT`} total={sum('claimable')} />
    </StatGrid>
  )
}

function Sum({ label, total }: { label: string; total: Total }) {
  return (
    <Stat label={label}>
      {usdt(total.value)} {!total.isComplete && <Incomplete />}
    </Stat>
  )
}

function Incomplete() {
  return <Badge tone="warn">{t`Incomplete`}</Badge>
}
