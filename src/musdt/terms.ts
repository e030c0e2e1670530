import type { Meaning } from '../ui/Term'
import { t } from '../words/t'

/** The vault’s own words. */
export const terms = {
  collateralRatio: {
    word: t`Collateral ratio`,
    meaning: t`What the vault holds, against the most its shares can be worth. What is above 100% is a buffer: traders’ gains use it up before the price falls.`,
  },
  epoch: {
    word: t`Epoch`,
    meaning: t`The rhythm of the vault. A withdrawal is requested in one epoch and redeemed in a later one; after that one it is void.`,
  },
  mNft: {
    word: 'mNFT',
    meaning: t`The token of one locked deposit. Whoever owns it can unlock the deposit when its time is over, so giving it away gives the deposit away.`,
  },
  lockDiscount: {
    word: t`Discount`,
    meaning: t`More mUSDT for the same USDT, for a deposit that stays locked. Nobody has paid for it: all holders do, when it is unlocked.`,
  },
} as const satisfies Readonly<Record<string, Meaning>>
