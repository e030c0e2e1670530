// Generated from contracts/ by devnet/abis.ts. Do not edit.
export const devPairAbi = [
  {"type":"constructor","inputs":[{"name":"a","type":"address"},{"name":"b","type":"address"}],"stateMutability":"nonpayable"},
  {"type":"function","name":"getReserves","inputs":[],"outputs":[{"name":"","type":"uint112"},{"name":"","type":"uint112"},{"name":"","type":"uint32"}],"stateMutability":"view"},
  {"type":"function","name":"price0CumulativeLast","inputs":[],"outputs":[{"name":"","type":"uint256"}],"stateMutability":"view"},
  {"type":"function","name":"price1CumulativeLast","inputs":[],"outputs":[{"name":"","type":"uint256"}],"stateMutability":"view"},
  {"type":"function","name":"setReserves","inputs":[{"name":"token","type":"address"},{"name":"amount","type":"uint256"},{"name":"otherAmount","type":"uint256"}],"outputs":[],"stateMutability":"nonpayable"},
  {"type":"function","name":"swap","inputs":[{"name":"amount0Out","type":"uint256"},{"name":"amount1Out","type":"uint256"},{"name":"to","type":"address"},{"name":"","type":"bytes"}],"outputs":[],"stateMutability":"nonpayable"},
  {"type":"function","name":"token0","inputs":[],"outputs":[{"name":"","type":"address"}],"stateMutability":"view"},
  {"type":"function","name":"token1","inputs":[],"outputs":[{"name":"","type":"address"}],"stateMutability":"view"},
  {"type":"event","name":"Swap","inputs":[{"name":"amount0In","type":"uint256","indexed":false},{"name":"amount1In","type":"uint256","indexed":false},{"name":"amount0Out","type":"uint256","indexed":false},{"name":"amount1Out","type":"uint256","indexed":false},{"name":"to","type":"address","indexed":true}],"anonymous":false},
  {"type":"event","name":"Sync","inputs":[{"name":"reserve0","type":"uint112","indexed":false},{"name":"reserve1","type":"uint112","indexed":false}],"anonymous":false},
] as const
