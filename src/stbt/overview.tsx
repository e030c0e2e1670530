import type { Address } from 'viem'

import { useChainSeconds } from '../chain/use-block'
import { displayAmount, exactText } from '../math/amount'
import { knownValue } from '../math/reading'
import type { OverviewView } from '../system/overview'
import { Figure } from '../ui/Figure'
import { Stat, StatGrid } from '../ui/Stat'
import { Income } from './Income'
import { permissionStatus } from './permission-view'
import { reportOf } from './report'
import { stbtUnit, wstbtUnit, type Stbt } from './snapshot'
import { Unreadable } from './StbtFrame'
import { useStbt } from './use-stbt'
import { t } from '../words/t'

/** What the account holds of STBT, and how long it may be moved. */
export function useOverview(account: Address): OverviewView {
  const view = useStbt(account)
  const now = useChainSeconds()
  if (view.status !== 'ready') return view
  const { supply, totalShares } = view.readings
  if (!supply.isKnown && !totalShares.isKnown)
    return { status: 'error', reason: supply.reason, retry: () => window.location.reload() }
  return {
    status: 'ready',
    isStale: view.isStale,
    ...reportOf(view, now),
    ...(view.holder?.balance.isKnown &&
      view.state.isKnown && {
        income: <Income stbt={view} kind={view.state.value.kind} account={account} />,
      }),
    warning: <Unreadable state={view.state} />,
    figures: <MyFigures stbt={view} now={now} />,
  }
}

function MyFigures({ stbt, now }: { stbt: Stbt; now: bigint | undefined }) {
  const { holder } = stbt
  const permission = knownValue(holder?.permission)
  const status = permission && now !== undefined ? permissionStatus(permission, now) : undefined
  return (
    <StatGrid columns={3}>
      <Figure
        label={t`My STBT`}
        reading={holder?.balance}
        format={(value) => displayAmount(value, 18)}
        full={(value) => exactText(value, stbtUnit)}
        unit="STBT"
      />
      <Figure
        label={t`My wSTBT`}
        reading={holder?.wrapped}
        format={(value) => displayAmount(value, 18)}
        full={(value) => exactText(value, wstbtUnit)}
        unit="wSTBT"
      />
      <Stat label={t`Permission for STBT`} {...(status && { hint: status.means })}>
        {status?.what ?? (holder && !holder.permission.isKnown ? t`Unavailable` : t`Not read yet`)}
      </Stat>
    </StatGrid>
  )
}
