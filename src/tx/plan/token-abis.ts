import { parseAbi } from 'viem'

/** ERC-20 as the app calls it. `approve` has no outputs: USDT returns nothing. rules.md U1 */
export const erc20Abi = parseAbi([
  'function approve(address spender, uint256 amount)',
  'function allowance(address owner, address spender) view returns (uint256)',
  'function balanceOf(address owner) view returns (uint256)',
  'function decimals() view returns (uint8)',
  'event Approval(address indexed owner, address indexed spender, uint256 value)',
  'event Transfer(address indexed from, address indexed to, uint256 value)',
])

/** ERC-721, as far as a plan rests on it. */
export const erc721Abi = parseAbi(['function ownerOf(uint256 tokenId) view returns (address)'])
