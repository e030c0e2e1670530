import type { Meaning } from '../ui/Term'

/** The Backstop’s own words, as the contracts mean them. */
export const terms = {
  note: {
    word: 'Note',
    meaning:
      'What a bond buyer holds: the right to be repaid a fixed amount of USDT when the series ends, or to turn it into MSTR before that.',
  },
  warrant: {
    word: 'Warrant',
    meaning:
      'A right to buy MSTR at a fixed price. Whoever uses it pays USDT into the series’ ledger, and so releases stake.',
  },
  upfrontShare: {
    word: 'Upfront share',
    meaning:
      'A part of what the bond sale brings in, paid to stakers once, after the sale. It is of what is sold, which can be less than what is staked.',
  },
  capacity: {
    word: 'Capacity',
    meaning: 'How much of the bond the stakes can stand behind: all that is staked, divided by the coverage.',
  },
  saleLimit: {
    word: 'Sale limit',
    meaning: 'The most that will be sold: the capacity, or the largest sale in the terms where that is less.',
  },
  ledger: {
    word: 'Ledger',
    meaning: 'USDT inside a series that may only be spent on its Notes. It is spent before any stake is.',
  },
  tenor: {
    word: 'Tenor',
    meaning:
      'The time from the end of the sale to maturity, while Notes are owed and stake stands behind them.',
  },
  requiredBackstop: {
    word: 'Required backstop',
    meaning:
      'The stake that has to stay, because Notes are owed and the ledger does not cover them yet. It never rises.',
  },
  makeWhole: {
    word: 'Make-whole',
    meaning:
      'What stakers are owed for stake that was used: MSTR set aside after the sale first, BTC for the rest. It is paid from stated sources; where they are short, everyone gets their part and the rest stays owed.',
  },
} as const satisfies Readonly<Record<string, Meaning>>
