import { parseAbi } from 'viem'

export const jarAbi = parseAbi([
  'function level() view returns (uint256)',
  'function pour(uint256 drops)',
  'event Poured(address indexed who, uint256 drops)',
  'error JarFull(uint256 drops, uint256 room)',
])
