import type { Address, Hex } from 'viem'

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

export type EthBlockNumber = { Method: 'eth_blockNumber'; Parameters?: undefined; ReturnType: Hex }
type RpcBlock = {
  readonly number: Hex
  readonly hash: Hex
  readonly parentHash: Hex
  readonly timestamp: Hex
}
export type EthGetBlockByNumber = {
  Method: 'eth_getBlockByNumber'
  Parameters: readonly ['latest' | '0x0', false]
  ReturnType: RpcBlock
}
/** Any block by its number: null where the node does not know it. */
export type EthGetBlockOrNull = {
  Method: 'eth_getBlockByNumber'
  Parameters: readonly [Hex, false]
  ReturnType: RpcBlock | null
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
  /** Each is checked by who asked: one bad log must not hide the others. */
  ReturnType: Iterable<unknown>
}
