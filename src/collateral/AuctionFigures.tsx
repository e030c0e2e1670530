import { displayAmount, exactText, formatAmount } from '../math/amount'
import { Figure } from '../ui/Figure'
import { Stat, StatGrid } from '../ui/Stat'
import type { AuctionProps } from './auction-props'
import { figured } from './BackingFigures'
import { priceText, tusdtText } from './format'
import { tusdtUnit } from './snapshot'
import { t } from '../words/t'

/** Price, lot, need and what all of it gains, of this block. rules.md C7 */
export function AuctionFigures({ auction, type }: AuctionProps) {
  const { price, oraclePrice, stored, need, isTakeable, taken, paid, profit } = auction.value
  const { name } = type
  return (
    <StatGrid>
      <Figure
        label={isTakeable ? t`Price of one ${name} now` : t`Price of one ${name} (takes are closed)`}
        formula={{
          rule: 'C7',
          text: t`Starting price × time left ÷ time in all, rounded down; after that time it is 0`,
        }}
        reading={figured(auction, { value: price })}
        format={(value) => priceText(value, { round: 'up' })}
        full={(value) => formatAmount(value, 18)}
        unit="TUSDT"
        hint={
          oraclePrice === 0n
            ? t`No current price holds.`
            : t`The current price is ${priceText(oraclePrice)} USD.`
        }
        size="large"
      />
      <Figure
        label={t`Lot, ${name}`}
        reading={figured(auction, { value: stored.lot })}
        format={(value) => displayAmount(value, 18)}
        full={(value) => formatAmount(value, 18)}
        hint={t`What is not needed goes back to the vault.`}
      />
      <Figure
        label={t`Still needed`}
        formula={{ rule: 'C7', text: t`Principal + interest + late fees + penalty` }}
        reading={figured(auction, { value: need })}
        format={(value) => displayAmount(value, 18, { round: 'up' })}
        full={(value) => exactText(value, tusdtUnit)}
        unit="TUSDT"
        hint={t`All takes together pay no more than this.`}
      />
      {isTakeable ? (
        <Figure
          label={profit < 0n ? t`Taking all loses now` : t`Taking all gains now`}
          formula={{ rule: 'C7', text: t`What is taken × the current price − what is paid` }}
          reading={figured(auction, { value: profit < 0n ? -profit : profit })}
          format={tusdtText}
          full={(value) => formatAmount(value, 18)}
          unit="USD"
          hint={t`${displayAmount(taken, 18)} ${name} for ${displayAmount(paid, 18, { round: 'up' })} TUSDT, at the current price. Gas is not in it.`}
        />
      ) : (
        <Stat label={t`Taking all gains now`} hint={t`Nothing can be taken now.`}>
          —
        </Stat>
      )}
    </StatGrid>
  )
}
