import type { Meaning } from '../ui/Term'
import { t } from '../words/t'

/** The words of the four silos. */
export const terms = {
  usdtz: {
    word: 'USDtz',
    meaning: t`A token that can be redeemed for 1 USDC. Four reserves, called silos, stand behind it.`,
  },
  silo: {
    word: t`Silo`,
    meaning: t`A reserve inside one contract. Silos 1 and 3 hold USDC, Silos 2 and 4 hold XTZ; each is full when it is worth as much as there is USDtz.`,
  },
  latch: {
    word: t`Latch`,
    meaning: t`Set once, at the end of a cycle that found Silos 1 and 2 full, and never unset. From then on new USDtz is made only while both stay full.`,
  },
  harvest: {
    word: t`Harvest`,
    meaning: t`What is above 100% in all four silos when a cycle is closed. It leaves the reserve for a chamber of its own, and the trustees vote on it.`,
  },
} as const satisfies Readonly<Record<string, Meaning>>
