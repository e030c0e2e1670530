import { lazy, Suspense } from 'react'

import { PageFrame } from '../backstop/PageFrame'
import type { Backstop } from '../backstop/snapshot'
import { useNetwork } from '../chain/network'
import type { Person } from '../chain/use-person'
import { splitOf, totalOf } from '../backstop/view'
import type { StakeSplit, Total } from '../backstop/view'
import { usdt } from '../math/tether'
import { phaseOf } from '../backstop/enums'
import { knownValue } from '../math/reading'
import { Badge } from '../ui/Badge'
import { Panel } from '../ui/Panel'
import { Skeleton } from '../ui/Skeleton'
import { Stat, StatGrid } from '../ui/Stat'
import { SeriesTable } from './SeriesTable'
import { TodoList } from './TodoList'
import { todosOf } from './todos'
import type { Todo } from './todos'

// The vault’s own arithmetic loads after what the Backstop has to say.
const VaultPanel = lazy(() => import('./VaultPanel'))

export default function OverviewPage() {
  return (
    <PageFrame
      title="Overview"
      lead="Stakers put USDT behind bond series, so that every Note can be repaid. What is not needed comes back; what is used is made up for."
    >
      {({ backstop, person }) => <Overview backstop={backstop} person={person} />}
    </PageFrame>
  )
}

function Overview({ backstop, person }: { backstop: Backstop; person: Person }) {
  const isConnected = person.account !== undefined
  const { musdtVault } = useNetwork().contracts
  return (
    <>
      {isConnected ? <MyTotals backstop={backstop} /> : <AllTotals backstop={backstop} />}
      {isConnected && <Todos todos={todosOf(backstop.series)} />}
      {musdtVault !== undefined && (
        <Suspense
          fallback={
            <Panel title="mUSDT vault">
              <Skeleton className="h-24 w-full" />
            </Panel>
          }
        >
          <VaultPanel address={musdtVault} account={person.account} />
        </Suspense>
      )}
      <Panel title="Series">
        <SeriesTable series={backstop.series} isMine={isConnected} />
      </Panel>
    </>
  )
}

/** For a newcomer: what is here, live. */
function AllTotals({ backstop }: { backstop: Backstop }) {
  const states = backstop.series.map(({ state }) => knownValue(state))
  const isWhole = backstop.unreadable.length === 0
  const sum = (pick: (state: NonNullable<(typeof states)[number]>) => bigint): Total => {
    const { value, isComplete } = totalOf(states.map((state) => state && pick(state)))
    return { value, isComplete: isComplete && isWhole }
  }
  const open = states.filter((state) => state && phaseOf(state) === 'Staking').length
  return (
    <StatGrid>
      <Sum label="Staked in all series" total={sum((state) => state.totalShares)} />
      <Sum label="Notes outstanding" total={sum((state) => state.outstandingUsdt)} />
      <Sum label="Released to stakers" total={sum((state) => state.totalShares - state.requiredUsdt)} />
      <Stat label="Open for staking">{open === 1 ? '1 series' : `${open} series`}</Stat>
    </StatGrid>
  )
}

function MyTotals({ backstop }: { backstop: Backstop }) {
  const splits = backstop.series.map(splitOf)
  const isWhole = backstop.unreadable.length === 0
  const sum = (part: keyof StakeSplit): Total => {
    const { value, isComplete } = totalOf(splits.map((split) => split?.[part]))
    return { value, isComplete: isComplete && isWhole }
  }
  return (
    <StatGrid>
      <Sum label="My stakes" total={sum('staked')} />
      <Sum label="Locked" total={sum('locked')} />
      <Sum label="Withdrawn" total={sum('withdrawn')} />
      <Sum label="Claimable USDT" total={sum('claimable')} />
    </StatGrid>
  )
}

function Sum({ label, total }: { label: string; total: Total }) {
  return (
    <Stat label={label}>
      {usdt(total.value)} {!total.isComplete && <Badge tone="warn">Incomplete</Badge>}
    </Stat>
  )
}

function Todos({ todos }: { todos: readonly Todo[] }) {
  return (
    <Panel title="What you can do now">
      {todos.length === 0 ? (
        <p className="text-sm text-muted">Nothing waits for you. What is released or paid in appears here.</p>
      ) : (
        <TodoList todos={todos} />
      )}
    </Panel>
  )
}
