import { lazy, Suspense } from 'react'

import { useNetwork } from '../chain/network'
import { AddressText } from '../ui/AddressText'
import { ErrorState } from '../ui/ErrorState'
import { Panel } from '../ui/Panel'
import { Skeleton } from '../ui/Skeleton'
import { Table } from '../ui/Table'
import { BondPanel } from './BondPanel'
import { HoldersPanel } from './HoldersPanel'
import { SeriesFigures } from './SeriesFigures'
import { SeriesTimeline } from './SeriesTimeline'
import type { Known, SeriesReadings } from './series-reads'
import type { Series, UsdtFacts } from './snapshot'
import { TermsPanel } from './TermsPanel'
import { Upkeep } from './Upkeep'
import type { Person } from './use-person'

const ReleaseHistory = lazy(() => import('./ReleaseHistory'))

export type SeriesViewProps = {
  series: Series
  usdt: UsdtFacts
  person: Person
  readings: SeriesReadings | undefined
  known: Known
}

export function SeriesView(props: SeriesViewProps) {
  const { series, usdt, person, readings, known } = props
  if (!series.state.isKnown) return <ErrorState title={series.name} reason={series.state.reason} />
  const state = series.state.value
  return (
    <>
      <SeriesTimeline series={series} state={state} />
      <SeriesFigures series={series} />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_23rem]">
        <div className="grid min-w-0 gap-4">
          {state.isFinalized && (
            <Panel
              title="Required backstop over time"
              lead="It never rises. What it loses is the stakers’ again."
            >
              <Suspense fallback={<Skeleton className="h-56 w-full" />}>
                <ReleaseHistory series={series} />
              </Suspense>
            </Panel>
          )}
          <HoldersPanel
            series={series}
            state={state}
            readings={readings?.stakers}
            known={known.stakers}
            account={person.account}
          />
        </div>
        <div className="grid min-w-0 gap-4">
          <BondPanel series={series} state={state} usdt={usdt} person={person} readings={readings} />
          <Upkeep series={series} usdt={usdt} person={person} state={state} />
        </div>
      </div>
      <TermsPanel series={series} />
      <ContractsPanel series={series} />
    </>
  )
}

function ContractsPanel({ series }: { series: Series }) {
  const network = useNetwork()
  const { series: itself, pool, ledger, note, warrant } = series.addresses
  const rows = [
    { name: 'Series', address: itself },
    { name: 'Backstop pool', address: pool },
    { name: 'Ledger', address: ledger },
    { name: 'Notes', address: note },
    { name: 'Warrants', address: warrant },
  ]
  return (
    <Panel title="Contracts" lead="This series has contracts of its own: nothing moves between series.">
      <Table
        caption="Contracts of this series"
        isCaptionHidden
        rows={rows}
        getKey={({ name }) => name}
        columns={[
          { header: 'Contract', isRowHeader: true, cell: ({ name }) => name },
          {
            header: 'Address',
            align: 'end',
            cell: ({ address }) => <AddressText address={address} explorerUrl={network.explorerUrl} />,
          },
        ]}
      />
    </Panel>
  )
}
