// Generated from contracts/ by devnet/abis.ts. Do not edit.
export const twapOracleAbi = [
  {"type":"constructor","inputs":[{"name":"adapter_","type":"address"}],"stateMutability":"nonpayable"},
  {"type":"function","name":"adapter","inputs":[],"outputs":[{"name":"","type":"address"}],"stateMutability":"view"},
  {"type":"function","name":"firstObservedAt","inputs":[],"outputs":[{"name":"","type":"uint256"}],"stateMutability":"view"},
  {"type":"function","name":"latest","inputs":[],"outputs":[{"name":"priceUsdt","type":"uint256"},{"name":"updatedAt","type":"uint256"}],"stateMutability":"view"},
  {"type":"function","name":"observationAt","inputs":[{"name":"index","type":"uint256"}],"outputs":[{"name":"","type":"tuple","components":[{"name":"observedAt","type":"uint64"},{"name":"priceUsdt","type":"uint192"},{"name":"priceSeconds","type":"uint256"}]}],"stateMutability":"view"},
  {"type":"function","name":"observationCount","inputs":[],"outputs":[{"name":"","type":"uint256"}],"stateMutability":"view"},
  {"type":"function","name":"poke","inputs":[],"outputs":[{"name":"priceUsdt","type":"uint256"}],"stateMutability":"nonpayable"},
  {"type":"function","name":"twap","inputs":[{"name":"end","type":"uint256"},{"name":"window","type":"uint256"}],"outputs":[{"name":"priceUsdt","type":"uint256"}],"stateMutability":"view"},
  {"type":"event","name":"PriceObserved","inputs":[{"name":"index","type":"uint256","indexed":true},{"name":"priceUsdt","type":"uint256","indexed":false},{"name":"observedAt","type":"uint256","indexed":false}],"anonymous":false},
  {"type":"error","name":"Backstop_AlreadyObserved","inputs":[{"name":"observedAt","type":"uint256"}]},
  {"type":"error","name":"Backstop_InvalidWindow","inputs":[{"name":"end","type":"uint256"},{"name":"window","type":"uint256"}]},
  {"type":"error","name":"Backstop_NoObservation","inputs":[{"name":"neededAt","type":"uint256"},{"name":"firstAt","type":"uint256"}]},
  {"type":"error","name":"Backstop_WindowInFuture","inputs":[{"name":"end","type":"uint256"},{"name":"now_","type":"uint256"}]},
  {"type":"error","name":"SafeCastOverflowedUintDowncast","inputs":[{"name":"bits","type":"uint8"},{"name":"value","type":"uint256"}]},
] as const
