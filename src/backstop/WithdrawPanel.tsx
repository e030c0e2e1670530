import { useChainSeconds } from '../chain/use-block'
import { useState } from 'react'
import { Link } from 'wouter'

import { mapReading } from '../math/reading'
import { Button } from '../ui/Button'
import { lazyPart } from '../ui/chunk'
import { Later } from '../ui/Later'
import { ErrorState } from '../ui/ErrorState'
import { Figure } from '../ui/Figure'
import { Panel } from '../ui/Panel'
import { Skeleton } from '../ui/Skeleton'
import { PhaseBadge } from './PhaseBadge'
import type { UsdtFacts } from '../chain/usdt'
import type { Series } from './snapshot'
import { KeyedFigure, SplitBar } from './SplitBar'
import type { Person } from '../chain/use-person'
import { joinReadings } from '../math/reading'
import { stakeSplit } from './view'
import type { StakeSplit } from './view'
import { WithdrawForm } from './WithdrawForm'
import { exactUsdt, usdt as usdtText } from '../math/tether'
import { phaseOf } from './enums'
import type { Phase } from './enums'
import { lockedMeaning, stageOf } from './stage'
import { t } from '../words/t'

const ReleaseHistory = lazyPart(() => import('./ReleaseHistory'))

type WithdrawPanelProps = { series: Series; usdt: UsdtFacts; person: Person }

/** One series: where the stake is, what is free, and how it became free. */
export function WithdrawPanel({ series, usdt, person }: WithdrawPanelProps) {
  const now = useChainSeconds()
  const { terms, state, position } = series
  if (!state.isKnown) return <ErrorState title={series.name} reason={state.reason} />
  const split = position && joinReadings(position, state, (mine, all) => stakeSplit(all, mine))
  const phase = phaseOf(state.value)
  return (
    <Panel
      title={series.name}
      lead={stageOf(terms, state.value, now).meaning}
      aside={<Aside series={series} />}
    >
      <div className="grid items-start gap-x-6 gap-y-4 lg:grid-cols-[minmax(0,1fr)_20rem] lg:grid-rows-[auto_1fr]">
        <div className="grid min-w-0 gap-4">
          {split?.isKnown ? <SplitBar split={split.value} /> : <Skeleton className="h-4 w-full" />}
          <SplitFigures split={split} phase={phase} />
        </div>
        <div className="lg:col-start-2 lg:row-span-2 lg:row-start-1">
          <WithdrawForm series={series} usdt={usdt} person={person} />
        </div>
        <Releases series={series} />
      </div>
    </Panel>
  )
}

type SplitReading = ReturnType<typeof joinReadings<unknown, unknown, StakeSplit>>

function SplitFigures({ split, phase }: { split: SplitReading | undefined; phase: Phase }) {
  const part = (name: keyof StakeSplit) => split && mapReading(split, (value) => value[name])
  const format = { format: usdtText, full: exactUsdt }
  return (
    <div className="side-by-side gap-x-4 gap-y-3 sm:grid sm:grid-cols-3">
      <KeyedFigure part="claimable">
        <Figure
          label={t`Claimable`}
          formula={{ rule: 'B7', text: t`Released − withdrawn` }}
          reading={part('claimable')}
          {...format}
          hint={t`Yours to take now`}
        />
      </KeyedFigure>
      <KeyedFigure part="withdrawn">
        <Figure label={t`Withdrawn`} reading={part('withdrawn')} {...format} hint={t`Already taken`} />
      </KeyedFigure>
      {phase === 'Settled' ? (
        <KeyedFigure part="used">
          <Figure
            label={t`Used`}
            formula={{ rule: 'B11', text: t`Staked − released` }}
            reading={part('used')}
            {...format}
            hint={t`Paid Notes; see Claims`}
          />
        </KeyedFigure>
      ) : (
        <KeyedFigure part="locked">
          <Figure
            label={t`Locked`}
            formula={{ rule: 'B7', text: t`Staked − released` }}
            reading={part('locked')}
            {...format}
            hint={lockedMeaning[phase]}
          />
        </KeyedFigure>
      )}
      <Figure
        label={t`Released`}
        formula={{
          rule: 'B7',
          text: t`Staked × (all shares − required backstop) ÷ all shares, rounded down`,
        }}
        reading={part('released')}
        {...format}
        hint={t`In all, so far`}
      />
      <Figure label={t`Staked`} reading={part('staked')} {...format} hint={t`One share per USDT`} />
    </div>
  )
}

function Aside({ series }: { series: Series }) {
  return (
    <span className="flex items-center gap-3 text-xs">
      {series.state.isKnown && <PhaseBadge series={series} state={series.state.value} />}
      <Link href={`/series/${series.id}`} className="text-accent underline-offset-2 hover:underline">
        {t`Whole series`}
      </Link>
    </span>
  )
}

/** Events are only read for those who ask. */
function Releases({ series }: { series: Series }) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <div className="grid min-w-0 gap-2">
      <div>
        <Button size="small" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {t`What released it, and when`}
        </Button>
      </div>
      {isOpen && (
        <Later waiting={<Skeleton className="h-56 w-full" />}>
          <ReleaseHistory series={series} />
        </Later>
      )}
    </div>
  )
}
