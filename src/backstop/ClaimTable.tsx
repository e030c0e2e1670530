import { displayBps, displayRatio } from '../math/amount'
import { classes } from '../ui/classes'
import { tableRoles } from '../ui/table-roles'
import { Term, type Meaning } from '../ui/Term'
import { isReserveKnown, upfrontSoFarUsdt, upfrontValueUsdt, upfrontView } from './claims-view'
import type { SettlementView } from './claims-view'
import type { Position, SeriesState, Terms } from './snapshot'
import { usdt } from '../math/tether'
import { payoutSymbol, phaseOf } from './enums'
import { btc, mstr, payout } from './format'
import { terms as words } from './terms'
import { t } from '../words/t'

type ClaimTableProps = {
  terms: Terms
  state: SeriesState
  position: Position
  /** Undefined until the compensation is fixed. */
  settlement: SettlementView | undefined
  /** Undefined while the allocation can't be computed yet. */
  warrants: bigint | undefined
}

/** An amount in words, and whether there is anything: nothings recede. */
type Part = { readonly text: string; readonly isNothing: boolean }

type ClaimRow = {
  readonly item: string
  /** What insiders mean by it. */
  readonly term?: Meaning
  readonly how: string
  /** All of it: claimed, claimable and still to come. */
  readonly mine: Part
  readonly claimed: Part
  readonly claimable: Part
}

const part = (value: bigint, format: (value: bigint) => string): Part => ({
  text: format(value),
  isNothing: value === 0n,
})
const notYet: Part = { text: '–', isNothing: true }
const plain = (count: bigint) => count.toString()

const heads = [t`Payout`, t`My part`, t`Claimed`, t`Claimable`] as const

/**
 * Every kind of payout of a stake, each with how it was computed; on a narrow screen the three amounts stand side by
 * side under their payout. rules.md B7–B10, B13
 */
export function ClaimTable(props: ClaimTableProps) {
  return (
    <table {...tableRoles.table} className="w-full text-sm max-sm:block">
      <caption className="sr-only">{t`What this stake earns`}</caption>
      <thead {...tableRoles.group} className="max-sm:sr-only">
        <tr {...tableRoles.row} className="border-b text-xs text-muted">
          {heads.map((head, index) => (
            <th
              key={head}
              scope="col"
              {...tableRoles.columnHeader}
              className={classes('py-1.5 font-medium', index === 0 ? 'text-start' : 'ps-4 text-end')}
            >
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...tableRoles.group} className="divide-y divide-line max-sm:block">
        {[releasedRow(props), ...earningRows(props)].map(({ item, term, how, ...parts }) => (
          <tr
            key={item}
            {...tableRoles.row}
            className="max-sm:flex max-sm:flex-wrap max-sm:gap-x-3 max-sm:py-2.5"
          >
            <th
              scope="row"
              {...tableRoles.rowHeader}
              className="py-2 text-start font-medium max-sm:basis-full max-sm:pt-0 max-sm:pb-1"
            >
              {term ? <Term of={term}>{item}</Term> : <span>{item}</span>}
              <span className="block text-xs font-normal text-muted">{how}</span>
            </th>
            <PartCell head={t`My part`} part={parts.mine} />
            <PartCell head={t`Claimed`} part={parts.claimed} />
            <PartCell head={t`Claimable`} part={parts.claimable} isStrong />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type PartCellProps = { head: string; part: Part; isStrong?: boolean }

function PartCell({ head, part: { text, isNothing }, isStrong = false }: PartCellProps) {
  return (
    <td
      {...tableRoles.cell}
      className={classes(
        'grow basis-[28%] sm:ps-4 sm:text-end sm:whitespace-nowrap',
        isNothing && 'text-muted',
        isStrong && !isNothing && 'font-semibold',
      )}
    >
      <span aria-hidden="true" className="block text-xs font-normal text-muted sm:hidden">
        {head}
      </span>
      {text}
    </td>
  )
}

/** A cancelled series earns nothing: only the stake comes back. rules.md B3 */
function earningRows(props: ClaimTableProps): readonly ClaimRow[] {
  if (phaseOf(props.state) === 'Cancelled') return []
  return [upfrontRow(props), warrantRow(props), mstrRow(props), btcRow(props)]
}

function poolShare({ state, position }: ClaimTableProps): string {
  return displayRatio(position.shares, state.totalShares)
}

function releasedRow(props: ClaimTableProps): ClaimRow {
  const { state, position } = props
  return {
    item: 'USDT',
    how: t`${usdt(state.totalShares - state.requiredUsdt)} of ${usdt(state.totalShares)} released; your share ${poolShare(props)}`,
    mine: part(position.entitlementUsdt, usdt),
    claimed: part(position.withdrawnUsdt, usdt),
    claimable: part(position.claimableUsdt, usdt),
  }
}

function upfrontRow(props: ClaimTableProps): ClaimRow {
  const { terms, state, position } = props
  const symbol = payoutSymbol(terms.upfrontAsset)
  const format = (value: bigint) => payout(value, symbol)
  const rate = displayBps(BigInt(terms.upfrontBps))
  const claimed = part(position.upfrontClaimed, format)
  const claimable = part(position.upfrontClaimable, format)
  if (!state.isFinalized)
    return {
      item: t`Upfront share`,
      term: words.upfrontShare,
      how: t`${rate} of ${usdt(state.soldUsdt)} sold so far; your share ${poolShare(props)}; value, paid in ${symbol}`,
      mine: part(upfrontSoFarUsdt(terms, state, position.shares), usdt),
      claimed,
      claimable,
    }
  if (!state.isUpfrontFixed)
    return {
      item: t`Upfront share`,
      term: words.upfrontShare,
      how: t`${rate} of ${usdt(state.soldUsdt)} sold; your share ${poolShare(props)}; value, to be fixed in ${symbol}`,
      mine: part(upfrontValueUsdt(state, position.shares), usdt),
      claimed,
      claimable,
    }
  const view = upfrontView(terms, state, position)
  const owed = view.owedLater > 0n ? t`; ${format(view.owedLater)} of yours not paid in yet` : ''
  return {
    item: t`Upfront share`,
    term: words.upfrontShare,
    how: t`${rate} of ${usdt(state.soldUsdt)} sold is ${format(view.total)}; your share ${poolShare(props)}${owed}`,
    mine: part(view.mine, format),
    claimed,
    claimable,
  }
}

function warrantRow(props: ClaimTableProps): ClaimRow {
  const { terms, state, position, warrants } = props
  const row = {
    item: t`Warrants`,
    term: words.warrant,
    mine: notYet,
    claimed: part(0n, plain),
    claimable: part(0n, plain),
  }
  const par = usdt(terms.warrantParUsdt)
  if (terms.warrantBps === 0) return { ...row, how: t`This series gives none to stakers.` }
  if (!state.isFinalized) {
    const rate = displayBps(BigInt(terms.warrantBps))
    return {
      ...row,
      how: t`${rate} of what is sold, in warrants of ${par} par, counted when the sale is finalized`,
    }
  }
  const rest = state.isWarrantAllocationComplete ? '' : t`; allocated with the first claim`
  const how = t`${state.warrantTotal} for all stakers, ${par} par each; your share ${poolShare(props)}, remainders to the largest fractions${rest}`
  if (warrants === undefined) return { ...row, how, mine: { text: t`Reading…`, isNothing: true } }
  const count = part(warrants, plain)
  const none = part(0n, plain)
  return position.hasClaimedWarrants
    ? { ...row, how, mine: count, claimed: count, claimable: none }
    : { ...row, how, mine: count, claimed: none, claimable: count }
}

function mstrRow({ settlement, terms, position, state }: ClaimTableProps): ClaimRow {
  return {
    item: t`MSTR compensation`,
    how: settlement
      ? t`${mstr(settlement.mstrPaid)} of the ${mstr(settlement.mstrReserved)} reserved, pro rata`
      : isReserveKnown(terms, state)
        ? t`Up to ${mstr(state.mstrReserved)} reserved, if stake is used at maturity`
        : t`Reserved at the price of the sale’s close`,
    mine: settlement ? part(settlement.mine.mstr, mstr) : notYet,
    claimed: part(position.mstrClaimed, mstr),
    claimable: part(position.mstrClaimable, mstr),
  }
}

function btcRow({ settlement, position }: ClaimTableProps): ClaimRow {
  const isShort = settlement !== undefined && settlement.btcFunded < settlement.btcOwed
  return {
    item: t`BTC make-whole`,
    how: settlement
      ? t`${btc(settlement.btcOwed)} for all stakers, pro rata${isShort ? t`; ${btc(settlement.btcFunded)} of it paid in` : ''}`
      : t`If the reserved MSTR is worth less than the compensation`,
    mine: settlement ? part(settlement.mine.btc, btc) : notYet,
    claimed: part(position.btcClaimed, btc),
    claimable: part(position.btcClaimable, btc),
  }
}
