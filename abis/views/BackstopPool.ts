// Generated from contracts/ by devnet/abis.ts. Do not edit.
export const backstopPoolViews = [
  {"type":"function","name":"position","inputs":[{"name":"staker","type":"address"}],"outputs":[{"name":"result","type":"tuple","components":[{"name":"shares","type":"uint256"},{"name":"withdrawnUsdt","type":"uint256"},{"name":"entitlementUsdt","type":"uint256"},{"name":"claimableUsdt","type":"uint256"},{"name":"upfrontClaimed","type":"uint256"},{"name":"upfrontClaimable","type":"uint256"},{"name":"warrants","type":"uint256"},{"name":"hasClaimedWarrants","type":"bool"},{"name":"mstrClaimed","type":"uint256"},{"name":"mstrClaimable","type":"uint256"},{"name":"btcClaimed","type":"uint256"},{"name":"btcClaimable","type":"uint256"}]}],"stateMutability":"view"},
] as const
