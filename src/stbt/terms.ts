import type { Meaning } from '../ui/Term'

/** STBT’s own words. */
export const terms = {
  index: {
    word: 'Index',
    meaning: 'What one share is worth in STBT. Interest raises it, while the number of your shares stays.',
  },
  share: {
    word: 'Share',
    meaning: 'What the contract really counts for each holder. Your balance is your shares times the index.',
  },
  carry: {
    word: 'Carried interest',
    meaning:
      'Interest that was reported and is in no balance yet. A loss waits here, and later interest pays it off before balances grow again.',
  },
  permission: {
    word: 'Permission',
    meaning:
      'The issuer’s entry that lets an address send or receive STBT, perhaps until a date. It stands for an investor the issuer has approved.',
  },
  bankingDay: {
    word: 'Banking day',
    meaning: 'A day on which banks in New York are open, by the calendar of the Federal Reserve.',
  },
} as const satisfies Readonly<Record<string, Meaning>>
