import { displayDateTime } from '../math/time'
import { Badge } from '../ui/Badge'
import { Disclosure } from '../ui/Disclosure'
import { Panel } from '../ui/Panel'
import { Table, type Column } from '../ui/Table'
import { sizeText, priceText } from './format'
import type { BackingState, Prices } from './snapshot'
import { noPriceText, priceStateOf } from './words'
import { t } from '../words/t'

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
      title={t`The two prices of TAO`}
      lead={t`A TAO counts at the lowest of three prices when it comes in, and at the highest when it goes out.`}
    >
      {held !== 'Fresh' && <p className="mb-2 text-sm text-warn">{noPriceText[held]}</p>}
      <Table
        caption={t`Prices of TAO, and what they are for`}
        isCaptionHidden
        columns={columns}
        rows={rowsOf(prices)}
        getKey={({ what }) => what}
      />
      <p className="mt-2 border-t pt-2 text-sm">{spreadText(prices)}</p>
      <Disclosure summary={t`Why two prices`}>
        <p className="text-sm text-muted">
          {t`A price becomes current an hour after it was queued, so that it can be checked and frozen. In that hour everybody knows what comes. With one delayed price whoever sees the market at 80 and the price at 100 would mint for 100 and redeem all USDC at once. So nobody gains by the delay: what it would bring stays in the backing.`}
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
    row(
      t`Current`,
      current === 0n ? t`There is none` : t`Liquidates vaults, and counts in the ratio`,
      current,
    ),
    row(t`Next`, next === 0n ? t`None is queued` : t`Current from ${displayDateTime(nextAt)}`, next),
    row(t`Live`, live === 0n ? t`The feed has none` : t`What the feed says now`, live),
  ]
}

function spreadText({ low, high }: Prices): string {
  if (low === 0n) return t`Without a live price nothing is minted, and nothing redeemed for TAO.`
  if (low === high) return t`All of them are equal: there is no spread now.`
  return t`Minting and redeeming for TAO at once would cost ${sizeText(high, low)} now.`
}

const columns: readonly Column<Row>[] = [
  {
    header: t`Price`,
    isRowHeader: true,
    cell: ({ what, note }) => (
      <>
        <span>{what}</span>
        <span className="block text-xs font-normal text-muted">{note}</span>
      </>
    ),
  },
  {
    header: t`Counts for`,
    cell: ({ isLow, isHigh }) => (
      <span className="flex flex-wrap gap-1">
        {isLow && <Badge tone="info">{t`Minting`}</Badge>}
        {isHigh && <Badge tone="info">{t`Redeeming for TAO`}</Badge>}
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
