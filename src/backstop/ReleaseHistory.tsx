import { useMemo } from 'react'

import { backstopSeriesAbi } from '../../abis/BackstopSeries'
import { useHistory } from '../chain/history'
import { useNetwork } from '../chain/network'
import { useBlock } from '../chain/use-block'
import { knownValue } from '../math/reading'
import { displayDateTime } from '../math/time'
import { HistoryFrame } from '../system/HistoryState'
import { ErrorState } from '../ui/ErrorState'
import { StepChart } from '../ui/StepChart'
import { Table } from '../ui/Table'
import { releaseHistory, requiredSteps } from './release-history'
import type { Series } from './snapshot'
import { usdt, USDT_DECIMALS } from '../math/tether'
import { releaseCause } from './enums'
import { t } from '../words/t'

const events = ['BackstopReleased'] as const

/** What released the stake of a series, and when: from its events. rules.md B6 */
export default function ReleaseHistory({ series }: { series: Series }) {
  const network = useNetwork()
  const block = useBlock()
  const addresses = useMemo(() => [series.addresses.series], [series.addresses.series])
  const history = useHistory({
    name: 'backstop.releases',
    addresses,
    abi: backstopSeriesAbi,
    events,
    fromBlock: network.deploymentBlock,
  })
  if (!series.state.isKnown)
    return <ErrorState title={t`The history can’t be told`} reason={series.state.reason} />
  const state = series.state.value
  const shares = (series.position && knownValue(series.position)?.shares) ?? 0n
  const told = releaseHistory(history.logs, shares, state.totalShares)
  const { isTimed, releases } = told
  const now = isTimed ? block?.timestamp : block?.number
  const points = requiredSteps(
    told,
    isTimed ? { x: series.terms.stakingClose, y: state.totalShares } : undefined,
    now === undefined ? undefined : { x: now, y: state.requiredUsdt },
  )
  const when = isTimed ? displayDateTime : (block: bigint) => t`Block ${block}`
  return (
    <HistoryFrame history={history}>
      <StepChart
        title={t`Required backstop`}
        lines={[{ label: t`Required`, points: releases.length === 0 ? [] : points }]}
        decimals={USDT_DECIMALS}
        symbol="USDT"
        emptyText={t`Nothing has been released yet.`}
        {...(!isTimed && { xLabel: t`Block`, formatX: when })}
      />
      {releases.length > 0 && (
        <Table
          caption={t`Releases`}
          rows={releases.toReversed()}
          getKey={({ key }) => key}
          columns={[
            { header: t`What`, isRowHeader: true, cell: ({ cause }) => releaseCause(cause) },
            { header: isTimed ? t`When` : t`Block`, cell: ({ at }) => when(at) },
            {
              header: t`Released`,
              align: 'end',
              cell: ({ releasedUsdt }) => <Nowrap>{usdt(releasedUsdt)}</Nowrap>,
            },
            ...(shares > 0n
              ? [
                  {
                    header: t`My part`,
                    align: 'end' as const,
                    cell: ({ mineUsdt }: { mineUsdt: bigint }) => <Nowrap>{usdt(mineUsdt)}</Nowrap>,
                  },
                ]
              : []),
            {
              header: t`Still required`,
              align: 'end',
              cell: ({ requiredAfter }) => <Nowrap>{usdt(requiredAfter)}</Nowrap>,
            },
          ]}
        />
      )}
    </HistoryFrame>
  )
}

/** An amount and its unit stay on one line. */
function Nowrap({ children }: { children: string }) {
  return <span className="whitespace-nowrap">{children}</span>
}
