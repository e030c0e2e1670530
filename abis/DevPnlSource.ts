// Generated from contracts/ by devnet/abis.ts. Do not edit.
export const devPnlSourceAbi = [
  {"type":"constructor","inputs":[{"name":"vault_","type":"address"}],"stateMutability":"nonpayable"},
  {"type":"function","name":"realize","inputs":[{"name":"assets","type":"int256"}],"outputs":[],"stateMutability":"nonpayable"},
  {"type":"function","name":"setCollateralizationP","inputs":[{"name":"targetP","type":"uint256"}],"outputs":[],"stateMutability":"nonpayable"},
  {"type":"function","name":"vault","inputs":[],"outputs":[{"name":"","type":"address"}],"stateMutability":"view"},
  {"type":"event","name":"PnlRealized","inputs":[{"name":"assets","type":"int256","indexed":false}],"anonymous":false},
  {"type":"error","name":"SafeCastOverflowedIntToUint","inputs":[{"name":"value","type":"int256"}]},
  {"type":"error","name":"SafeCastOverflowedUintToInt","inputs":[{"name":"value","type":"uint256"}]},
  {"type":"error","name":"SafeERC20FailedOperation","inputs":[{"name":"token","type":"address"}]},
] as const
