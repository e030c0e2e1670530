import { useCallback, useMemo } from 'react'

import { useHistory } from '../chain/history'
import { useNetwork } from '../chain/network'
import { useSliced } from '../chain/use-sliced'
import { EventTable } from '../system/EventTable'
import { HistoryFrame } from '../system/HistoryState'
import { Amount } from '../ui/Amount'
import { Stat, StatGrid } from '../ui/Stat'
import { Table, type Column } from '../ui/Table'
import { auctionHistory, auctionHistoryEvents, type AuctionHistory as Told } from './auction-history'
import { tusdtUnit, type CollateralType } from './snapshot'
import { vaultEventsAbi } from './vault-events'
import { t } from '../words/t'

type AuctionHistoryProps = { type: Pick<CollateralType, 'engine' | 'name' | 'place'>; id: bigint }

/** What was taken in an auction, by whom and for how much, and what came of it: from its events. rules.md C7, C11 */
export default function AuctionHistory({ type: { engine, name, place }, id }: AuctionHistoryProps) {
  const network = useNetwork()
  const history = useHistory({
    name: 'collateral.auctions',
    addresses: useMemo(() => [engine], [engine]),
    abi: vaultEventsAbi,
    events: auctionHistoryEvents,
    fromBlock: network.deploymentBlock,
  })
  const { logs } = history
  const { made } = useSliced(
    `${engine}/${id}`,
    useCallback((signal) => auctionHistory(logs, id, { name, place }, signal), [logs, id, name, place]),
  )
  return (
    <HistoryFrame history={history}>
      {made?.isWhole === true && <Sums told={made} symbol={name} />}
      <EventTable
        caption={t`What has happened in auction ${id}`}
        events={made?.events ?? []}
        empty={history.status === 'ready' ? t`No events yet.` : t`Nothing has been found yet.`}
        explorerUrl={network.explorerUrl}
      />
    </HistoryFrame>
  )
}

function Sums({ told, symbol }: { told: Told; symbol: string }) {
  const { begun, ended, taken, paid } = told
  if (!begun) return null
  return (
    <>
      <StatGrid>
        <Stat label={t`Bought`}>
          <Amount value={taken} decimals={18} symbol={symbol} />
        </Stat>
        <Stat label={t`Paid for it`}>
          <Amount value={paid} {...tusdtUnit} />
        </Stat>
        <Stat label={t`Back in the vault`}>
          {ended ? <Amount value={ended.returned} decimals={18} symbol={symbol} /> : t`Not known yet`}
        </Stat>
        <Stat label={t`Bad debt`}>
          {ended ? <Amount value={ended.badDebt} {...tusdtUnit} /> : t`Not known yet`}
        </Stat>
      </StatGrid>
      <Table
        caption={t`What was asked for, and what has come in, in the order in which it is paid`}
        columns={columns}
        rows={linesOf(told)}
        getKey={({ what }) => what}
      />
    </>
  )
}

type Line = { readonly what: string; readonly wanted: bigint; readonly cameIn: bigint }

function linesOf({ begun, cameIn }: Told): readonly Line[] {
  if (!begun) return []
  const { auction } = begun
  return [
    { what: t`Principal`, wanted: auction.principal, cameIn: cameIn.principal },
    { what: t`Interest`, wanted: auction.interest, cameIn: cameIn.interest },
    { what: t`Late fees`, wanted: auction.late, cameIn: cameIn.late },
    { what: t`Penalty`, wanted: auction.penalty, cameIn: cameIn.penalty },
  ]
}

const columns: readonly Column<Line>[] = [
  { header: t`Part`, isRowHeader: true, cell: ({ what }) => what },
  {
    header: t`Asked for, TUSDT`,
    align: 'end',
    cell: ({ wanted }) => <Amount value={wanted} decimals={tusdtUnit.decimals} />,
  },
  {
    header: t`Came in, TUSDT`,
    align: 'end',
    cell: ({ cameIn }) => <Amount value={cameIn} decimals={tusdtUnit.decimals} />,
  },
]
