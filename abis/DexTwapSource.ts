// Generated from contracts/ by devnet/abis.ts. Do not edit.
export const dexTwapSourceAbi = [
  {"type":"constructor","inputs":[{"name":"pair_","type":"address"},{"name":"token","type":"address"},{"name":"windowSeconds_","type":"uint256"}],"stateMutability":"nonpayable"},
  {"type":"function","name":"latest","inputs":[],"outputs":[{"name":"price","type":"uint256"},{"name":"updatedAt","type":"uint256"}],"stateMutability":"view"},
  {"type":"function","name":"newer","inputs":[],"outputs":[{"name":"cumulative","type":"uint256"},{"name":"time","type":"uint256"}],"stateMutability":"view"},
  {"type":"function","name":"observe","inputs":[],"outputs":[],"stateMutability":"nonpayable"},
  {"type":"function","name":"older","inputs":[],"outputs":[{"name":"cumulative","type":"uint256"},{"name":"time","type":"uint256"}],"stateMutability":"view"},
  {"type":"function","name":"pair","inputs":[],"outputs":[{"name":"","type":"address"}],"stateMutability":"view"},
  {"type":"function","name":"windowSeconds","inputs":[],"outputs":[{"name":"","type":"uint256"}],"stateMutability":"view"},
  {"type":"event","name":"Observed","inputs":[{"name":"cumulative","type":"uint256","indexed":false},{"name":"time","type":"uint256","indexed":false}],"anonymous":false},
  {"type":"error","name":"Twap_ObservedRecently","inputs":[{"name":"lastAt","type":"uint256"},{"name":"nextAt","type":"uint256"}]},
] as const
