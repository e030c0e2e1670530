import type { Address, Client, Hex } from 'viem'

import type { RawLog } from './history-scan'
import type { Wish } from './transport'

/** The JSON-RPC methods that this room calls, typed as the transport has checked their answers. */
export type EthCall = {
  Method: 'eth_call'
  Parameters: readonly [{ readonly to?: Address; readonly data: Hex }, Hex | 'latest']
  ReturnType: Hex
}
export type EthGetCode = {
  Method: 'eth_getCode'
  Parameters: readonly [Address, Hex | 'latest']
  ReturnType: Hex
}

/**
 * Asks a question whose answer only the asker can check. An answer that `accepts` refuses is returned only if a second
 * node gave the same, or if there is none. Throws what the transport throws.
 */
export function askChecked(
  client: Client,
  wish: { method: 'eth_call'; params: EthCall['Parameters'] },
  accepts: (returned: Hex) => boolean,
): Promise<Hex> {
  const checked: Wish = { ...wish, accepts: (result) => accepts(result as Hex) }
  // viem hands a request to the transport as it is; its types know only its own fields.
  return client.request<EthCall>(checked as never)
}

export type EthBlockNumber = { Method: 'eth_blockNumber'; Parameters?: undefined; ReturnType: Hex }
export type EthGetBlockByNumber = {
  Method: 'eth_getBlockByNumber'
  Parameters: readonly ['latest' | '0x0', false]
  ReturnType: { readonly number: Hex; readonly hash: Hex; readonly parentHash: Hex; readonly timestamp: Hex }
}
export type EthGetLogs = {
  Method: 'eth_getLogs'
  Parameters: readonly [
    {
      readonly address: readonly Address[]
      readonly topics: readonly (Hex | readonly Hex[])[]
      readonly fromBlock: Hex
      readonly toBlock: Hex
    },
  ]
  ReturnType: readonly RawLog[]
}
