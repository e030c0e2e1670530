// Generated from contracts/ by devnet/abis.ts. Do not edit.
export const seriesLedgerAbi = [
  {"type":"constructor","inputs":[{"name":"usdt_","type":"address"}],"stateMutability":"nonpayable"},
  {"type":"function","name":"balanceUsdt","inputs":[],"outputs":[{"name":"","type":"uint256"}],"stateMutability":"view"},
  {"type":"function","name":"credit","inputs":[{"name":"usdtAmount","type":"uint256"}],"outputs":[],"stateMutability":"nonpayable"},
  {"type":"function","name":"initialize","inputs":[{"name":"series_","type":"address"}],"outputs":[],"stateMutability":"nonpayable"},
  {"type":"function","name":"pay","inputs":[{"name":"to","type":"address"},{"name":"usdtAmount","type":"uint256"}],"outputs":[],"stateMutability":"nonpayable"},
  {"type":"function","name":"series","inputs":[],"outputs":[{"name":"","type":"address"}],"stateMutability":"view"},
  {"type":"function","name":"usdt","inputs":[],"outputs":[{"name":"","type":"address"}],"stateMutability":"view"},
  {"type":"event","name":"Initialized","inputs":[{"name":"version","type":"uint64","indexed":false}],"anonymous":false},
  {"type":"event","name":"LedgerCredited","inputs":[{"name":"usdtAmount","type":"uint256","indexed":false},{"name":"balanceUsdt","type":"uint256","indexed":false}],"anonymous":false},
  {"type":"event","name":"LedgerPaid","inputs":[{"name":"to","type":"address","indexed":true},{"name":"usdtAmount","type":"uint256","indexed":false},{"name":"balanceUsdt","type":"uint256","indexed":false}],"anonymous":false},
  {"type":"error","name":"Backstop_LedgerShort","inputs":[{"name":"requested","type":"uint256"},{"name":"balanceUsdt","type":"uint256"}]},
  {"type":"error","name":"Backstop_NotSeries","inputs":[{"name":"caller","type":"address"}]},
  {"type":"error","name":"InvalidInitialization","inputs":[]},
  {"type":"error","name":"NotInitializing","inputs":[]},
  {"type":"error","name":"SafeERC20FailedOperation","inputs":[{"name":"token","type":"address"}]},
] as const
