import { lazy, Suspense, useState } from 'react'
import { Link } from 'wouter'

import { mapReading } from '../math/reading'
import { Button } from '../ui/Button'
import { ErrorState } from '../ui/ErrorState'
import { Figure } from '../ui/Figure'
import { Panel } from '../ui/Panel'
import { Skeleton } from '../ui/Skeleton'
import { StatGrid } from '../ui/Stat'
import { PhaseBadge } from './PhaseBadge'
import type { Series, UsdtFacts } from './snapshot'
import { SplitBar } from './SplitBar'
import type { Person } from './use-person'
import { joinReadings, stakeSplit } from './view'
import type { StakeSplit } from './view'
import { WithdrawForm } from './WithdrawForm'
import { phaseMeaning, phaseOf, usdt as usdtText } from './words'

const ReleaseHistory = lazy(() => import('./ReleaseHistory'))

type WithdrawPanelProps = { series: Series; usdt: UsdtFacts; person: Person }

/** One series: where the stake is, what is free, and how it became free. */
export function WithdrawPanel({ series, usdt, person }: WithdrawPanelProps) {
  const { state, position } = series
  if (!state.isKnown) return <ErrorState title={series.name} reason={state.reason} />
  const split = position && joinReadings(position, state, (mine, all) => stakeSplit(all, mine))
  const part = (name: keyof StakeSplit) => split && mapReading(split, (value) => value[name])
  const isSettled = phaseOf(state.value) === 'Settled'
  return (
    <Panel title={series.name} lead={phaseMeaning[phaseOf(state.value)]} aside={<Aside series={series} />}>
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid min-w-0 gap-4">
          {split?.isKnown && <SplitBar split={split.value} />}
          <StatGrid>
            {isSettled ? (
              <Figure
                label="Used for Notes"
                reading={part('used')}
                format={usdtText}
                hint="Compensated: see Claims"
              />
            ) : (
              <Figure
                label="Locked"
                reading={part('locked')}
                format={usdtText}
                hint="Backs outstanding Notes"
              />
            )}
            <Figure label="Released" reading={part('released')} format={usdtText} hint="In all, so far" />
            <Figure label="Withdrawn" reading={part('withdrawn')} format={usdtText} hint="Already taken" />
            <Figure
              label="Claimable"
              reading={part('claimable')}
              format={usdtText}
              hint="Yours to take now"
            />
          </StatGrid>
          <ReleasesDisclosure series={series} />
        </div>
        <WithdrawForm series={series} usdt={usdt} person={person} />
      </div>
    </Panel>
  )
}

function Aside({ series }: { series: Series }) {
  return (
    <span className="flex items-center gap-3 text-xs">
      {series.state.isKnown && <PhaseBadge state={series.state.value} />}
      <Link href={`/series/${series.id}`} className="text-accent underline-offset-2 hover:underline">
        Whole series
      </Link>
    </span>
  )
}

/** Events are only read for those who ask. */
function ReleasesDisclosure({ series }: { series: Series }) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <div>
      <Button size="small" variant="quiet" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        What released it, and when
      </Button>
      {isOpen && (
        <Suspense fallback={<Skeleton className="h-56 w-full" />}>
          <ReleaseHistory series={series} />
        </Suspense>
      )}
    </div>
  )
}
