import { displayBps, displayRatio } from '../math/amount'
import { classes } from '../ui/classes'
import { Table } from '../ui/Table'
import { upfrontSoFarUsdt, upfrontView } from './claims-view'
import type { SettlementView } from './claims-view'
import type { Position, SeriesState, Terms } from './snapshot'
import { btc, mstr, payout, payoutSymbol, phaseOf, usdt } from './words'

type ClaimTableProps = {
  terms: Terms
  state: SeriesState
  position: Position
  /** Undefined until the series is settled. */
  settlement: SettlementView | undefined
  /** Undefined while the allocation can't be computed yet. */
  warrants: bigint | undefined
}

/** An amount in words, and whether there is anything: nothings recede. */
type Part = { readonly text: string; readonly isNothing: boolean }

type ClaimRow = {
  readonly item: string
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

/** Every kind of payout of a stake, each with how it was computed. rules.md B7–B10, B13 */
export function ClaimTable(props: ClaimTableProps) {
  return (
    <Table
      caption="What this stake earns"
      isCaptionHidden
      rows={[releasedRow(props), ...earningRows(props)]}
      getKey={({ item }) => item}
      columns={[
        {
          header: 'Payout',
          isRowHeader: true,
          cell: ({ item, how }) => (
            <>
              {item}
              <span className="block text-xs font-normal text-muted">{how}</span>
            </>
          ),
        },
        { header: 'My part', align: 'end', cell: ({ mine }) => <PartText part={mine} /> },
        { header: 'Claimed', align: 'end', cell: ({ claimed }) => <PartText part={claimed} /> },
        {
          header: 'Claimable',
          align: 'end',
          cell: ({ claimable }) => <PartText part={claimable} isStrong />,
        },
      ]}
    />
  )
}

function PartText({ part: { text, isNothing }, isStrong = false }: { part: Part; isStrong?: boolean }) {
  return (
    <span
      className={classes(
        'whitespace-nowrap',
        isNothing && 'text-muted',
        isStrong && !isNothing && 'font-semibold',
      )}
    >
      {text}
    </span>
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
    how: `${usdt(state.totalShares - state.requiredUsdt)} of ${usdt(state.totalShares)} released; your share ${poolShare(props)}`,
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
      item: 'Upfront share',
      how: `${rate} of ${usdt(state.soldUsdt)} sold so far; your share ${poolShare(props)}; value, paid in ${symbol}`,
      mine: part(upfrontSoFarUsdt(terms, state, position.shares), usdt),
      claimed,
      claimable,
    }
  const view = upfrontView(terms, state, position)
  const owed = view.owedLater > 0n ? `; ${format(view.owedLater)} of yours not paid in yet` : ''
  return {
    item: 'Upfront share',
    how: `${rate} of ${usdt(state.soldUsdt)} sold is ${format(view.total)}; your share ${poolShare(props)}${owed}`,
    mine: part(view.mine, format),
    claimed,
    claimable,
  }
}

function warrantRow(props: ClaimTableProps): ClaimRow {
  const { terms, state, position, warrants } = props
  const row = { item: 'Warrants', mine: notYet, claimed: part(0n, plain), claimable: part(0n, plain) }
  const par = usdt(terms.warrantParUsdt)
  if (terms.warrantBps === 0) return { ...row, how: 'This series gives none to stakers.' }
  if (!state.isFinalized) {
    const rate = displayBps(BigInt(terms.warrantBps))
    return {
      ...row,
      how: `${rate} of what is sold, in warrants of ${par} par, counted when the sale is finalized`,
    }
  }
  const rest = state.isWarrantAllocationComplete ? '' : '; allocated with the first claim'
  const how = `${state.warrantTotal} for all stakers, ${par} par each; your share ${poolShare(props)}, remainders to the largest fractions${rest}`
  if (warrants === undefined) return { ...row, how, mine: { text: 'Reading…', isNothing: true } }
  const count = part(warrants, plain)
  const none = part(0n, plain)
  return position.hasClaimedWarrants
    ? { ...row, how, mine: count, claimed: count, claimable: none }
    : { ...row, how, mine: count, claimed: none, claimable: count }
}

function mstrRow({ settlement, position, state }: ClaimTableProps): ClaimRow {
  return {
    item: 'MSTR compensation',
    how: settlement
      ? `${mstr(settlement.mstrPaid)} of the ${mstr(settlement.mstrReserved)} reserved, pro rata`
      : state.isFinalized
        ? `Up to ${mstr(state.mstrReserved)} reserved, if stake is used at maturity`
        : 'Reserved when the sale is finalized',
    mine: settlement ? part(settlement.mine.mstr, mstr) : notYet,
    claimed: part(position.mstrClaimed, mstr),
    claimable: part(position.mstrClaimable, mstr),
  }
}

function btcRow({ settlement, position }: ClaimTableProps): ClaimRow {
  const isShort = settlement !== undefined && settlement.btcFunded < settlement.btcOwed
  return {
    item: 'BTC make-whole',
    how: settlement
      ? `${btc(settlement.btcOwed)} for all stakers, pro rata${isShort ? `; ${btc(settlement.btcFunded)} of it paid in` : ''}`
      : 'If the reserved MSTR is worth less than the compensation',
    mine: settlement ? part(settlement.mine.btc, btc) : notYet,
    claimed: part(position.btcClaimed, btc),
    claimable: part(position.btcClaimable, btc),
  }
}
