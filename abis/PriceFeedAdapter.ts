// Generated from contracts/ by devnet/abis.ts. Do not edit.
export const priceFeedAdapterAbi = [
  {"type":"constructor","inputs":[{"name":"feed_","type":"address"},{"name":"heartbeatSeconds_","type":"uint256"}],"stateMutability":"nonpayable"},
  {"type":"function","name":"feed","inputs":[],"outputs":[{"name":"","type":"address"}],"stateMutability":"view"},
  {"type":"function","name":"heartbeatSeconds","inputs":[],"outputs":[{"name":"","type":"uint256"}],"stateMutability":"view"},
  {"type":"function","name":"latestPrice","inputs":[],"outputs":[{"name":"priceUsdt","type":"uint256"},{"name":"updatedAt","type":"uint256"}],"stateMutability":"view"},
  {"type":"function","name":"latestRound","inputs":[],"outputs":[{"name":"id","type":"uint80"},{"name":"updatedAt","type":"uint256"}],"stateMutability":"view"},
  {"type":"function","name":"round","inputs":[{"name":"id","type":"uint80"}],"outputs":[{"name":"priceUsdt","type":"uint256"},{"name":"updatedAt","type":"uint256"}],"stateMutability":"view"},
  {"type":"error","name":"Backstop_FeedFailed","inputs":[{"name":"roundId","type":"uint80"}]},
  {"type":"error","name":"Backstop_PriceFromFuture","inputs":[{"name":"updatedAt","type":"uint256"},{"name":"now_","type":"uint256"}]},
  {"type":"error","name":"Backstop_PriceNotPositive","inputs":[{"name":"answer","type":"int256"}]},
  {"type":"error","name":"Backstop_PriceStale","inputs":[{"name":"updatedAt","type":"uint256"},{"name":"heartbeatSeconds","type":"uint256"},{"name":"now_","type":"uint256"}]},
] as const
