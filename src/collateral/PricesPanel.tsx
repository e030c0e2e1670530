import { displayDateTime } from '../math/time'
import { Badge } from '../ui/Badge'
import { Disclosure } from '../ui/Disclosure'
import { Panel } from '../ui/Panel'
import { Table, type Column } from '../ui/Table'
import { changeText, priceText } from './format'
import type { BackingState, Prices } from './snapshot'
import { noPriceText, priceStateOf } from './words'

type Row = {
  readonly what: string
  readonly note: string
  readonly price: bigint
  readonly isLow: boolean
  readonly isHigh: boolean
}

/** Both prices of TAO, what they are chosen from, and why there are two. rules.md C1, C8 */
export function PricesPanel({ state }: { state: BackingState }) {
  const { prices } = state
  const held = priceStateOf(prices)
  return (
    <Panel
      title="The two prices of TAO"
      lead="A TAO counts at the lowest of three prices when it comes in, and at the highest when it goes out."
    >
      {held !== 'Fresh' && <p className="mb-2 text-sm text-warn">{noPriceText[held]}</p>}
      <Table
        caption="Prices of TAO, and what they are for"
        isCaptionHidden
        columns={columns}
        rows={rowsOf(prices)}
        getKey={({ what }) => what}
      />
      <p className="mt-2 border-t pt-2 text-sm">{spreadText(prices)}</p>
      <Disclosure summary="Why two prices">
        <p className="text-sm text-muted">
          A price becomes current an hour after it was queued, so that it can be checked and frozen. In that
          hour everybody knows what comes. With one delayed price whoever sees the market at 80 and the price
          at 100 would mint for 100 and redeem all USDC at once. So nobody gains by the delay: what it would
          bring stays in the backing.
        </p>
      </Disclosure>
    </Panel>
  )
}

function rowsOf(prices: Prices): readonly Row[] {
  const { current, next, live, low, high, nextAt } = prices
  const row = (what: string, note: string, price: bigint): Row => {
    return { what, note, price, isLow: low !== 0n && price === low, isHigh: high !== 0n && price === high }
  }
  return [
    row('Current', current === 0n ? 'There is none' : 'Liquidates vaults, and counts in the ratio', current),
    row('Next', next === 0n ? 'None is queued' : `Current from ${displayDateTime(nextAt)}`, next),
    row('Live', live === 0n ? 'The feed has none' : 'What the feed says now', live),
  ]
}

function spreadText({ low, high }: Prices): string {
  if (low === 0n) return 'Without a live price nothing is minted, and nothing redeemed for TAO.'
  if (low === high) return 'All of them are equal: there is no spread now.'
  return `Minting and redeeming for TAO at once would cost ${changeText(high, low).slice(1)} now.`
}

const columns: readonly Column<Row>[] = [
  {
    header: 'Price',
    isRowHeader: true,
    cell: ({ what, note }) => (
      <>
        <span>{what}</span>
        <span className="block text-xs font-normal text-muted">{note}</span>
      </>
    ),
  },
  {
    header: 'Counts for',
    cell: ({ isLow, isHigh }) => (
      <span className="flex flex-wrap gap-1">
        {isLow && <Badge tone="info">Minting</Badge>}
        {isHigh && <Badge tone="info">Redeeming for TAO</Badge>}
        {!isLow && !isHigh && <span>—</span>}
      </span>
    ),
  },
  {
    header: 'USD',
    align: 'end',
    cell: ({ price }) => (price === 0n ? '—' : priceText(price)),
  },
]
