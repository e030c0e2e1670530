import { displayAmount } from '../math/amount'
import { toAssetsDown } from '../math/musdt'
import { joinReadings, mapReading } from '../math/reading'
import { Figure } from '../ui/Figure'
import { StatGrid } from '../ui/Stat'
import type { Vault } from './snapshot'
import { priceText } from './format'
import { t } from '../words/t'

/** What the account has to withdraw, all of it at the current price. rules.md M1, M8 */
export function ExitFigures({ vault, hasEpochs }: { vault: Vault; hasEpochs: boolean }) {
  const { holder, readings } = vault
  const { asset, share } = vault.identity
  const short = (value: bigint) => displayAmount(value, share.decimals)
  const exact = (value: bigint) => displayAmount(value, share.decimals, { maxFractionDigits: share.decimals })
  const value =
    holder && joinReadings(holder, readings.price, (mine, price) => toAssetsDown(mine.shares, price))
  return (
    <StatGrid columns={hasEpochs ? 4 : 2}>
      <Figure
        label={t`${share.symbol} balance`}
        reading={holder && mapReading(holder, (mine) => mine.shares)}
        format={short}
        full={exact}
        unit={share.symbol}
        hint={t`Without what is locked`}
      />
      {hasEpochs && (
        <>
          <Figure
            label={t`Free`}
            formula={{ rule: 'M8', text: t`Shares held − shares under request` }}
            reading={holder && mapReading(holder, (mine) => mine.shares - mine.underRequest)}
            format={short}
            full={exact}
            unit={share.symbol}
            hint={t`Can be requested or moved`}
          />
          <Figure
            label={t`Under request`}
            reading={holder && mapReading(holder, (mine) => mine.underRequest)}
            format={short}
            full={exact}
            unit={share.symbol}
            hint={t`Cannot be moved until redeemed, cancelled or void`}
          />
        </>
      )}
      <Figure
        label={t`Value now`}
        formula={{ rule: 'M1', text: t`Shares × price, rounded down` }}
        reading={value}
        format={(amount) => displayAmount(amount, asset.decimals)}
        full={(amount) => displayAmount(amount, asset.decimals, { maxFractionDigits: asset.decimals })}
        unit={asset.symbol}
        {...(readings.price.isKnown && {
          hint: t`At ${priceText(readings.price.value)} ${asset.symbol} per ${share.symbol}`,
        })}
      />
    </StatGrid>
  )
}
