import type { Address } from 'viem'

import { displayAmount, exactText } from '../math/amount'
import { knownValue } from '../math/reading'
import type { OverviewView } from '../system/overview'
import { Figure } from '../ui/Figure'
import { StatGrid } from '../ui/Stat'
import { PAGE, proposalOf } from './proposals'
import { reportOf } from './report'
import { ReserveFigures } from './ReserveFigures'
import { Unreadable } from './SilosFrame'
import { usdcUnit, usdtzUnit, xtzUnit, type Holder } from './snapshot'
import { useProposals } from './use-proposals'
import { useSilos } from './use-silos'
import { t } from '../words/t'

/** What the account holds of USDtz, and what it is owed. */
export function useOverview(account: Address): OverviewView {
  const view = useSilos(account)
  const isTrustee = view.status === 'ready' && knownValue(view.holder?.isTrustee) === true
  const votes = useProposals(isTrustee ? view : undefined, account, PAGE)
  if (view.status !== 'ready') return view
  const { holder, exitState } = view
  if (!exitState.isKnown)
    return { status: 'error', reason: exitState.reason, retry: () => window.location.reload() }
  const told = votes.status === 'ready' ? votes.snapshot.data.proposals.map(proposalOf) : undefined
  return {
    status: 'ready',
    isStale: view.isStale,
    ...reportOf(view, isTrustee ? told : []),
    warning: <Unreadable state={view.state} />,
    figures:
      holder === undefined ? (
        view.state.isKnown && <ReserveFigures silos={view} state={view.state.value} />
      ) : (
        <MyFigures holder={holder} />
      ),
  }
}

function MyFigures({ holder }: { holder: Holder }) {
  const figures = [
    [t`My USDtz`, holder.usdtz, usdtzUnit],
    [t`Owed in USDC`, holder.owedUsd, usdcUnit],
    [t`Owed in XTZ`, holder.owedXtz, xtzUnit],
  ] as const
  return (
    <StatGrid columns={3}>
      {figures.map(([label, reading, unit]) => (
        <Figure
          key={label}
          label={label}
          reading={reading}
          format={(value) => displayAmount(value, 6)}
          full={(value) => exactText(value, unit)}
          unit={unit.symbol}
        />
      ))}
    </StatGrid>
  )
}
