import { defineChain, type Chain } from 'viem'

import type { Network } from './config'

/** The network as viem and a wallet want it described. */
export function toChain(network: Network): Chain {
  return defineChain({
    id: network.chainId,
    name: network.name,
    nativeCurrency: { name: 'Ether', symbol: 'ETH', ...network.nativeCurrency, decimals: 18 },
    rpcUrls: { default: { http: network.rpcUrls } },
    ...(network.explorerUrl !== undefined && {
      blockExplorers: { default: { name: 'Explorer', url: network.explorerUrl } },
    }),
    ...(network.contracts.shared?.multicall3 && {
      contracts: { multicall3: { address: network.contracts.shared.multicall3 } },
    }),
    testnet: network.isDevnet,
  })
}
