import type { Meaning } from '../ui/Term'
import { t } from '../words/t'

/** STBT’s own words. */
export const terms = {
  index: {
    word: t`Index`,
    meaning: t`What one share is worth in STBT. Interest raises it, while the number of your shares stays.`,
  },
  share: {
    word: t`Share`,
    meaning: t`What the contract really counts for each holder. Your balance is your shares times the index.`,
  },
  carry: {
    word: t`Carried interest`,
    meaning: t`Interest that was reported and is in no balance yet. A loss waits here, and later interest pays it off before balances grow again.`,
  },
  permission: {
    word: t`Permission`,
    meaning: t`The issuer’s entry that lets an address send or receive STBT, perhaps until a date. It stands for an investor the issuer has approved.`,
  },
  bankingDay: {
    word: t`Banking day`,
    meaning: t`A day on which banks in New York are open, by the calendar of the Federal Reserve.`,
  },
} as const satisfies Readonly<Record<string, Meaning>>
