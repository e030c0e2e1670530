import type { Staker } from '../math/backstop-warrants'
import type { Person } from '../chain/use-person'
import { useChainSeconds } from '../chain/use-block'
import { useActionForm } from '../form/use-action-form'
import { displayAmount } from '../math/amount'
import { knownValue, type Reading } from '../math/reading'
import { pricesText } from '../system/worth-text'
import { claimGates } from './claim-gates'
import { EachStakers } from './EachStakers'
import { kinds } from './kinds'
import { claimAll, RANKING_BATCH, type Claim } from './plans'
import { rankedClaim } from './ranked-claim'
import { dueOf, mayRank } from './series-rows'
import type { Backstop, Series } from './snapshot'
import { TakeAll } from './TakeAll'
import { usePlanContextFor } from './use-plan-context'
import { useUsdPrices } from './use-usd-prices'
import { claimParts, claimTotal, isNothing } from './view'
import { usdOf } from './worth'
import { inRow, t } from '../words/t'

type ClaimTotalsProps = {
  backstop: Backstop
  series: readonly Series[]
  person: Person
  /** By series, how many stakers the account has ranked already. */
  ranked: readonly (Reading<bigint> | undefined)[] | undefined
}

/** What all series owe the account now, and one plan that claims it. */
export function ClaimTotals(props: ClaimTotalsProps) {
  const few = props.series.filter((one) => isUnranked(one) && isOneBatch(one))
  return <EachStakers series={few}>{(stakersOf) => <Totals {...props} stakersOf={stakersOf} />}</EachStakers>
}

function isUnranked(series: Series): boolean {
  const state = knownValue(series.state)
  return state !== undefined && mayRank(series, state)
}

/** Whose warrants are allocated by one transaction more; where there are more stakers the row itself does it. */
function isOneBatch({ state }: Series): boolean {
  return (knownValue(state)?.stakerCount ?? 0n) <= BigInt(RANKING_BATCH)
}

type TotalsProps = ClaimTotalsProps & { stakersOf: ReadonlyMap<number, readonly Staker[]> }

function Totals({ backstop, series, person, ranked, stakersOf }: TotalsProps) {
  const contextFor = usePlanContextFor(person, backstop.usdt)
  const claims = series.map((one) => {
    const [due, state] = [dueOf(one), knownValue(one.state)]
    if (!due || !state) return undefined
    const alreadyRanked = knownValue(ranked?.[one.id]) ?? 0n
    return rankedClaim(due, state, stakersOf.get(one.id) ?? [], person.account, alreadyRanked)
  })
  const total = claimTotal(claims.flatMap((claim) => (claim ? [claim.due] : [])))
  const unranked = series.filter((one) => isUnranked(one) && !stakersOf.has(one.id))
  const parts = series.flatMap((one, index) => {
    const [context, claim] = [contextFor(one), claims[index]]
    return context && claim && !isNothing(claim.due) ? [{ context, ...claim }] : []
  })
  const [first, ...rest] = parts
  const form = useActionForm({
    person,
    kind: [kinds.claimAll, kinds.claim],
    context: first,
    gates: claimGates(total, backstop.usdt, { kind: 'self' }),
    plan: (part) => claimAll([part, ...rest]),
  })
  const count = parts.length + parts.filter(({ stakersInOrder }) => stakersInOrder.length > 0).length
  return (
    <TakeAll
      label={t`You can claim now`}
      parts={claimParts(total)}
      isComplete={backstop.unreadable.length === 0 && claims.every((claim) => claim !== undefined)}
      {...(series.length > 1 && { action: { label: t`Claim all`, count, ...form } })}
    >
      <Worth total={total} backstop={backstop} />
      {unranked.length > 0 && (
        <p className="text-xs text-muted">{t`Not counted: warrants of ${inRow(unranked.map(({ name }) => name))}, which have to be allocated first. Claiming there by itself does it.`}</p>
      )}
    </TakeAll>
  )
}

/** The sum in USD, and at which prices; nothing where all of it is USDT, or a price is not known. */
function Worth({ total, backstop }: { total: Claim; backstop: Backstop }) {
  const now = useChainSeconds()
  const prices = useUsdPrices(backstop)
  const { usdtAmount, mstrAmount, btcAmount, warrants } = total
  const amounts = [['USDT', usdtAmount], ['MSTR', mstrAmount], ['BTC', btcAmount]] as const // prettier-ignore
  if (mstrAmount + btcAmount === 0n) return null
  const usdWad = usdOf(amounts, prices)
  if (usdWad === undefined)
    return (
      <p className="text-xs text-muted">{t`What it is worth in USD is not known: a price is missing.`}</p>
    )
  const counted = amounts.flatMap(([symbol, amount]) =>
    amount > 0n && prices[symbol] ? [prices[symbol]] : [],
  )
  return (
    <p className="text-xs text-muted">
      <span className="font-medium text-ink">{t`Worth ${displayAmount(usdWad, 18)} USD together.`}</span>{' '}
      <span>{pricesText(counted, now)}</span>
      {warrants > 0n && <span> {t`Warrants are not counted.`}</span>}
    </p>
  )
}
