// Generated from contracts/ by devnet/abis.ts. Do not edit.
export const devPriceFeedAbi = [
  {"type":"constructor","inputs":[{"name":"decimals_","type":"uint8"},{"name":"description_","type":"string"}],"stateMutability":"nonpayable"},
  {"type":"function","name":"answer","inputs":[],"outputs":[{"name":"","type":"int256"}],"stateMutability":"view"},
  {"type":"function","name":"decimals","inputs":[],"outputs":[{"name":"","type":"uint8"}],"stateMutability":"view"},
  {"type":"function","name":"description","inputs":[],"outputs":[{"name":"","type":"string"}],"stateMutability":"view"},
  {"type":"function","name":"getRoundData","inputs":[{"name":"id","type":"uint80"}],"outputs":[{"name":"","type":"uint80"},{"name":"","type":"int256"},{"name":"","type":"uint256"},{"name":"","type":"uint256"},{"name":"","type":"uint80"}],"stateMutability":"view"},
  {"type":"function","name":"latestRoundData","inputs":[],"outputs":[{"name":"","type":"uint80"},{"name":"","type":"int256"},{"name":"","type":"uint256"},{"name":"","type":"uint256"},{"name":"","type":"uint80"}],"stateMutability":"view"},
  {"type":"function","name":"roundId","inputs":[],"outputs":[{"name":"","type":"uint80"}],"stateMutability":"view"},
  {"type":"function","name":"setAnswer","inputs":[{"name":"answer_","type":"int256"}],"outputs":[],"stateMutability":"nonpayable"},
  {"type":"function","name":"setAnswerAt","inputs":[{"name":"answer_","type":"int256"},{"name":"updatedAt_","type":"uint256"}],"outputs":[],"stateMutability":"nonpayable"},
  {"type":"function","name":"setAnswerInNextPhase","inputs":[{"name":"answer_","type":"int256"}],"outputs":[],"stateMutability":"nonpayable"},
  {"type":"function","name":"setRound","inputs":[{"name":"id","type":"uint80"},{"name":"answer_","type":"int256"},{"name":"updatedAt_","type":"uint256"}],"outputs":[],"stateMutability":"nonpayable"},
  {"type":"function","name":"updatedAt","inputs":[],"outputs":[{"name":"","type":"uint256"}],"stateMutability":"view"},
  {"type":"event","name":"AnswerUpdated","inputs":[{"name":"current","type":"int256","indexed":true},{"name":"roundId","type":"uint256","indexed":true},{"name":"updatedAt","type":"uint256","indexed":false}],"anonymous":false},
] as const
