import { useMemo } from 'react'

import { backstopSeriesAbi } from '../../abis/BackstopSeries'
import { useHistory } from '../chain/history'
import { useNetwork } from '../chain/network'
import { USDT_DECIMALS } from '../math/tether'
import { HistoryFrame } from '../system/HistoryState'
import { StepChart } from '../ui/StepChart'
import { reserveSteps } from './all-history'
import type { Series } from './snapshot'
import { t } from '../words/t'

const events = ['BackstopReleased'] as const

/** What all series owed to Notes, and what stood behind them, from their events. rules.md B6 */
export default function AllHistory({ series }: { series: readonly Series[] }) {
  const network = useNetwork()
  const key = series.map(({ addresses }) => addresses.series).join()
  // The same series are another list with every block.
  // eslint-disable-next-line react-hooks/exhaustive-deps -- `key` says when they are others
  const addresses = useMemo(() => series.map((one) => one.addresses.series), [key])
  const history = useHistory({
    name: 'backstop.allReleases',
    addresses,
    abi: backstopSeriesAbi,
    events,
    fromBlock: network.deploymentBlock,
  })
  const { isTimed, notes, behind } = reserveSteps(history.logs)
  return (
    <HistoryFrame history={history}>
      <StepChart
        title={t`Notes, and what stands behind them`}
        lines={[
          { label: t`Notes outstanding`, points: notes },
          { label: t`Stake that must stay, and ledgers`, points: behind },
        ]}
        decimals={USDT_DECIMALS}
        symbol="USDT"
        emptyText={t`No sale has ended yet.`}
        {...(!isTimed && { xLabel: t`Block`, formatX: (block: bigint) => t`Block ${block}` })}
      />
    </HistoryFrame>
  )
}
