import { Link } from 'wouter'

import { PageFrame } from '../backstop/PageFrame'
import type { Backstop } from '../backstop/snapshot'
import type { Person } from '../chain/use-person'
import { splitOf, totalOf } from '../backstop/view'
import type { StakeSplit, Total } from '../backstop/view'
import { usdt } from '../math/tether'
import { phaseOf } from '../backstop/words'
import { knownValue } from '../math/reading'
import { Badge } from '../ui/Badge'
import { Panel } from '../ui/Panel'
import { Stat, StatGrid } from '../ui/Stat'
import { SeriesTable } from './SeriesTable'
import { todosOf } from './todos'
import type { Todo } from './todos'

export default function OverviewPage() {
  return (
    <PageFrame
      title="Overview"
      lead="Stakers put USDT behind bond series, so that every Note can be repaid. What is not needed comes back; what is used is made up for."
    >
      {(backstop, person) => <Overview backstop={backstop} person={person} />}
    </PageFrame>
  )
}

function Overview({ backstop, person }: { backstop: Backstop; person: Person }) {
  const isConnected = person.account !== undefined
  return (
    <>
      {isConnected ? <MyTotals backstop={backstop} /> : <AllTotals backstop={backstop} />}
      {isConnected && <Todos todos={todosOf(backstop.series)} />}
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
        <ul className="-my-2 divide-y divide-line">
          {todos.map(({ key, what, why, href, action }) => (
            <li key={key} className="flex items-center justify-between gap-4 py-2.5">
              <span className="min-w-0">
                <span className="font-medium">{what}</span>
                <span className="block text-xs text-muted">{why}</span>
              </span>
              <Link
                href={href}
                aria-label={`${action}: ${what}, ${why}`}
                className="inline-flex min-h-11 items-center rounded-md border border-line-strong/60 px-3 text-sm font-medium whitespace-nowrap hover:bg-sunken sm:min-h-9"
              >
                {action}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
