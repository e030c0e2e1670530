// Generated from contracts/ by devnet/abis.ts. Do not edit.
export const poolLiquidityAbi = [
  {"type":"constructor","inputs":[{"name":"average_","type":"address"},{"name":"quote_","type":"address"},{"name":"quoteDecimals","type":"uint8"}],"stateMutability":"nonpayable"},
  {"type":"function","name":"average","inputs":[],"outputs":[{"name":"","type":"address"}],"stateMutability":"view"},
  {"type":"function","name":"latest","inputs":[],"outputs":[{"name":"liquidityWad","type":"uint256"},{"name":"updatedAt","type":"uint256"}],"stateMutability":"view"},
  {"type":"function","name":"newer","inputs":[],"outputs":[{"name":"cumulative","type":"uint256"},{"name":"time","type":"uint256"}],"stateMutability":"view"},
  {"type":"function","name":"newest","inputs":[],"outputs":[{"name":"cumulative","type":"uint256"},{"name":"time","type":"uint256"}],"stateMutability":"view"},
  {"type":"function","name":"observe","inputs":[],"outputs":[],"stateMutability":"nonpayable"},
  {"type":"function","name":"older","inputs":[],"outputs":[{"name":"cumulative","type":"uint256"},{"name":"time","type":"uint256"}],"stateMutability":"view"},
  {"type":"function","name":"pair","inputs":[],"outputs":[{"name":"","type":"address"}],"stateMutability":"view"},
  {"type":"function","name":"quote","inputs":[],"outputs":[{"name":"","type":"address"}],"stateMutability":"view"},
  {"type":"function","name":"sample","inputs":[],"outputs":[{"name":"","type":"uint256"}],"stateMutability":"view"},
  {"type":"function","name":"windowSeconds","inputs":[],"outputs":[{"name":"","type":"uint256"}],"stateMutability":"view"},
  {"type":"event","name":"Sampled","inputs":[{"name":"sample","type":"uint256","indexed":false},{"name":"cumulative","type":"uint256","indexed":false}],"anonymous":false},
  {"type":"error","name":"Liquidity_ChangedNow","inputs":[]},
  {"type":"error","name":"Liquidity_WindowTooShort","inputs":[{"name":"windowSeconds","type":"uint256"}]},
] as const
