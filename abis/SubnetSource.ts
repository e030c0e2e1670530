// Generated from contracts/ by devnet/abis.ts. Do not edit.
export const subnetSourceAbi = [
  {"type":"constructor","inputs":[{"name":"pool_","type":"address"},{"name":"tao_","type":"address"}],"stateMutability":"nonpayable"},
  {"type":"function","name":"latest","inputs":[],"outputs":[{"name":"price","type":"uint256"},{"name":"updatedAt","type":"uint256"}],"stateMutability":"view"},
  {"type":"function","name":"pool","inputs":[],"outputs":[{"name":"","type":"address"}],"stateMutability":"view"},
  {"type":"function","name":"tao","inputs":[],"outputs":[{"name":"","type":"address"}],"stateMutability":"view"},
  {"type":"error","name":"Subnet_WindowTooShort","inputs":[{"name":"windowSeconds","type":"uint256"}]},
] as const
