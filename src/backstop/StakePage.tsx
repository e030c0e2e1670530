import { useCallback, useEffect, useState, useDeferredValue } from 'react'
import { Link } from 'wouter'

import type { Reading } from '../math/reading'
import { knownValue } from '../math/reading'
import { Callout } from '../ui/Callout'
import { EmptyState } from '../ui/EmptyState'
import { useShownCount } from '../ui/use-shown-count'
import { useUrlChoice } from '../ui/use-url-choice'
import { isClosed, pickOf, stakeable } from './open-series'
import type { Pick } from './open-series'
import { PageFrame } from './PageFrame'
import { SeriesPicker } from './SeriesPicker'
import { SizingPanel } from './SizingPanel'
import { SERIES_AT_ONCE } from './snapshot'
import type { Backstop, Series } from './snapshot'
import { StakePanel } from './StakePanel'
import { StakeOutcome } from './StakeOutcome'
import type { TreasuryExtra } from './treasury-reads'
import type { Person } from '../chain/use-person'
import { lazyPart } from '../ui/chunk'
import { Later } from '../ui/Later'
import { rich } from '../words/rich'
import { t } from '../words/t'

// Only where there are many.
const MoreSeries = lazyPart(() => import('./MoreSeries'))
// More than the first view has room for.
const TermsPanel = lazyPart(async () => ({ default: (await import('./TermsPanel')).TermsPanel }))
// Only a staker needs it.
const UnstakePanel = lazyPart(async () => ({ default: (await import('./UnstakePanel')).UnstakePanel }))

const link = 'font-medium text-accent underline-offset-2 hover:underline'

export default function StakePage() {
  const [chosen, setChosen] = useUrlChoice('series')
  // What is on screen stays there when its window closes.
  const [shown, setShown] = useState<string>()
  const [count, showMore] = useShownCount(SERIES_AT_ONCE)
  const [extra, setExtra] = useState<TreasuryExtra>()
  const onScreen = useCallback(
    (series: readonly Series[]) =>
      [
        ...series.filter(({ id }) => `${id}` === chosen || `${id}` === shown),
        ...stakeable(series).slice(0, count),
      ].map(({ id }) => id),
    [chosen, shown, count],
  )
  return (
    <PageFrame
      title={t`Stake`}
      lead={t`Put USDT behind a bond before it is sold. You get a share of the sale; your stake may be used to repay the bond.`}
      onScreen={onScreen}
      {...(extra && { extra })}
    >
      {({ backstop, person, extra: read }) => {
        const pick = pickOf(backstop.series, [chosen, shown])
        return pick ? (
          <StakeView
            backstop={backstop}
            person={person}
            pick={pick}
            treasuryBtc={read?.treasuryBtc}
            count={count}
            onMore={showMore}
            onChoose={setChosen}
            onShown={setShown}
            onExtra={setExtra}
          />
        ) : (
          <EmptyState
            title={t`No series is open for staking`}
            action={
              <Link href="/" className={link}>
                {t`See all series`}
              </Link>
            }
          >
            {t`The next one appears here as soon as it is announced on chain.`}
          </EmptyState>
        )
      }}
    </PageFrame>
  )
}

type StakeViewProps = {
  backstop: Backstop
  person: Person
  pick: Pick
  treasuryBtc: Reading<bigint> | undefined
  count: number
  onMore: () => void
  onChoose: (id: string) => void
  onShown: (id: string) => void
  onExtra: (extra: TreasuryExtra) => void
}

function StakeView(props: StakeViewProps) {
  const { backstop, person, pick, treasuryBtc, count, onMore, onChoose, onShown, onExtra } = props
  const { series, choices } = pick
  const [written, setWritten] = useState({ id: series.id, shares: 0n })
  const isKept = backstop.ageSeconds !== undefined
  // Not what the last visit chose by itself.
  useEffect(() => {
    if (!isKept) onShown(`${series.id}`)
  }, [isKept, series.id, onShown])
  const setChange = (shares: bigint) => setWritten({ id: series.id, shares })
  // An addition belongs to its series, and to the time in which it could be made.
  const change = written.id === series.id && !isClosed(series) ? written.shares : 0n
  const shares = (series.position && knownValue(series.position)?.shares) ?? 0n
  const [isShown, setIsShown] = useState(false)
  // For who is connected or has typed an amount, and for who asks; once there it stays.
  if (!isShown && (person.account !== undefined || change > 0n)) setIsShown(true)
  const form = { series, usdt: backstop.usdt, person, onChange: setChange }
  // The figures one chooses by are drawn first: on a slow phone the rest takes longer than they do.
  const isWhole = useDeferredValue(true, false)
  const onward = (
    <Link href={`/series/${series.id}`} className={link}>
      {t`how it goes on`}
    </Link>
  )
  return (
    <>
      <SeriesPicker choices={choices.slice(0, count)} chosen={series} onChoose={(id) => onChoose(`${id}`)} />
      {choices.length > count && (
        <Later waiting={null}>
          <MoreSeries shown={count} of={choices.length} othersSince={backstop.othersSince} onMore={onMore} />
        </Later>
      )}
      {isClosed(series) && (
        <Callout tone="warn" title={t`Staking in ${series.name} has closed`}>
          {choices.length > 1
            ? rich`Nothing more can be staked in it, or taken back before the sale is finalized. Choose another series above, or see ${onward}.`
            : rich`Nothing more can be staked in it, or taken back before the sale is finalized. See ${onward}.`}
        </Callout>
      )}
      {!isWhole && <div className="min-h-dvh" />}
      {isWhole && (
        <div className="grid items-start gap-4 lg:grid-cols-[23rem_minmax(0,1fr)]">
          <div className="grid min-w-0 gap-4">
            <StakePanel key={`stake ${series.id}`} {...form} />
            {shares > 0n && (
              <Later waiting={null}>
                <UnstakePanel key={`unstake ${series.id}`} {...form} />
              </Later>
            )}
          </div>
          <div className="grid min-w-0 gap-4">
            <StakeOutcome
              key={`outcome ${series.id}`}
              backstop={backstop}
              series={series}
              isShown={isShown}
              onShow={() => setIsShown(true)}
              added={change > 0n ? change : 0n}
              mine={shares}
              treasuryBtc={treasuryBtc}
              onExtra={onExtra}
            />
            <SizingPanel series={series} change={change} />
            {isShown && (
              <Later waiting={null}>
                <TermsPanel series={series} />
              </Later>
            )}
          </div>
        </div>
      )}
    </>
  )
}
