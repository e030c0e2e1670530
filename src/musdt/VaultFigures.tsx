import { displayAmount } from '../math/amount'
import { toAssetsDown } from '../math/musdt'
import { knownValue } from '../math/reading'
import { Figure } from '../ui/Figure'
import { StatGrid } from '../ui/Stat'
import type { Erc20, Vault } from './snapshot'
import { terms } from './terms'
import { amountText } from '../math/amount'
import { exactPriceText, percentText, priceText } from './format'
import { promisedText } from './promised'
import { t } from '../words/t'

/** The vault in figures, each with its source. rules.md M1, M2 */
export function VaultFigures({ vault }: { vault: Vault }) {
  const { readings, identity, state } = vault
  const { asset, share } = identity
  return (
    <StatGrid>
      <Figure
        label={t`Price`}
        reading={readings.price}
        format={(price) => priceText(price)}
        full={exactPriceText}
        unit={asset.symbol}
        hint={priceHint(vault)}
      />
      <Figure
        label={t`Collateral ratio`}
        term={terms.collateralRatio}
        reading={readings.collateralizationP}
        format={(ratio) => percentText(ratio)}
        full={(ratio) => percentText(ratio, 18)}
        hint={t`Collateral behind what shares can be worth`}
      />
      <Figure
        label={t`Vault size`}
        reading={readings.collateral}
        format={(value) => displayAmount(value, asset.decimals)}
        unit={asset.symbol}
        full={(value) => exact(value, asset)}
        hint={
          state.isKnown
            ? t`Shares at the price: ${amountText(toAssetsDown(state.value.supply, state.value.price), asset)}`
            : t`Collateral of all shares`
        }
      />
      <Figure
        label={t`Supply`}
        reading={readings.supply}
        format={(value) => displayAmount(value, share.decimals)}
        unit={share.symbol}
        full={(value) => exact(value, share)}
        hint={t`Locked and unlocked`}
      />
    </StatGrid>
  )
}

/** What a share costs, and what promised discounts will make of it. rules.md M11 */
function priceHint({ state, identity, readings }: Vault): string {
  const plain = t`For one ${identity.share.symbol}, minted or burnt`
  const promised = knownValue(readings.lockedDiscounts)
  if (!state.isKnown || promised === undefined || promised === 0n) return plain
  return `${plain}. ${promisedText(state.value, promised, identity)}`
}

function exact(value: bigint, { decimals }: Erc20): string {
  return displayAmount(value, decimals, { maxFractionDigits: decimals })
}
