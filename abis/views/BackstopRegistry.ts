// Generated from contracts/ by devnet/abis.ts. Do not edit.
export const backstopRegistryViews = [
  {"type":"function","name":"DEFAULT_ADMIN_ROLE","inputs":[],"outputs":[{"name":"","type":"bytes32"}],"stateMutability":"view"},
  {"type":"function","name":"allSeries","inputs":[],"outputs":[{"name":"","type":"tuple[]","components":[{"name":"series","type":"address"},{"name":"pool","type":"address"},{"name":"ledger","type":"address"},{"name":"note","type":"address"},{"name":"warrant","type":"address"}]}],"stateMutability":"view"},
  {"type":"function","name":"btc","inputs":[],"outputs":[{"name":"","type":"address"}],"stateMutability":"view"},
  {"type":"function","name":"btcOracle","inputs":[],"outputs":[{"name":"","type":"address"}],"stateMutability":"view"},
  {"type":"function","name":"getRoleAdmin","inputs":[{"name":"role","type":"bytes32"}],"outputs":[{"name":"","type":"bytes32"}],"stateMutability":"view"},
  {"type":"function","name":"hasRole","inputs":[{"name":"role","type":"bytes32"},{"name":"account","type":"address"}],"outputs":[{"name":"","type":"bool"}],"stateMutability":"view"},
  {"type":"function","name":"implementations","inputs":[],"outputs":[{"name":"","type":"tuple","components":[{"name":"series","type":"address"},{"name":"pool","type":"address"},{"name":"ledger","type":"address"},{"name":"note","type":"address"},{"name":"warrant","type":"address"}]}],"stateMutability":"view"},
  {"type":"function","name":"isProtocol","inputs":[{"name":"account","type":"address"}],"outputs":[{"name":"","type":"bool"}],"stateMutability":"view"},
  {"type":"function","name":"isSeries","inputs":[{"name":"series","type":"address"}],"outputs":[{"name":"","type":"bool"}],"stateMutability":"view"},
  {"type":"function","name":"mstr","inputs":[],"outputs":[{"name":"","type":"address"}],"stateMutability":"view"},
  {"type":"function","name":"mstrOracle","inputs":[],"outputs":[{"name":"","type":"address"}],"stateMutability":"view"},
  {"type":"function","name":"seriesAt","inputs":[{"name":"id","type":"uint256"}],"outputs":[{"name":"","type":"tuple","components":[{"name":"series","type":"address"},{"name":"pool","type":"address"},{"name":"ledger","type":"address"},{"name":"note","type":"address"},{"name":"warrant","type":"address"}]}],"stateMutability":"view"},
  {"type":"function","name":"seriesCount","inputs":[],"outputs":[{"name":"","type":"uint256"}],"stateMutability":"view"},
  {"type":"function","name":"supportsInterface","inputs":[{"name":"interfaceId","type":"bytes4"}],"outputs":[{"name":"","type":"bool"}],"stateMutability":"view"},
  {"type":"function","name":"treasury","inputs":[],"outputs":[{"name":"","type":"address"}],"stateMutability":"view"},
  {"type":"function","name":"usdt","inputs":[],"outputs":[{"name":"","type":"address"}],"stateMutability":"view"},
] as const
