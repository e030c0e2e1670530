// Generated from contracts/ by devnet/abis.ts. Do not edit.
export const backstopRegistryViews = [
  {"type":"function","name":"allSeries","inputs":[],"outputs":[{"name":"","type":"tuple[]","components":[{"name":"series","type":"address"},{"name":"pool","type":"address"},{"name":"ledger","type":"address"},{"name":"note","type":"address"},{"name":"warrant","type":"address"}]}],"stateMutability":"view"},
  {"type":"function","name":"btcOracle","inputs":[],"outputs":[{"name":"","type":"address"}],"stateMutability":"view"},
  {"type":"function","name":"mstrOracle","inputs":[],"outputs":[{"name":"","type":"address"}],"stateMutability":"view"},
  {"type":"function","name":"seriesAt","inputs":[{"name":"id","type":"uint256"}],"outputs":[{"name":"","type":"tuple","components":[{"name":"series","type":"address"},{"name":"pool","type":"address"},{"name":"ledger","type":"address"},{"name":"note","type":"address"},{"name":"warrant","type":"address"}]}],"stateMutability":"view"},
  {"type":"function","name":"seriesCount","inputs":[],"outputs":[{"name":"","type":"uint256"}],"stateMutability":"view"},
  {"type":"function","name":"treasury","inputs":[],"outputs":[{"name":"","type":"address"}],"stateMutability":"view"},
] as const
