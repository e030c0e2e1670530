import { amountText, displayAmount, exactText } from '../math/amount'
import type { Reading } from '../math/reading'
import { sizeOf } from '../math/silos-figures'
import { conditionsOf, type SiloState } from '../math/silos-state'
import { Figure } from '../ui/Figure'
import { StatGrid } from '../ui/Stat'
import { centsText, fullText, priceText, usdText } from './format'
import { usdcUnit, usdtzUnit, xtzUnit, type Silos } from './snapshot'
import { noPriceText } from './words'
import { t } from '../words/t'

/** The first line: what stands behind one USDtz, of how many, and what it is made of. rules.md S2 */
export function ReserveFigures({
  silos,
  state,
}: {
  silos: Pick<Silos, 'state' | 'terms'>
  state: SiloState
}) {
  const size = sizeOf(state)
  const { priceState, low } = conditionsOf(state)
  const why = size.supply === 0n ? t`There is no USDtz.` : noPriceText[priceState]
  const figure = (value: bigint | undefined) => readingOf(silos.state, value, why)
  const ratio =
    size.worth === undefined || size.supply === 0n
      ? ''
      : t`${fullText(size.worth, size.supply)} of supply. Amounts are on chain.`
  const market =
    size.perUsdtzAtMarket === undefined
      ? ''
      : t` ${centsText(size.perUsdtzAtMarket)} with USDC at its market price.`
  return (
    <StatGrid>
      <Figure
        label={t`Stands behind each USDtz`}
        formula={{ rule: 'S2', text: t`Reserves ÷ supply, rounded down` }}
        reading={figure(size.perUsdtz)}
        format={centsText}
        full={(value) => usdText(value, { maxFractionDigits: 6 })}
        hint={`${ratio}${market}`}
        size="large"
      />
      <Figure
        label={t`Supply`}
        reading={figure(size.supply)}
        format={(value) => displayAmount(value, 6)}
        full={(value) => exactText(value, usdtzUnit)}
        unit="USDtz"
        hint={t`${amountText(size.circulating, usdtzUnit)} circulating, ${amountText(state.inventory, usdtzUnit)} in inventory`}
      />
      <Figure
        label={t`Reserves`}
        formula={{
          rule: 'S2',
          text: t`USDC of silos 1 and 3 + XTZ of silos 2 and 4 × the lower price, rounded down`,
        }}
        reading={figure(size.worth)}
        format={(value) => displayAmount(value, 6)}
        full={(value) => displayAmount(value, 6, { maxFractionDigits: 6 })}
        unit="USD"
        hint={t`${amountText(size.usdc, usdcUnit)} and ${amountText(size.xtz, xtzUnit)}`}
      />
      <Figure
        label={t`Price of XTZ`}
        formula={{
          rule: 'S15',
          text: t`The lower of feed and exchange, where both are fresh and close enough`,
        }}
        reading={readingOf(silos.terms, low === 0n ? undefined : low, noPriceText[priceState])}
        format={(value) => priceText(value)}
        full={(value) => priceText(value, { maxFractionDigits: 18 })}
        hint={t`Feed ${sourceText(state.feed.price)}, reported; exchange ${sourceText(state.dex.price)}, on chain: the lower is used.`}
      />
    </StatGrid>
  )
}

function sourceText(price: bigint): string {
  return price === 0n ? t`none` : priceText(price)
}

/** A figure made of what was read: where it comes from is kept, and what is not known says why. */
function readingOf(read: Reading<unknown>, value: bigint | undefined, why: string): Reading<bigint> {
  const { source } = read
  if (!read.isKnown) return { isKnown: false, reason: read.reason, source }
  return value === undefined ? { isKnown: false, reason: why, source } : { isKnown: true, value, source }
}
