import type { Person } from '../chain/use-person'
import { amountText, displayAmount, exactText } from '../math/amount'
import { knownValue } from '../math/reading'
import { silosIn } from '../math/silos-figures'
import type { OverviewView, Todo } from '../system/overview'
import { Figure } from '../ui/Figure'
import { StatGrid } from '../ui/Stat'
import { closingOf } from './closing'
import { ReserveFigures } from './ReserveFigures'
import { Unreadable } from './SilosFrame'
import { usdcUnit, usdtzUnit, xtzUnit, type Holder, type Silos } from './snapshot'
import { useSilos } from './use-silos'

/** USDtz at a glance; for a holder, what is held and owed. */
export function useOverview({ account }: Person): OverviewView {
  const view = useSilos(account)
  if (view.status !== 'ready') return view
  const { holder, exitState } = view
  if (!exitState.isKnown)
    return { status: 'error', reason: exitState.reason, retry: () => window.location.reload() }
  const parts = holder ? [holder.usdtz, holder.owedUsd, holder.owedXtz] : []
  const isWhole = view.state.isKnown && (account === undefined || holder !== undefined)
  return {
    status: 'ready',
    isStale: view.isStale,
    todos: account === undefined ? [] : todosOf(view),
    isWhole: isWhole && parts.every(({ isKnown }) => isKnown),
    warning: <Unreadable state={view.state} />,
    figures:
      holder === undefined ? (
        view.state.isKnown && <ReserveFigures silos={view} state={view.state.value} />
      ) : (
        <MyFigures holder={holder} />
      ),
  }
}

/** What waits for the account, and for a trustee what anyone could do and nobody has done. rules.md S5, S8, S18 */
export function todosOf({ holder, state }: Pick<Silos, 'holder' | 'state'>): readonly Todo[] {
  const todo = (key: string, what: string, why: string, action: string): Todo => {
    return { key, what, why, href: '/silos/trustees', action }
  }
  const owed = [
    [knownValue(holder?.owedUsd) ?? 0n, usdcUnit],
    [knownValue(holder?.owedXtz) ?? 0n, xtzUnit],
  ] as const
  const claims = owed
    .filter(([amount]) => amount > 0n)
    .map(([amount, unit]) =>
      todo(unit.symbol, `Claim ${amountText(amount, unit)}`, 'It was credited by a distribution.', 'Claim'),
    )
  const known = knownValue(state)
  if (!known || knownValue(holder?.isTrustee) !== true) return claims
  const [, silo2] = silosIn(known)
  return [
    ...(silo2.standing === 'alarm'
      ? [todo('replenish', 'Replenish Silo 2', 'It is short; Silo 3 can buy XTZ for it.', 'Look')]
      : []),
    ...claims,
    ...(closingOf(known).kind === 'due'
      ? [
          todo(
            'cycle',
            `Close cycle ${known.cycle.number + 1n}`,
            'It has ended; anyone may close it.',
            'Look',
          ),
        ]
      : []),
  ]
}

function MyFigures({ holder }: { holder: Holder }) {
  const figures = [
    ['My USDtz', holder.usdtz, usdtzUnit],
    ['Owed in USDC', holder.owedUsd, usdcUnit],
    ['Owed in XTZ', holder.owedXtz, xtzUnit],
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
