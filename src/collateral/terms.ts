import type { Meaning } from '../ui/Term'
import { t } from '../words/t'

/** The words of TUSDT and its collateral. */
export const terms = {
  vault: {
    word: t`Vault`,
    meaning: t`Collateral and the debt against it, under one owner and apart from everybody else’s.`,
  },
  liquidationPrice: {
    word: t`Liquidation price`,
    meaning: t`Below this price of the collateral anyone may start an auction of it. Exactly at it the vault is still safe. Interest raises it day by day.`,
  },
  backingRatio: {
    word: t`Backing`,
    meaning: t`What TAO and USDC are held for each TUSDT that was issued for them. TUSDT that is borrowed is backed by its vaults instead.`,
  },
  nextPrice: {
    word: t`Next price`,
    meaning: t`A price waits before it counts, so that everybody can see what it will do. The one that waits is the next price.`,
  },
} as const satisfies Readonly<Record<string, Meaning>>
