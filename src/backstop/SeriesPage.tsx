import { useCallback, useEffect, useMemo, useState } from 'react'
import { Link, useParams } from 'wouter'

import { useNetwork } from '../chain/network'
import { useFixed } from '../chain/use-snapshot'
import { knownValue } from '../math/reading'
import { EmptyState } from '../ui/EmptyState'
import { PageFrame } from './PageFrame'
import { SeriesView } from './SeriesView'
import { knownFrom, knownKey, nothingKnown, seriesReads } from './series-reads'
import type { Known, SeriesReadings } from './series-reads'
import { protocolReads } from './snapshot'
import type { SeriesAddresses } from './snapshot'
import { usePerson } from '../chain/use-person'

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
  const [known, setKnown] = useState<Known>(nothingKnown)
  const extraReads = useCallback(
    (list: readonly SeriesAddresses[]) => {
      const addresses = list.find((_, index) => index.toString() === id)
      return addresses && seriesReads(addresses, treasury, account, known)
    },
    [id, treasury, account, known],
  )
  return (
    <PageFrame
      title={(backstop) => backstop.series.find((series) => series.id.toString() === id)?.name}
      lead="The whole life of one bond series: terms, stake, sale, releases and settlement."
      extraReads={extraReads}
    >
      {(backstop, person, readings) => {
        const series = backstop.series.find((one) => one.id.toString() === id)
        if (!series) return <NoSuchSeries count={backstop.series.length} />
        return (
          <>
            {readings && <Learner readings={readings} known={known} onLearn={setKnown} />}
            <SeriesView
              series={series}
              usdt={backstop.usdt}
              person={person}
              readings={readings}
              known={known}
            />
          </>
        )
      }}
    </PageFrame>
  )
}

type LearnerProps = { readings: SeriesReadings; known: Known; onLearn: (known: Known) => void }

/** Hands what this block told to the next read. */
function Learner({ readings, known, onLearn }: LearnerProps) {
  const next = knownFrom(readings)
  const hasNews = knownKey(next) !== knownKey(known)
  useEffect(() => {
    if (hasNews) onLearn(next)
  })
  return null
}

function NoSuchSeries({ count }: { count: number }) {
  return (
    <EmptyState
      title="There is no such series"
      action={
        <Link href="/" className="font-medium text-accent underline-offset-2 hover:underline">
          See all series
        </Link>
      }
    >
      The registry lists {count} series on this network.
    </EmptyState>
  )
}
