import { displayAmount, exactText } from '../math/amount'
import { knownValue } from '../math/reading'
import { rateText } from './format'
import type { Coin } from './minter-reads'
import { quote, type Assumption } from './redeem-view'
import { t } from '../words/t'

type QuoteLinesProps = { amount: bigint | undefined; assumption: Assumption; coin: Coin }

/** What it would pay, line by line, before other fees. rules.md T9 */
export function QuoteLines({ amount, assumption, coin }: QuoteLinesProps) {
  const feeRate = knownValue(coin.redemption.feeRate)
  const scale = knownValue(coin.redemption.scale)
  if (feeRate === undefined || !scale)
    return <p className="text-sm text-warn">{t`The fee is not known: no quote.`}</p>
  if (amount === undefined)
    return <p className="text-sm text-muted">{t`Enter an amount to see what it would pay.`}</p>
  const told = quote(amount, assumption, feeRate, scale)
  if (!told) return <p className="text-sm text-warn">{t`With these prices and rates there is no quote.`}</p>
  const usd = (value: bigint) => displayAmount(value, 18, { maxFractionDigits: 6 })
  const less = (value: bigint) => (value === 0n ? '0' : `−${usd(value)}`)
  const lines = [
    { label: t`STBT at 1 USD`, value: usd(amount) },
    {
      label: t`Execution price`,
      value: `× ${displayAmount(told.executionPrice, 18, { maxFractionDigits: 9 })}`,
    },
    { label: t`Gross`, value: usd(told.gross) },
    { label: t`Redemption fee, ${rateText(feeRate)}`, value: less(told.fee) },
    { label: t`Conversion, ${rateText(told.conversionRate)}`, value: less(told.conversion) },
  ]
  return (
    <dl aria-label={t`Quote`} className="divide-y text-sm" translate="no">
      {lines.map(({ label, value }) => (
        <div key={label} className="flex justify-between gap-4 py-1.5">
          <dt className="text-muted">{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      <div className="flex justify-between gap-4 border-line-strong py-1.5 font-semibold">
        <dt>{t`Paid, before other fees`}</dt>
        <dd>{exactText(told.paid, coin)}</dd>
      </div>
    </dl>
  )
}
