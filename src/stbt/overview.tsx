import { useChainSeconds } from '../chain/use-block'
import type { Person } from '../chain/use-person'
import { displayAmount, exactText } from '../math/amount'
import { knownValue } from '../math/reading'
import { displayDateTime } from '../math/time'
import { DAY_SECONDS } from '../math/units'
import type { OverviewView, Todo } from '../system/overview'
import { par, worthDown } from '../system/worth'
import { Figure } from '../ui/Figure'
import { Stat, StatGrid } from '../ui/Stat'
import { isOver, permissionStatus } from './permission-view'
import { stbtUnit, wstbtUnit, type Permission, type Stbt } from './snapshot'
import { Unreadable } from './StbtFrame'
import { SupplyFigures } from './SupplyFigures'
import { useStbt } from './use-stbt'
import { worthOf } from './worth'

/** STBT at a glance; for a holder, the balance and how long it may be moved. */
export function useOverview({ account }: Person): OverviewView {
  const view = useStbt(account)
  const now = useChainSeconds()
  if (view.status !== 'ready') return view
  const { supply, totalShares } = view.readings
  if (!supply.isKnown && !totalShares.isKnown)
    return { status: 'error', reason: supply.reason, retry: () => window.location.reload() }
  const permission = knownValue(view.holder?.permission)
  const balance = knownValue(view.holder?.balance)
  const isWhole = permission !== undefined && balance !== undefined && now !== undefined
  return {
    status: 'ready',
    isStale: view.isStale,
    todos: isWhole ? permissionTodos(permission, balance, now) : [],
    ...(account !== undefined && { worth: worthOf(view) }),
    isWhole: account === undefined || isWhole,
    warning: <Unreadable state={view.state} />,
    figures:
      account === undefined ? (
        <SupplyFigures stbt={view} growth={undefined} isRead columns={2} />
      ) : (
        <MyFigures stbt={view} now={now} />
      ),
  }
}

/** A permission that ends within this time has to be renewed. */
const SOON = 14n * DAY_SECONDS

function permissionTodos(permission: Permission, balance: bigint, now: bigint): readonly Todo[] {
  const { expiry } = permission
  if (balance === 0n || expiry === 0n || isOver(permission, now) || expiry - now > SOON) return []
  return [
    {
      key: 'permission',
      what: 'Renew the permission for STBT',
      why: `It ends ${displayDateTime(expiry)}; then ${displayAmount(balance, 18)} STBT can’t be moved or redeemed.`,
      href: '/stbt?part=permission',
      action: 'Look',
      voidAt: expiry,
      usdWad: worthDown(balance, 18, par('STBT')),
    },
  ]
}

function MyFigures({ stbt, now }: { stbt: Stbt; now: bigint | undefined }) {
  const { holder } = stbt
  const permission = knownValue(holder?.permission)
  const status = permission && now !== undefined ? permissionStatus(permission, now) : undefined
  return (
    <StatGrid columns={3}>
      <Figure
        label="My STBT"
        reading={holder?.balance}
        format={(value) => displayAmount(value, 18)}
        full={(value) => exactText(value, stbtUnit)}
        unit="STBT"
      />
      <Figure
        label="My wSTBT"
        reading={holder?.wrapped}
        format={(value) => displayAmount(value, 18)}
        full={(value) => exactText(value, wstbtUnit)}
        unit="wSTBT"
      />
      <Stat label="Permission for STBT" {...(status && { hint: status.means })}>
        {status?.what ?? (holder && !holder.permission.isKnown ? 'Unavailable' : 'Not read yet')}
      </Stat>
    </StatGrid>
  )
}
