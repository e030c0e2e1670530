import { Link } from 'wouter'

import { displayBps } from '../math/amount'
import type { Auction } from '../math/collateral-auction'
import { knownValue } from '../math/reading'
import { displayDateTime } from '../math/time'
import { AddressText } from '../ui/AddressText'
import { Amount } from '../ui/Amount'
import { Badge } from '../ui/Badge'
import { Callout } from '../ui/Callout'
import { lazyPart } from '../ui/chunk'
import { Later } from '../ui/Later'
import { Panel } from '../ui/Panel'
import { Skeleton } from '../ui/Skeleton'
import { Table, type Column } from '../ui/Table'
import { AuctionFigures } from './AuctionFigures'
import type { AuctionProps } from './auction-props'
import { auctionIn, keeperMostOf } from './auction-stand'
import { auctionState } from './auction-view'
import { FallingPrice } from './FallingPrice'
import { tusdtText } from './format'
import { ResetPanel } from './ResetPanel'
import type { AuctionStatus, CollateralType } from './snapshot'
import { TakeForm } from './TakeForm'
import { noPriceText, priceStateOf } from './words'
import { t } from '../words/t'

const AuctionHistory = lazyPart(() => import('./AuctionHistory'))

/** An auction as anybody sees it. rules.md C7 */
export function AuctionView(props: AuctionProps) {
  const { type, auction } = props
  const status = auction.value
  const { stored } = status
  const { text, tone } = auctionState(status)
  const one = auctionIn(status)
  const isOver = stored.endedAt !== 0n
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
        <span className="font-semibold">{t`${type.name} auction ${status.id}`}</span>
        <Badge tone={tone}>{text}</Badge>
        <Link
          href={`/collateral/vaults/${type.place}/${stored.vaultId}`}
          className="font-medium text-accent underline-offset-2 hover:underline"
        >
          {t`Of vault ${stored.vaultId}`}
        </Link>
        <span className="text-muted">
          <span>{t`Liquidated by`}</span> <AddressText address={stored.starter} />
        </span>
      </p>
      {isOver ? (
        <Over auction={status} type={type} />
      ) : (
        <>
          <NoPrice type={type} auction={status} />
          <AuctionFigures {...props} />
          {status.needsReset ? <ResetPanel {...props} /> : <TakeForm {...props} />}
          <div className="grid items-start gap-4 lg:grid-cols-2">
            {!status.needsReset && <FallingPrice {...props} />}
            <NeedPanel auction={one} />
          </div>
        </>
      )}
      <Panel
        title={t`History`}
        lead={t`From the events of this auction: every purchase, and what became of the lot.`}
      >
        <Later waiting={<Skeleton className="h-56 w-full" />}>
          <AuctionHistory type={type} id={status.id} />
        </Later>
      </Panel>
    </>
  )
}

/** Why nothing can be taken at all: not even a reset helps. rules.md C8 */
function NoPrice({ type, auction }: { type: CollateralType; auction: AuctionStatus }) {
  const prices = knownValue(type.state)?.prices
  const state = prices && priceStateOf(prices)
  if (auction.oraclePrice > 0n || state === 'Fresh') return null
  return (
    <Callout tone="warn" title={t`The price of ${type.name} does not hold`}>
      {t`${state ? noPriceText[state] : t`It could not be read.`} Until one holds, nothing is taken and no auction is restarted.`}
    </Callout>
  )
}

function Over({ auction: { stored }, type }: { auction: AuctionStatus; type: CollateralType }) {
  return (
    <Callout title={t`It ended ${displayDateTime(stored.endedAt)}`}>
      {t`It began, for the last time, ${displayDateTime(stored.startedAt)}. What was left of the lot went back to vault ${stored.vaultId} of ${type.name}, in the take that ended it.`}
    </Callout>
  )
}

type Line = { readonly what: string; readonly amount: bigint }

const columns: readonly Column<Line>[] = [
  { header: t`What`, isRowHeader: true, cell: ({ what }) => what },
  { header: 'TUSDT', align: 'end', cell: ({ amount }) => <Amount value={amount} decimals={18} /> },
]

/** What is still to come in, and who gets what of it. rules.md C7 */
function NeedPanel({ auction }: { auction: Auction }) {
  const { principal, interest, late, penalty, keeperBps } = auction
  const lines = [
    { what: t`Principal, paid first`, amount: principal },
    { what: t`Interest, paid next`, amount: interest },
    { what: t`Late fees`, amount: late },
    { what: t`Penalty, paid last`, amount: penalty },
    { what: t`All that is needed`, amount: principal + interest + late + penalty },
  ]
  return (
    <Panel title={t`What it is for`} lead={t`What a take pays clears it in this order; principal is burnt.`}>
      <Table
        caption={t`What is still needed`}
        isCaptionHidden
        columns={columns}
        rows={lines}
        getKey={({ what }) => what}
      />
      <p className="mt-2 border-t pt-2 text-xs text-muted">
        {t`Of the penalty that comes in ${displayBps(keeperBps)} goes to whoever liquidated the vault: at most ${tusdtText(keeperMostOf(auction))} TUSDT. Principal that the lot does not bring is bad debt; the rest is forgone.`}
      </p>
    </Panel>
  )
}
