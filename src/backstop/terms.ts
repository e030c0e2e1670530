import type { Meaning } from '../ui/Term'
import { t } from '../words/t'

/** The Backstop’s own words, as the contracts mean them. */
export const terms = {
  note: {
    word: t`Note`,
    meaning: t`What a bond buyer holds: the right to be repaid a fixed amount of USDT when the series ends, or to turn it into MSTR before that.`,
  },
  warrant: {
    word: t`Warrant`,
    meaning: t`A right to buy MSTR at a fixed price. Whoever uses it pays USDT into the series’ ledger, and so releases stake.`,
  },
  upfrontShare: {
    word: t`Upfront share`,
    meaning: t`A part of what the bond sale brings in, paid to stakers once, after the sale. It is of what is sold, which can be less than what is staked.`,
  },
  capacity: {
    word: t`Capacity`,
    meaning: t`How much of the bond the stakes can stand behind: all that is staked, divided by the coverage.`,
  },
  saleLimit: {
    word: t`Sale limit`,
    meaning: t`The most that will be sold: the capacity, or the largest sale in the terms where that is less.`,
  },
  ledger: {
    word: t`Ledger`,
    meaning: t`USDT inside a series that may only be spent on its Notes. It is spent before any stake is.`,
  },
  tenor: {
    word: t`Tenor`,
    meaning: t`The time from the end of the sale to maturity, while Notes are owed and stake stands behind them.`,
  },
  requiredBackstop: {
    word: t`Required backstop`,
    meaning: t`The stake that has to stay, because Notes are owed and the ledger does not cover them yet. It never rises.`,
  },
  makeWhole: {
    word: t`Make-whole`,
    meaning: t`What stakers are owed for stake that was used: MSTR set aside after the sale first, BTC for the rest. It is paid from stated sources; where they are short, everyone gets their part and the rest stays owed.`,
  },
} as const satisfies Readonly<Record<string, Meaning>>
