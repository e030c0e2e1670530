import { useState } from 'react'
import { Link } from 'wouter'

import { knownValue } from '../math/reading'
import { EmptyState } from '../ui/EmptyState'
import { useUrlChoice } from '../ui/use-url-choice'
import { PageFrame } from './PageFrame'
import { SeriesPicker } from './SeriesPicker'
import { SizingPanel } from './SizingPanel'
import type { Backstop, Series } from './snapshot'
import { StakePanel } from './StakePanel'
import { TermsPanel } from './TermsPanel'
import type { Person } from '../chain/use-person'
import { lazyPart } from '../ui/chunk'
import { Later } from '../ui/Later'
import { phaseOf } from './enums'

// Only a staker needs it.
const UnstakePanel = lazyPart(async () => ({ default: (await import('./UnstakePanel')).UnstakePanel }))

/** Series a person can stake in now, then those that will open. */
function stakeable(series: readonly Series[]): readonly Series[] {
  const inPhase = (phase: string) =>
    series.filter(({ state }) => state.isKnown && phaseOf(state.value) === phase)
  const byClose = inPhase('Staking').toSorted((a, b) =>
    a.terms.stakingClose < b.terms.stakingClose ? -1 : 1,
  )
  const byOpen = inPhase('Announced').toSorted((a, b) => (a.terms.stakingOpen < b.terms.stakingOpen ? -1 : 1))
  return [...byClose, ...byOpen]
}

export default function StakePage() {
  return (
    <PageFrame
      title="Stake"
      lead="Stake USDT behind a bond series before its sale. It guarantees the Notes, and is paid for it."
    >
      {({ backstop, person }) => <StakeView backstop={backstop} person={person} />}
    </PageFrame>
  )
}

function StakeView({ backstop, person }: { backstop: Backstop; person: Person }) {
  const [chosen, setChosen] = useUrlChoice('series')
  const [change, setChange] = useState(0n)
  const choices = stakeable(backstop.series)
  // A series that closes while its form is open stays on screen: the form then says why it can't be used.
  const series = backstop.series.find(({ id }) => `${id}` === chosen) ?? choices[0]
  if (!series)
    return (
      <EmptyState
        title="No series is open for staking"
        action={
          <Link href="/" className="font-medium text-accent underline-offset-2 hover:underline">
            See all series
          </Link>
        }
      >
        The next one appears here as soon as it is announced on chain.
      </EmptyState>
    )
  const shares = series.position && knownValue(series.position)?.shares
  const choose = (id: number) => {
    setChosen(`${id}`)
    setChange(0n)
  }
  return (
    <>
      <SeriesPicker choices={choices} chosen={series} onChoose={choose} />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_23rem]">
        <div className="grid gap-4 lg:col-start-1">
          <SizingPanel series={series} change={change} />
        </div>
        <div className="grid gap-4 lg:col-start-2 lg:row-span-2 lg:row-start-1">
          <StakePanel
            key={`stake ${series.id}`}
            series={series}
            usdt={backstop.usdt}
            person={person}
            onChange={setChange}
          />
          {shares !== undefined && shares > 0n && (
            <Later waiting={null}>
              <UnstakePanel
                key={`unstake ${series.id}`}
                series={series}
                usdt={backstop.usdt}
                person={person}
                onChange={setChange}
              />
            </Later>
          )}
        </div>
        <div className="lg:col-start-1">
          <TermsPanel series={series} />
        </div>
      </div>
    </>
  )
}
