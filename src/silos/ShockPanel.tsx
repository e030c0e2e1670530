import { thresholdsOf } from '../math/silos-figures'
import { conditionsOf, type SiloState } from '../math/silos-state'
import { Panel } from '../ui/Panel'
import { changeText, priceText } from './format'
import { t } from '../words/t'

/** How far XTZ may fall at once before something gives. rules.md S1, S5 */
export function ShockPanel({ start }: { start: SiloState }) {
  const { low } = conditionsOf(start)
  const { silo2Short, silo3Empty } = thresholdsOf(start)
  const at = (price: bigint | undefined, otherwise: string) =>
    price === undefined
      ? otherwise
      : price > low
        ? t`Already below ${priceText(price, { round: 'up' })}`
        : price === low
          ? t`At any fall of XTZ`
          : t`Below ${priceText(price, { round: 'up' })} (${changeText(low, price)})`
  const rows = [
    [t`Silo 3 has to buy XTZ`, at(silo2Short, t`Silo 2 holds nothing`)],
    [
      t`Silo 3 is empty, minting stops`,
      at(silo3Empty, start.books.x2 === 0n ? t`Silo 2 holds nothing` : t`at no price of XTZ`),
    ],
    [t`1 USDtz = 1 USDC ends`, t`at no price of XTZ`],
  ] as const
  return (
    <Panel title={t`How big a shock, at once`} lead={t`At the start, where conversions cost nothing.`}>
      <dl className="divide-y divide-line text-sm">
        {rows.map(([what, when]) => (
          <div key={what} className="flex flex-wrap justify-between gap-x-4 py-2">
            <dt className="text-muted">{what}</dt>
            <dd className="font-medium">{when}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}
