import { knownValue } from '../math/reading'
import type { Reading } from '../math/reading'
import { Button } from '../ui/Button'
import { lazyPart } from '../ui/chunk'
import { Later } from '../ui/Later'
import { Panel } from '../ui/Panel'
import { Skeleton } from '../ui/Skeleton'
import { stakeInQuestion } from './sizing'
import type { Backstop, Series } from './snapshot'
import type { TreasuryExtra } from './treasury-reads'
import { t } from '../words/t'

// More than the first view has room for.
const OutcomePanel = lazyPart(() => import('./OutcomePanel'))

type StakeOutcomeProps = {
  backstop: Backstop
  series: Series
  isShown: boolean
  /** Shares the form would add. */
  added: bigint
  mine: bigint
  treasuryBtc: Reading<bigint> | undefined
  onShow: () => void
  onExtra: (extra: TreasuryExtra) => void
}

/** What the stake can become. */
export function StakeOutcome(props: StakeOutcomeProps) {
  const { backstop, series, isShown, added, mine, treasuryBtc, onShow, onExtra } = props
  const { terms } = series
  const total = knownValue(series.state)?.totalShares
  if (total === undefined) return null
  if (!isShown)
    return (
      <Panel
        title={t`What a stake can become`}
        lead={t`Nothing used, the worst case, and any future between them, with the results of earlier series.`}
      >
        <Button size="small" onClick={onShow}>
          {t`Show outcomes and terms`}
        </Button>
      </Panel>
    )
  return (
    <Later waiting={<Skeleton className="h-96 w-full" />}>
      <OutcomePanel
        backstop={backstop}
        series={series}
        stake={stakeInQuestion(terms, total, mine, added)}
        treasuryBtc={treasuryBtc}
        onExtra={onExtra}
      />
    </Later>
  )
}
