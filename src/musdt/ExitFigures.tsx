import { redeemAssets } from '../math/musdt'
import { joinReadings, mapReading } from '../math/reading'
import { Figure } from '../ui/Figure'
import { StatGrid } from '../ui/Stat'
import type { Vault } from './snapshot'
import { amountText, exactText, priceText } from './words'

/** What the account has to withdraw, all of it at the price of now. rules.md M1, M8 */
export function ExitFigures({ vault, hasEpochs }: { vault: Vault; hasEpochs: boolean }) {
  const { holder, readings } = vault
  const { asset, share } = vault.identity
  const shares = (value: bigint) => amountText(value, share)
  const exactShares = (value: bigint) => exactText(value, share)
  const value =
    holder && joinReadings(holder, readings.price, (mine, price) => redeemAssets(mine.shares, price))
  return (
    <StatGrid columns={hasEpochs ? 4 : 2}>
      <Figure
        label={`${share.symbol} balance`}
        reading={holder && mapReading(holder, (mine) => mine.shares)}
        format={shares}
        full={exactShares}
        hint="Locked ones are not in it"
      />
      {hasEpochs && (
        <>
          <Figure
            label="Free"
            reading={holder && mapReading(holder, (mine) => mine.shares - mine.underRequest)}
            format={shares}
            full={exactShares}
            hint="Can be requested or moved"
          />
          <Figure
            label="Under request"
            reading={holder && mapReading(holder, (mine) => mine.underRequest)}
            format={shares}
            full={exactShares}
            hint="Cannot be moved until redeemed, cancelled or void"
          />
        </>
      )}
      <Figure
        label="Value now"
        reading={value}
        format={(amount) => amountText(amount, asset)}
        full={(amount) => exactText(amount, asset)}
        {...(readings.price.isKnown && {
          hint: `At ${priceText(readings.price.value)} ${asset.symbol} per ${share.symbol}`,
        })}
      />
    </StatGrid>
  )
}
