import { Link } from 'wouter'

import { useNetwork } from '../chain/network'
import { displayRatio } from '../math/amount'
import { AddressText } from '../ui/AddressText'
import { lazyPart } from '../ui/chunk'
import { Later } from '../ui/Later'
import { ErrorState } from '../ui/ErrorState'
import { Panel } from '../ui/Panel'
import { Skeleton } from '../ui/Skeleton'
import { BondPanel } from './BondPanel'
import { keeperActionsOf } from './keeper-action'
import { HoldersPanel } from './HoldersPanel'
import { SeriesFigures } from './SeriesFigures'
import { SeriesTimeline } from './SeriesTimeline'
import type { Known, SeriesReadings } from './series-reads'
import type { UsdtFacts } from '../chain/usdt'
import type { Series } from './snapshot'
import { SplitBar } from './SplitBar'
import { TermsPanel } from './TermsPanel'
import { KeeperActionButtons } from './KeeperActionButton'
import type { Person } from '../chain/use-person'
import { splitOf } from './view'
import { usdt as usdtText } from '../math/tether'
import { phaseOf } from './enums'
import { rich } from '../words/rich'
import { t } from '../words/t'

const ReleaseHistory = lazyPart(() => import('./ReleaseHistory'))

export type SeriesViewProps = {
  series: Series
  usdt: UsdtFacts
  person: Person
  readings: SeriesReadings | undefined
  known: Known
  onMoreTokens: () => void
  onMoreStakers: () => void
}

export function SeriesView(props: SeriesViewProps) {
  const { series, usdt, person, readings, known, onMoreTokens, onMoreStakers } = props
  if (!series.state.isKnown) return <ErrorState title={series.name} reason={series.state.reason} />
  const state = series.state.value
  const keeperActions = keeperActionsOf(series, state)
  return (
    <>
      <SeriesTimeline series={series} state={state} />
      <SeriesFigures series={series} />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_23rem]">
        <div className="grid min-w-0 gap-4">
          {state.isFinalized && (
            <Panel
              title={t`Required backstop over time`}
              lead={t`It never rises. What it loses is the stakers’ again.`}
            >
              <Later waiting={<Skeleton className="h-56 w-full" />}>
                <ReleaseHistory series={series} />
              </Later>
            </Panel>
          )}
          <HoldersPanel
            series={series}
            state={state}
            readings={readings?.stakers}
            onMore={onMoreStakers}
            known={known.stakers}
            account={person.account}
          />
        </div>
        <div className="grid min-w-0 gap-4">
          <MyStake series={series} />
          <BondPanel
            series={series}
            state={state}
            usdt={usdt}
            person={person}
            readings={readings}
            onMoreTokens={onMoreTokens}
          />
          {keeperActions.length > 0 && (
            <Panel title={t`For anyone to do`} part="duties">
              <KeeperActionButtons
                keeperActions={keeperActions}
                series={series}
                usdt={usdt}
                person={person}
                state={state}
              />
            </Panel>
          )}
          <ContractsPanel series={series} />
        </div>
      </div>
      <TermsPanel series={series} isWide />
    </>
  )
}

/** The account's part in one line, and where to act on it. */
function MyStake({ series }: { series: Series }) {
  const split = splitOf(series)
  if (!series.state.isKnown) return null
  const link = 'font-medium text-accent underline-offset-2 hover:underline'
  const canStake = phaseOf(series.state.value) === 'Staking'
  const toStake = (
    <Link href={`/stake?series=${series.id}`} className={link}>
      {t`Stake in ${series.name}`}
    </Link>
  )
  if (!split || split.staked === 0n)
    return canStake ? (
      <Panel title={t`Open for staking`}>
        <p className="text-sm">{toStake}</p>
      </Panel>
    ) : null
  return (
    <Panel
      title={t`My stake`}
      aside={
        <span className="text-xs text-muted">
          {t`${displayRatio(split.staked, series.state.value.totalShares)} of the pool`}
        </span>
      }
    >
      <div className="grid gap-3">
        <SplitBar split={split} />
        <p className="text-sm">
          {rich`${(<span className="font-medium">{usdtText(split.staked)}</span>)} staked, ${(<span className="font-medium">{usdtText(split.claimable)}</span>)} claimable.`}
        </p>
        <p className="flex gap-4 text-sm">
          {canStake && toStake}
          <Link href="/withdraw" className={link}>
            {t`Withdraw`}
          </Link>
          <Link href="/claims" className={link}>
            {t`Claims`}
          </Link>
        </p>
      </div>
    </Panel>
  )
}

/** Addresses to compare with an explorer. */
function ContractsPanel({ series }: { series: Series }) {
  const network = useNetwork()
  const { series: itself, pool, ledger, note, warrant } = series.addresses
  const rows = [
    [t`Series`, itself],
    [t`Backstop pool`, pool],
    [t`Ledger`, ledger],
    [t`Notes`, note],
    [t`Warrants`, warrant],
  ] as const
  return (
    <Panel title={t`Contracts`} lead={t`Its own: nothing moves between series.`}>
      <dl className="grid gap-1 text-sm">
        {rows.map(([name, address]) => (
          <div key={name} className="flex items-center justify-between gap-3">
            <dt className="text-muted">{name}</dt>
            <dd>
              <AddressText address={address} explorerUrl={network.explorerUrl} />
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}
