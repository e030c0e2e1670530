import { displayBps, displayRatio } from '../math/amount'
import { Table } from '../ui/Table'
import { upfrontSoFarUsdt, upfrontView } from './claims-view'
import type { SettlementView } from './claims-view'
import type { Position, SeriesState, Terms } from './snapshot'
import { btc, mstr, payout, payoutSymbol, usdt } from './words'

type ClaimTableProps = {
  terms: Terms
  state: SeriesState
  position: Position
  settlement: SettlementView | undefined
  /** Undefined while the allocation can't be computed yet. */
  warrants: bigint | undefined
}

type ClaimRow = {
  readonly item: string
  readonly how: string
  /** All of it: claimed, claimable and still to come. */
  readonly mine: string
  readonly claimed: string
  readonly claimable: string
}

/** Every kind of payout of a stake, each with how it was computed. rules.md B7–B10, B13 */
export function ClaimTable(props: ClaimTableProps) {
  return (
    <Table
      caption="What this stake earns"
      isCaptionHidden
      rows={[releasedRow(props), upfrontRow(props), warrantRow(props), mstrRow(props), btcRow(props)]}
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
        { header: 'My part', align: 'end', cell: ({ mine }) => mine },
        {
          header: 'Claimed',
          align: 'end',
          cell: ({ claimed }) => <span className="text-muted">{claimed}</span>,
        },
        {
          header: 'Claimable',
          align: 'end',
          cell: ({ claimable }) => <span className="font-semibold">{claimable}</span>,
        },
      ]}
    />
  )
}

function poolShare({ state, position }: ClaimTableProps): string {
  return displayRatio(position.shares, state.totalShares)
}

function releasedRow(props: ClaimTableProps): ClaimRow {
  const { state, position } = props
  return {
    item: 'USDT',
    how: `${usdt(state.totalShares - state.requiredUsdt)} of ${usdt(state.totalShares)} released; your share ${poolShare(props)}`,
    mine: usdt(position.entitlementUsdt),
    claimed: usdt(position.withdrawnUsdt),
    claimable: usdt(position.claimableUsdt),
  }
}

function upfrontRow(props: ClaimTableProps): ClaimRow {
  const { terms, state, position } = props
  const symbol = payoutSymbol(terms.upfrontAsset)
  const rate = displayBps(BigInt(terms.upfrontBps))
  if (!state.isFinalized)
    return {
      item: 'Upfront share',
      how: `${rate} of ${usdt(state.soldUsdt)} sold so far; your share ${poolShare(props)}; paid in ${symbol}`,
      mine: `${usdt(upfrontSoFarUsdt(terms, state, position.shares))} value`,
      claimed: payout(0n, symbol),
      claimable: payout(0n, symbol),
    }
  const view = upfrontView(terms, state, position)
  const owed = view.owedLater > 0n ? `; ${payout(view.owedLater, symbol)} of yours not paid in yet` : ''
  return {
    item: 'Upfront share',
    how: `${rate} of ${usdt(state.soldUsdt)} sold is ${payout(view.total, symbol)}; your share ${poolShare(props)}${owed}`,
    mine: payout(view.mine, symbol),
    claimed: payout(view.claimed, symbol),
    claimable: payout(view.claimable, symbol),
  }
}

function warrantRow(props: ClaimTableProps): ClaimRow {
  const { terms, state, position, warrants } = props
  const par = usdt(terms.warrantParUsdt)
  const rate = displayBps(BigInt(terms.warrantBps))
  if (terms.warrantBps === 0)
    return {
      item: 'Warrants',
      how: 'This series gives none to stakers.',
      mine: '0',
      claimed: '0',
      claimable: '0',
    }
  if (!state.isFinalized)
    return {
      item: 'Warrants',
      how: `${rate} of what is sold, in warrants of ${par} par; counted when the sale is finalized`,
      mine: '–',
      claimed: '0',
      claimable: '0',
    }
  const count = warrants === undefined ? 'Reading…' : warrants.toString()
  const isReady = state.isWarrantAllocationComplete
  return {
    item: 'Warrants',
    how: `${state.warrantTotal} for all stakers, ${par} par each; your share ${poolShare(props)}, remainders to the largest fractions${isReady ? '' : '; allocated with the first claim'}`,
    mine: count,
    claimed: position.hasClaimedWarrants ? count : '0',
    claimable: position.hasClaimedWarrants ? '0' : count,
  }
}

function mstrRow({ settlement, position, state }: ClaimTableProps): ClaimRow {
  const isSettled = position.mstrClaimed + position.mstrClaimable > 0n
  return {
    item: 'MSTR compensation',
    how: settlement
      ? `${mstr(settlement.mstrPaid)} of the ${mstr(settlement.mstrReserved)} reserved, pro rata`
      : state.isFinalized
        ? `Up to ${mstr(state.mstrReserved)} reserved, pro rata, if stake is used at maturity`
        : 'Reserved when the sale is finalized',
    mine: settlement ? mstr(settlement.mine.mstr) : isSettled ? mstr(position.mstrClaimable) : '–',
    claimed: mstr(position.mstrClaimed),
    claimable: mstr(position.mstrClaimable),
  }
}

function btcRow({ settlement, position }: ClaimTableProps): ClaimRow {
  const isShort = settlement !== undefined && settlement.btcFunded < settlement.btcOwed
  const funded =
    settlement && settlement.btcFunded > 0n && isShort ? `, ${btc(settlement.btcFunded)} paid in` : ''
  return {
    item: 'BTC make-whole',
    how: settlement
      ? `${btc(settlement.btcOwed)} for all stakers${funded}, pro rata`
      : 'Only if the reserved MSTR is worth less than the compensation',
    mine: settlement ? btc(settlement.mine.btc) : '–',
    claimed: btc(position.btcClaimed),
    claimable: btc(position.btcClaimable),
  }
}
