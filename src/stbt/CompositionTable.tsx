import { displayAmount, displayRatio } from '../math/amount'
import { newYorkDay } from '../math/stbt-days'
import { Badge } from '../ui/Badge'
import { Table, type Column } from '../ui/Table'
import { dateText } from './format'
import { assets, offPolicy, type Composition, type Holding, type Policy } from './policy'
import { plural, t } from '../words/t'

type CompositionTableProps = { policy: Policy; now: bigint }

/** What the issuer says it holds: dated, and apart from everything that the chain says. rules.md T17 */
export function CompositionTable({ policy, now }: CompositionTableProps) {
  const { composition } = policy
  if (!composition || composition.holdings.length === 0)
    return (
      <p className="mt-6 border-t pt-4 text-xs text-muted">
        {t`What the portfolio is made of is not named for this deployment. The issuer’s documents may say it.`}
      </p>
    )
  const { asOf, holdings } = composition
  const total = holdings.reduce((sum, { usd }) => sum + usd, 0n)
  const age = newYorkDay(now) - asOf
  return (
    <div className="mt-6 border-t pt-4">
      <Table
        caption={
          age > 0n
            ? t`Portfolio, as the issuer reported it on ${dateText(asOf)} (${plural(age, '{n} day', '{n} days')} ago): not on chain`
            : t`Portfolio, as the issuer reported it on ${dateText(asOf)}: not on chain`
        }
        columns={columnsOf(composition, policy, total)}
        rows={holdings}
        getKey={(holding) => holdings.indexOf(holding)}
      />
      <p className="mt-2 text-xs text-muted">
        {t`${displayAmount(total, 18, { maxFractionDigits: 0 })} USD in all. It is of another moment than the supply above: the two are not to be set against each other.`}
      </p>
    </div>
  )
}

function columnsOf(composition: Composition, policy: Policy, total: bigint): readonly Column<Holding>[] {
  return [
    {
      header: t`Asset`,
      isRowHeader: true,
      cell: (holding) => {
        const problem = offPolicy(holding, composition, policy)
        return (
          <>
            <span className="block">{assets[holding.asset]}</span>
            <span className="block text-xs font-normal text-muted">{holding.name}</span>
            {problem !== undefined && <Badge tone="warn">{problem}</Badge>}
          </>
        )
      },
    },
    { header: t`Matures`, cell: ({ matures }) => (matures === undefined ? '–' : dateText(matures)) },
    { header: 'USD', align: 'end', cell: ({ usd }) => displayAmount(usd, 18, { maxFractionDigits: 0 }) },
    { header: t`Part`, align: 'end', cell: ({ usd }) => displayRatio(usd, total) },
  ]
}
