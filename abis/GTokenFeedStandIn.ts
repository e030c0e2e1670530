// Generated from contracts/ by devnet/abis.ts. Do not edit.
export const gTokenFeedStandInAbi = [
  {"type":"constructor","inputs":[{"name":"vault","type":"address"}],"stateMutability":"nonpayable"},
  {"type":"function","name":"forceNewEpoch","inputs":[],"outputs":[],"stateMutability":"nonpayable"},
  {"type":"function","name":"gToken","inputs":[],"outputs":[{"name":"","type":"address"}],"stateMutability":"view"},
  {"type":"function","name":"newOpenPnlRequestOrEpoch","inputs":[],"outputs":[],"stateMutability":"nonpayable"},
  {"type":"function","name":"nextEpochValues","inputs":[{"name":"","type":"uint256"}],"outputs":[{"name":"","type":"int256"}],"stateMutability":"view"},
  {"type":"function","name":"nextEpochValuesLastRequest","inputs":[],"outputs":[{"name":"","type":"uint256"}],"stateMutability":"view"},
  {"type":"function","name":"nextEpochValuesRequestCount","inputs":[],"outputs":[{"name":"","type":"uint256"}],"stateMutability":"view"},
  {"type":"function","name":"requestsCount","inputs":[],"outputs":[{"name":"","type":"uint256"}],"stateMutability":"view"},
  {"type":"function","name":"requestsEvery","inputs":[],"outputs":[{"name":"","type":"uint256"}],"stateMutability":"view"},
  {"type":"function","name":"requestsStart","inputs":[],"outputs":[{"name":"","type":"uint256"}],"stateMutability":"view"},
  {"type":"function","name":"updateRequestsInfoBatch","inputs":[{"name":"newStart","type":"uint256"},{"name":"newEvery","type":"uint256"},{"name":"newCount","type":"uint256"}],"outputs":[],"stateMutability":"nonpayable"},
  {"type":"event","name":"NewEpoch","inputs":[{"name":"newEpoch","type":"uint256","indexed":true},{"name":"requestId","type":"uint256","indexed":true},{"name":"epochMedianValues","type":"int256[]","indexed":false},{"name":"epochAverageValue","type":"int256","indexed":false},{"name":"newEpochPositiveOpenPnl","type":"uint256","indexed":false}],"anonymous":false},
  {"type":"event","name":"NewEpochForced","inputs":[{"name":"newEpoch","type":"uint256","indexed":true}],"anonymous":false},
] as const
