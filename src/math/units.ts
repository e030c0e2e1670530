/** All of something in basis points: 10,000 = 100%. */
export const BPS = 10_000n

/** 1 in fixed point with 18 decimals: prices, and everything per share. */
export const WAD = 10n ** 18n

/** 1% where percentages have 18 decimals (a vault, as in GToken). */
export const ONE_P = 10n ** 18n

/** 100% where percentages have 18 decimals. */
export const HUNDRED_P = 100n * ONE_P

export const DAY_SECONDS = 86_400n

/** The largest value a contract can hold. */
export const MAX_UINT256 = 2n ** 256n - 1n
