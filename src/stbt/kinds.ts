/** What the plans of this room are called: one of a kind on its way is known by it, also after a reload. */
export const kinds = {
  wrap: 'stbt.wrap',
  unwrap: 'stbt.unwrap',
  mint: 'stbt.mint',
  redeem: 'stbt.redeem',
  execute: 'stbt.execute',
} as const

export type Kind = (typeof kinds)[keyof typeof kinds]
