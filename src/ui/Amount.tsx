import { displayAmount, formatAmount } from '../math/amount'
import { Tip } from './Tip'
import { t } from '../words/t'

type AmountProps = {
  /** Base units. */
  value: bigint
  decimals: number
  symbol?: string
  maxFractionDigits?: number
  round?: 'down' | 'up'
}

/** An amount in a line of text; when it is shown rounded, the exact one is a hover, focus or tap away. */
export function Amount({ value, decimals, symbol, maxFractionDigits, round }: AmountProps) {
  const shown = displayAmount(value, decimals, {
    ...(maxFractionDigits !== undefined && { maxFractionDigits }),
    ...(round !== undefined && { round }),
  })
  const unit = symbol === undefined ? '' : ` ${symbol}`
  const exact = formatAmount(value, decimals)
  const isExact = displayAmount(value, decimals, { maxFractionDigits: decimals }) === shown
  return (
    <bdi translate="no" className="whitespace-nowrap">
      {isExact ? <span>{shown}</span> : <Tip tip={t`Exactly ${exact}${unit}`}>{shown}</Tip>}
      {symbol !== undefined && <span className="text-muted"> {symbol}</span>}
    </bdi>
  )
}
