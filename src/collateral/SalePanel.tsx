import type { ReactNode } from 'react'
import { Link } from 'wouter'

import { displayAmount } from '../math/amount'
import { displayDateTime } from '../math/time'
import { Panel } from '../ui/Panel'
import { Table } from '../ui/Table'
import { changeText, priceText } from './format'
import { lineColumns, type Line } from './line-columns'
import type { Collateral } from './snapshot'
import { saleText } from './words'
import { t } from '../words/t'

type SalePanelProps = Pick<Collateral, 'sale'> & {
  /** What can be done about it; without it the page where that is. */
  children?: ReactNode
}

/** The sale of TAO below the limit of the backing. rules.md C12 */
export function SalePanel({ sale, children }: SalePanelProps) {
  return (
    <Panel
      title={t`Sale of TAO`}
      lead={t`Where backing falls below its limit, TAO is sold for TUSDT that is burnt.`}
    >
      {sale.isKnown ? (
        <div className="grid gap-3 text-sm">
          <p>{saleText[sale.value.state] ?? t`The sale is in a state that this app does not know.`}</p>
          {sale.value.state === SALE.running && (
            <Table
              caption={t`The sale that runs`}
              isCaptionHidden
              columns={lineColumns}
              rows={linesOf(sale.value)}
              getKey={({ what }) => what}
            />
          )}
          {children === undefined && sale.value.state !== SALE.none && <SaleLink />}
          {children !== undefined && <div className="grid gap-3">{children}</div>}
        </div>
      ) : (
        <p className="text-sm text-muted">{sale.reason}</p>
      )}
    </Panel>
  )
}

const SaleLink = () => (
  <p>
    <Link href="/collateral/tusdt" className="font-medium text-accent underline-offset-2 hover:underline">
      {t`Look at the sale`}
    </Link>
  </p>
)

/** In the order of the contract's `SaleState`. */
export const SALE = { none: 0, startable: 1, running: 2, resettable: 3, over: 4 } as const

export type Sale = Extract<Collateral['sale'], { readonly isKnown: true }>['value']

const linesOf = ({ price, floor, need, current, tailAt }: Sale): readonly Line[] => [
  {
    what: t`Price now`,
    value: `${priceText(price, { round: 'up' })} TUSDT`,
    note: t`${changeText(current, price)} to the current price of ${priceText(current)} USD; it falls every second`,
  },
  {
    what: t`Never below`,
    value: `${priceText(floor, { round: 'up' })} TUSDT`,
    note: t`A sale for less would lower the ratio`,
  },
  {
    what: t`Still wanted`,
    value: `${displayAmount(need, 18, { round: 'up' })} TUSDT`,
    note: t`As little as restores the ratio`,
  },
  { what: t`Must be restarted from`, value: displayDateTime(tailAt) },
]
