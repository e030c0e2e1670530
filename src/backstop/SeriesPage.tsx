import { useCallback, useMemo, useState } from 'react'
import { Link, useParams } from 'wouter'

import { useNetwork } from '../chain/network'
import { useFixed } from '../chain/use-snapshot'
import { knownValue } from '../math/reading'
import { EmptyState } from '../ui/EmptyState'
import { STAKERS_AT_ONCE } from './claims-reads'
import { PageFrame } from './PageFrame'
import { SeriesView } from './SeriesView'
import { nothingKnown, seriesExtra, TOKENS_AT_ONCE } from './series-reads'
import { protocolReads } from './snapshot'
import type { Series } from './snapshot'
import { usePerson } from '../chain/use-person'
import { plural, t } from '../words/t'

export default function SeriesPage() {
  const { id = '' } = useParams()
  // A new page for another series: nothing known about the one is true of the other.
  return <OneSeries key={id} id={id} />
}

function OneSeries({ id }: { id: string }) {
  const network = useNetwork()
  const { account } = usePerson()
  const protocol = useFixed(
    'backstop.protocol',
    useMemo(() => protocolReads(network), [network]),
  )
  const treasury = protocol.status === 'ready' ? knownValue(protocol.snapshot.data.treasury) : undefined
  const [mostTokens, setMostTokens] = useState(TOKENS_AT_ONCE)
  const [mostStakers, setMostStakers] = useState(STAKERS_AT_ONCE)
  const extra = useMemo(
    () => seriesExtra(id, treasury, account, mostTokens, mostStakers),
    [id, treasury, account, mostTokens, mostStakers],
  )
  const onScreen = useCallback(
    (all: readonly Series[]) => all.map((one) => one.id).filter((one) => `${one}` === id),
    [id],
  )
  return (
    <PageFrame
      onScreen={onScreen}
      title={(backstop) => backstop.series.find((series) => series.id.toString() === id)?.name}
      lead={t`The whole life of one bond series: terms, stake, sale, releases and settlement.`}
      extra={extra}
    >
      {({ backstop, person, extra: readings, known = nothingKnown }) => {
        const series = backstop.series.find((one) => one.id.toString() === id)
        if (!series) return <NoSuchSeries count={backstop.series.length} />
        return (
          <SeriesView
            series={series}
            usdt={backstop.usdt}
            person={person}
            readings={readings}
            known={known}
            onMoreTokens={() => setMostTokens(mostTokens + TOKENS_AT_ONCE)}
            onMoreStakers={() => setMostStakers(mostStakers + STAKERS_AT_ONCE)}
          />
        )
      }}
    </PageFrame>
  )
}

function NoSuchSeries({ count }: { count: number }) {
  return (
    <EmptyState
      title={t`There is no such series`}
      action={
        <Link href="/" className="font-medium text-accent underline-offset-2 hover:underline">
          {t`See all series`}
        </Link>
      }
    >
      {plural(
        count,
        'The registry lists {n} series on this network.',
        'The registry lists {n} series on this network.',
      )}
    </EmptyState>
  )
}
