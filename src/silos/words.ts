import { displayAmount, exactText } from '../math/amount'
import type { Refusal } from '../math/silos-draft'
import type { PriceState } from '../math/silos-state'
import { displayDateTime } from '../math/time'
import { usdcUnit, usdtzUnit, xtzUnit } from './snapshot'
import { usdText } from './format'
import { t } from '../words/t'

/** Why there is no price of XTZ. rules.md S15 */
export const noPriceText: Readonly<Record<PriceState, string>> = {
  Fresh: t`There is a price.`,
  FeedUnusable: t`The feed answers nothing that is a price.`,
  FeedStale: t`The feed’s price is too old.`,
  DexUnusable: t`The exchange’s average answers nothing that is a price.`,
  DexStale: t`The exchange’s average is too old.`,
  Deviates: t`The feed and the exchange are too far apart.`,
}

/** Why an action is not possible now, in a sentence. Amounts are those the contract would answer with. */
export function refusalText({ name, priceState = 'Fresh', numbers = [] }: Refusal): string {
  const [first = 0n, second = 0n] = numbers
  switch (name) {
    case 'EnforcedPause':
      return t`Entries are paused. Redemptions, claims, closings and replenishing go on.`
    case 'ZeroAmount':
      return t`So little moves nothing: enter more.`
    case 'NoSuchSilo':
      return t`There are four silos, 1 to 4.`
    case 'UsdcUnsound':
      return t`USDC’s own feed is below its limit, too old, or no price: nothing enters, and nothing is converted.`
    case 'NoPrice':
      return t`There is no price of XTZ: ${lower(noPriceText[priceState])}`
    case 'ExceedsHeadroom':
      return t`${exactText(first, usdtzUnit)} is more than can be minted now, ${exactText(second, usdtzUnit)}.`
    case 'BelowMinUsdtz':
      return t`It gives ${exactText(first, usdtzUnit)}, and at least ${exactText(second, usdtzUnit)} was asked for.`
    case 'InsufficientBalance':
      return t`${exactText(first, usdtzUnit)} is more than all that circulates, ${exactText(second, usdtzUnit)}.`
    case 'Silo2Short':
      return t`Silo 2 is worth ${usdText(first)}, less than the supply of ${usdText(second, { round: 'up' })}: it pays nothing out until it is full. Redeeming for USDC goes on.`
    case 'BelowMinXtz':
      return t`It pays ${exactText(first, xtzUnit)}, and at least ${exactText(second, xtzUnit)} was asked for.`
    case 'NothingToReplenish':
      return t`Silo 3 buys nothing now: Silo 2 is not short, the latch is open, or Silo 3 is empty.`
    case 'CycleNotEnded':
      return t`The cycle ends ${displayDateTime(first)}, and the last closing can’t be repeated any more.`
    case 'NothingToCover':
      return t`Silo 2 is worth ${usdText(first)}, not more than the ${usdText(second)} in Silo 1: there is nothing to cover.`
    case 'BelowMinProceeds':
      return t`It would bring ${exactText(first, usdcUnit)}, and at least ${exactText(second, usdcUnit)} is asked for.`
    case 'BelowMinOut':
      return t`The exchange would give ${displayAmount(first, 6)}, less than the bound of ${displayAmount(second, 6)}.`
    case 'OutOfRange':
      return t`The amounts are beyond what the contract can do.`
  }
}

function lower(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1)
}
