import { useCallback, useState } from 'react'
import { Link } from 'wouter'

import { knownValue } from '../math/reading'
import { EmptyState } from '../ui/EmptyState'
import { useShownCount } from '../ui/use-shown-count'
import { useUrlChoice } from '../ui/use-url-choice'
import { PageFrame } from './PageFrame'
import { SeriesPicker } from './SeriesPicker'
import { SizingPanel } from './SizingPanel'
import { SERIES_AT_ONCE } from './snapshot'
import type { Backstop, Series } from './snapshot'
import { StakePanel } from './StakePanel'
import { TermsPanel } from './TermsPanel'
import type { Person } from '../chain/use-person'
import { lazyPart } from '../ui/chunk'
import { Later } from '../ui/Later'
import { phaseOf } from './enums'

// Only where there are many.
const MoreSeries = lazyPart(() => import('./MoreSeries'))
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
  const [chosen, setChosen] = useUrlChoice('series')
  const [count, showMore] = useShownCount(SERIES_AT_ONCE)
  const onScreen = useCallback(
    (series: readonly Series[]) =>
      [...series.filter(({ id }) => `${id}` === chosen), ...stakeable(series).slice(0, count)].map(
        ({ id }) => id,
      ),
    [chosen, count],
  )
  return (
    <PageFrame
      title="Stake"
      lead="Stake USDT behind a bond series before its sale. It guarantees the Notes, and is paid for it."
      onScreen={onScreen}
    >
      {({ backstop, person }) => (
        <StakeView
          backstop={backstop}
          person={person}
          chosen={chosen}
          setChosen={setChosen}
          count={count}
          onMore={showMore}
        />
      )}
    </PageFrame>
  )
}

type StakeViewProps = {
  backstop: Backstop
  person: Person
  chosen: string | undefined
  setChosen: (id: string) => void
  count: number
  onMore: () => void
}

function StakeView({ backstop, person, chosen, setChosen, count, onMore }: StakeViewProps) {
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
      <SeriesPicker choices={choices.slice(0, count)} chosen={series} onChoose={choose} />
      {choices.length > count && (
        <Later waiting={null}>
          <MoreSeries shown={count} of={choices.length} othersSince={backstop.othersSince} onMore={onMore} />
        </Later>
      )}
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
