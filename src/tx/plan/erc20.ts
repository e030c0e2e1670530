import { parseAbi } from 'viem'

/** ERC-20 as the app calls it. `approve` has no outputs: USDT returns nothing. rules.md U1 */
export const erc20Abi = parseAbi([
  'function approve(address spender, uint256 amount)',
  'function allowance(address owner, address spender) view returns (uint256)',
  'function balanceOf(address owner) view returns (uint256)',
  'event Approval(address indexed owner, address indexed spender, uint256 value)',
  'event Transfer(address indexed from, address indexed to, uint256 value)',
])
