/** What the plans of this room are called: one of a kind on its way is known by it, also after a reload. */
export const kinds = {
  mint: 'musdt.mint',
  lockMint: 'musdt.lockMint',
  renewCap: 'musdt.renewCap',
  beginEpoch: 'musdt.beginEpoch',
  unlock: 'musdt.unlock',
  transferLock: 'musdt.transferLock',
  request: 'musdt.request',
  cancelRequest: 'musdt.cancelRequest',
  redeem: 'musdt.redeem',
} as const

export type Kind = (typeof kinds)[keyof typeof kinds]
