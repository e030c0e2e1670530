import { useChainSeconds } from '../chain/use-block'
import type { Reading } from '../math/reading'
import { knownValue } from '../math/reading'
import { ErrorState } from '../ui/ErrorState'
import { Panel } from '../ui/Panel'
import { Skeleton } from '../ui/Skeleton'
import { ClaimForm } from './ClaimForm'
import { ClaimSources } from './ClaimSources'
import { ClaimTable } from './ClaimTable'
import { atSettlement, isReserveKnown, settlementAsDone, settlementIfNow, warrantsOf } from './claims-view'
import type { SettlementView } from './claims-view'
import { keeperActionsOf } from './keeper-action'
import { MaturityRehearsal } from './MaturityRehearsal'
import { PhaseBadge } from './PhaseBadge'
import { SettlementFigure } from './SettlementFigure'
import type { SettlementStage } from './SettlementFigure'
import type { Backstop, Position, Series, SeriesState } from './snapshot'
import { KeeperActionButtons } from './KeeperActionButton'
import type { Person } from '../chain/use-person'
import { useSettlementPrices } from './use-prices'
import { useClosedStakers } from './use-stakers'
import { phaseOf } from './enums'
import { stageOf } from './stage'
import { t } from '../words/t'

type ClaimPanelProps = {
  series: Series
  backstop: Backstop
  person: Person
  /** How many stakers this account has ranked already, should it have been interrupted. */
  ranked: Reading<bigint> | undefined
}

/** One series: what it owes the staker, and why. */
export function ClaimPanel(props: ClaimPanelProps) {
  const now = useChainSeconds()
  const { terms, state, position, name } = props.series
  if (!state.isKnown) return <ErrorState title={name} reason={state.reason} />
  if (position && !position.isKnown) return <ErrorState title={name} reason={position.reason} />
  return (
    <Panel
      title={name}
      lead={stageOf(terms, state.value, now).meaning}
      aside={<PhaseBadge series={props.series} state={state.value} />}
    >
      {position ? (
        <Known {...props} state={state.value} position={position.value} />
      ) : (
        <Skeleton className="h-40 w-full" />
      )}
    </Panel>
  )
}

type KnownProps = ClaimPanelProps & { state: SeriesState; position: Position }

function Known({ series, backstop, person, ranked, state, position }: KnownProps) {
  const phase = phaseOf(state)
  const keeperActions = keeperActionsOf(series, state)
  const isUnranked = state.isFinalized && state.warrantTotal > 0n && !state.isWarrantAllocationComplete
  const stakers = useClosedStakers(series, isUnranked)
  const result = phase === 'Settled' ? knownValue(series.settlement) : undefined
  const stage: SettlementStage = !result ? 'open' : result.fixedAt === 0n ? 'settled' : 'fixed'
  const isOpenEnded = phase === 'Tenor' || phase === 'Matured'
  const needsPrices = (isOpenEnded || stage === 'settled') && isReserveKnown(series.terms, state)
  const { end, prices } = useSettlementPrices(series, backstop.timestamp, needsPrices)
  const settlement: SettlementView | undefined =
    stage === 'fixed'
      ? result && settlementAsDone(state, result, position)
      : needsPrices && prices?.isKnown
        ? settlementIfNow(series.terms, result ? atSettlement(state, result) : state, position, prices.value)
        : undefined
  const warrants =
    isUnranked && stakers && person.account
      ? warrantsOf(person.account, state.warrantTotal, stakers, state.totalShares)
      : position.warrants
  return (
    <div className="grid gap-5">
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid gap-3">
          <ClaimTable
            terms={series.terms}
            state={state}
            position={position}
            settlement={stage === 'fixed' ? settlement : undefined}
            warrants={isUnranked && !stakers ? undefined : warrants}
          />
          <ClaimSources series={series} />
        </div>
        <div className="grid gap-4">
          <ClaimForm
            series={series}
            usdt={backstop.usdt}
            person={person}
            state={state}
            position={position}
            stakers={isUnranked ? stakers : []}
            alreadyRanked={knownValue(ranked) ?? 0n}
          />
          {keeperActions.length > 0 && (
            <div className="border-t pt-4">
              <KeeperActionButtons
                keeperActions={keeperActions}
                series={series}
                usdt={backstop.usdt}
                person={person}
                state={state}
              />
            </div>
          )}
        </div>
      </div>
      {needsPrices && prices && !prices.isKnown && (
        <ErrorState
          title={
            stage === 'settled'
              ? t`What the compensation will be is not known`
              : t`What settling now would pay is not known`
          }
          reason={prices.reason}
        />
      )}
      {settlement && (
        <SettlementFigure
          view={settlement}
          terms={series.terms}
          priceEnd={phase === 'Settled' ? series.terms.maturity : end}
          stage={stage}
        />
      )}
      {isOpenEnded && person.account !== undefined && (
        <MaturityRehearsal series={series} account={person.account} state={state} />
      )}
    </div>
  )
}
