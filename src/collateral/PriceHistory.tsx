import { useMemo } from 'react'
import type { Address } from 'viem'

import { useHistory } from '../chain/history'
import { useNetwork } from '../chain/network'
import { useDated } from '../chain/use-dated'
import { displayDateTime } from '../math/time'
import { HistoryFrame } from '../system/HistoryState'
import { AddressText } from '../ui/AddressText'
import { StepChart } from '../ui/StepChart'
import { Table } from '../ui/Table'
import { thinned } from '../ui/thin'
import { priceText } from './format'
import { priceEvents, priceEventsAbi, priceHistory, type PriceBreak } from './price-history'
import type { Prices } from './snapshot'
import { rich } from '../words/rich'
import { t } from '../words/t'

/** More columns than a chart has pixels are never seen. */
const COLUMNS = 600
const MOST_BREAKS = 20

type PriceHistoryProps = {
  name: string
  module: Address
  prices: Prices
  /** Unix seconds. */
  now: bigint
}

/** Which prices have held, and when it was frozen: from the events of the delayed price. rules.md C8 */
export default function PriceHistory({ name, module, prices, now }: PriceHistoryProps) {
  const network = useNetwork()
  const history = useHistory({
    name: 'collateral.prices',
    addresses: useMemo(() => [module], [module]),
    abi: priceEventsAbi,
    events: priceEvents,
    fromBlock: network.deploymentBlock,
  })
  const { logs } = history
  const { current, next, nextAt } = prices
  const { points, breaks } = useMemo(
    () => priceHistory(logs, { current, next, nextAt }),
    [logs, current, next, nextAt],
  )
  const line = useMemo(
    () =>
      thinned(
        points.map(({ at, price }) => ({ x: at, y: price })),
        COLUMNS,
      ),
    [points],
  )
  const last = points.at(-1)
  // What holds goes on until now.
  const until = last && last.price === current && last.at < now ? [{ x: now, y: current }] : []
  const others = points.filter(({ isSecondSource }) => isSecondSource).length
  return (
    <HistoryFrame history={history}>
      <StepChart
        title={t`Price of ${name} that held, USD`}
        lines={[{ label: t`Price`, points: [...line, ...until] }]}
        decimals={18}
        symbol="USD"
        isFromNear
        emptyText={t`No price has held yet.`}
      />
      {others > 0 && (
        <p className="text-xs text-muted">{t`${others} of ${points.length} came from the second source.`}</p>
      )}
      {breaks.length > 0 && (
        <Breaks breaks={breaks.slice(0, MOST_BREAKS)} isCut={breaks.length > MOST_BREAKS} />
      )}
    </HistoryFrame>
  )
}

function Breaks({ breaks, isCut }: { breaks: readonly PriceBreak[]; isCut: boolean }) {
  const { explorerUrl } = useNetwork()
  return (
    <Table
      caption={isCut ? t`Freezes, the newest ${MOST_BREAKS}` : t`Freezes`}
      rows={useDated(breaks)}
      getKey={({ key }) => key}
      columns={[
        {
          header: t`What`,
          isRowHeader: true,
          cell: ({ frozenBy }) =>
            frozenBy === undefined ? (
              t`Began anew: two steps until a price holds`
            ) : (
              <>{rich`Frozen by ${(<AddressText address={frozenBy} explorerUrl={explorerUrl} />)}`}</>
            ),
        },
        {
          header: t`When`,
          cell: ({ time, blockNumber }) =>
            time === undefined ? t`Block ${blockNumber}` : displayDateTime(time),
        },
        {
          header: t`Discarded`,
          align: 'end',
          cell: ({ discarded }) =>
            discarded === 0n ? t`Nothing was queued` : t`${priceText(discarded)} USD`,
        },
      ]}
    />
  )
}
