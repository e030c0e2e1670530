import type { Address } from 'viem'
import { Link } from 'wouter'

import { displayAmount } from '../math/amount'
import { displayDateTime } from '../math/time'
import { Badge } from '../ui/Badge'
import { Button } from '../ui/Button'
import { Callout } from '../ui/Callout'
import { Panel } from '../ui/Panel'
import { Table, type Column } from '../ui/Table'
import { useShownCount } from '../ui/use-shown-count'
import { auctionState, listAuctions, missingAuctions, partIn, type ListedAuction } from './auction-view'
import { CollateralFrame } from './CollateralFrame'
import { priceText, tusdtText } from './format'
import { SalePanel } from './SalePanel'
import type { Collateral, Lists } from './snapshot'
import { t } from '../words/t'

// Whose vault is sold is told by the vault alone.
const lists: Lists = { vaults: true, auctions: true }
const PAGE = 25

export default function AuctionsPage() {
  return (
    <CollateralFrame
      title={t`Auctions of TUSDT`}
      lead={t`Collateral of liquidated vaults is sold for TUSDT at a price that falls; what is left goes back to the vault.`}
      lists={lists}
    >
      {(collateral, person) => <AuctionsView collateral={collateral} account={person.account} />}
    </CollateralFrame>
  )
}

type AuctionsViewProps = { collateral: Collateral; account: Address | undefined }

function AuctionsView({ collateral, account }: AuctionsViewProps) {
  const { types, sale, blockNumber } = collateral
  const { running, ended } = listAuctions(types)
  const isWhole = types.every((type) => type.auctions.isKnown && missingAuctions(type) === 0n)
  return (
    <>
      {types.map((type) => (
        <Missing key={type.place} type={type} />
      ))}
      <Panel
        title={t`Running`}
        lead={t`Prices of block ${displayAmount(blockNumber, 0)}: they fall every second. Gas is not counted.`}
      >
        <Table
          caption={t`Running auctions`}
          isCaptionHidden
          columns={[nameFor(account), ...runningColumns]}
          rows={running}
          getKey={keyOf}
          empty={isWhole ? t`No auction runs.` : t`No auction that could be read runs.`}
        />
      </Panel>
      <Ended ended={ended} isWhole={isWhole} account={account} />
      <SalePanel sale={sale} />
    </>
  )
}

const keyOf = ({ type, auction }: ListedAuction) => `${type.place}/${auction.id}`

type EndedProps = { ended: readonly ListedAuction[]; isWhole: boolean; account: Address | undefined }

function Ended({ ended, isWhole, account }: EndedProps) {
  const [count, showMore] = useShownCount(PAGE)
  return (
    <Panel title={t`Ended`} lead={t`The newest first.`}>
      <Table
        caption={t`Auctions that have ended`}
        isCaptionHidden
        columns={[nameFor(account), ...endedColumns]}
        rows={ended.slice(0, count)}
        getKey={keyOf}
        empty={isWhole ? t`None has ended yet.` : t`None that could be read has ended.`}
      />
      {ended.length > count && (
        <p className="mt-2 flex flex-wrap items-center gap-3 text-xs text-muted">
          <Button size="small" onClick={showMore}>
            {t`Show more`}
          </Button>
          <span>{t`${count} of ${ended.length} auctions`}</span>
        </p>
      )}
    </Panel>
  )
}

/** Said for each type whose list is not whole. */
function Missing({ type }: { type: Collateral['types'][number] }) {
  if (!type.auctions.isKnown)
    return (
      <Callout tone="warn" title={t`The auctions of ${type.name} could not be read`}>
        {type.auctions.reason}
      </Callout>
    )
  const missing = missingAuctions(type)
  if (missing === 0n) return null
  return (
    <Callout tone="warn" title={t`Incomplete`}>
      {t`${displayAmount(missing, 0)} newer auctions of ${type.name} are not listed here.`}
    </Callout>
  )
}

/** With a word beside those that are the account's own. */
const nameFor = (account: Address | undefined): Column<ListedAuction> => ({
  header: t`Auction`,
  isRowHeader: true,
  cell: (row) => {
    const { type, auction } = row
    const part = partIn(row, account)
    return (
      <>
        <Link
          href={`/collateral/auctions/${type.place}/${auction.id}`}
          className="font-medium text-accent underline-offset-2 hover:underline"
        >
          {`${type.name} ${auction.id}`}
        </Link>
        {part !== undefined && <span className="block text-xs font-semibold">{part}</span>}
      </>
    )
  },
})

const ofVault: Column<ListedAuction> = {
  header: t`Liquidated`,
  cell: ({ type, auction }) => (
    <Link
      href={`/collateral/vaults/${type.place}/${auction.stored.vaultId}`}
      className="font-medium text-accent underline-offset-2 hover:underline"
    >
      {t`Vault ${auction.stored.vaultId}`}
    </Link>
  ),
}

const state: Column<ListedAuction> = {
  header: t`State`,
  cell: ({ auction }) => {
    const { text, tone } = auctionState(auction)
    return <Badge tone={tone}>{text}</Badge>
  },
}

const runningColumns: readonly Column<ListedAuction>[] = [
  ofVault,
  { header: t`Price now, USD`, align: 'end', cell: ({ auction }) => <PriceNow auction={auction} /> },
  {
    header: t`Lot`,
    align: 'end',
    cell: ({ type, auction }) => `${displayAmount(auction.stored.lot, 18)} ${type.name}`,
  },
  {
    header: t`Still needed, TUSDT`,
    align: 'end',
    cell: ({ auction }) => displayAmount(auction.need, 18, { round: 'up' }),
  },
  { header: t`Taking it all now`, align: 'end', cell: ({ type, auction }) => allText(type.name, auction) },
  state,
]

function PriceNow({ auction }: { auction: ListedAuction['auction'] }) {
  const { oraclePrice, price, isTakeable } = auction
  return (
    <>
      {isTakeable ? priceText(price, { round: 'up' }) : t`None`}
      <span className="block text-xs text-muted">
        {oraclePrice === 0n ? t`No current price` : t`Current price ${priceText(oraclePrice)}`}
      </span>
    </>
  )
}

/** What taking as much as is needed would get and cost, and what that is worth at the current price; gas is not in it. */
function allText(symbol: string, { isTakeable, taken, paid, profit }: ListedAuction['auction']): string {
  if (!isTakeable) return '—'
  const worth =
    profit < 0n ? t`${tusdtText(-profit)} USD below its cost` : t`${tusdtText(profit)} USD above its cost`
  return t`${displayAmount(taken, 18)} ${symbol} for ${displayAmount(paid, 18, { round: 'up' })} TUSDT, worth ${worth}`
}

const endedColumns: readonly Column<ListedAuction>[] = [
  ofVault,
  { header: t`Began`, cell: ({ auction }) => displayDateTime(auction.stored.startedAt) },
  { header: t`Ended`, cell: ({ auction }) => displayDateTime(auction.stored.endedAt) },
  state,
]
