/**
 * What the issuer promises and no contract enforces (seeds of 2023). Live figures have moved since: where they stand,
 * the page says from when they are. rules.md T10, T11, T18
 */
export const policy = {
  dated: 'the issuer’s terms of 2023',
  issuanceDays: 4n,
  redemptionDays: 5n,
} as const
