import { displayAmount } from '../math/amount'
import { Panel } from '../ui/Panel'
import { Table, type Column } from '../ui/Table'
import { priceText } from './format'
import type { Collateral } from './snapshot'
import { saleText } from './words'

type Line = { readonly what: string; readonly value: string }

const columns: readonly Column<Line>[] = [
  { header: 'What', isRowHeader: true, cell: ({ what }) => what },
  { header: 'Value', align: 'end', cell: ({ value }) => value },
]

/** The sale of TAO below the limit of the backing. rules.md C12 */
export function SalePanel({ sale }: Pick<Collateral, 'sale'>) {
  return (
    <Panel
      title="Sale of TAO"
      lead="Where backing falls below its limit, TAO is sold for TUSDT that is burnt."
    >
      {sale.isKnown ? (
        <div className="grid gap-2 text-sm">
          <p>{saleText[sale.value.state] ?? 'The sale is in a state that this app does not know.'}</p>
          {sale.value.state === RUNNING && (
            <Table
              caption="The sale that runs"
              isCaptionHidden
              columns={columns}
              rows={linesOf(sale.value)}
              getKey={({ what }) => what}
            />
          )}
        </div>
      ) : (
        <p className="text-sm text-muted">{sale.reason}</p>
      )}
    </Panel>
  )
}

/** Place in the contract's `SaleState`. */
const RUNNING = 2

type Sale = Extract<Collateral['sale'], { readonly isKnown: true }>['value']

const linesOf = ({ price, floor, need, current }: Sale): readonly Line[] => [
  { what: 'Price now', value: `${priceText(price, { round: 'up' })} USD` },
  { what: 'Never below', value: `${priceText(floor, { round: 'up' })} USD` },
  { what: 'Current price', value: `${priceText(current)} USD` },
  { what: 'Still wanted', value: `${displayAmount(need, 18, { round: 'up' })} TUSDT` },
]
