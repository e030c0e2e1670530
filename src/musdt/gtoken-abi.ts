import { parseAbi } from 'viem'

/** What only a GToken has. */
export const gTokenAbi = parseAbi(['function openTradesPnlFeed() view returns (address)'])

/** The feed of a GToken, as it was published: the rhythm of the epochs is its owner's to set. */
export const feedAbi = parseAbi([
  'function requestsStart() view returns (uint256)',
  'function requestsEvery() view returns (uint256)',
  'function requestsCount() view returns (uint256)',
  'function nextEpochValuesRequestCount() view returns (uint256)',
  'function forceNewEpoch()',
])
