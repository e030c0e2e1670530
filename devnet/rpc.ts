/** JSON-RPC to a local node, with nothing in between. Runs in Node and in the browser. */
import type { Address, Hash, Hex } from 'viem'

export type Log = { readonly address: Address; readonly data: Hex; readonly topics: [Hex, ...Hex[]] }
export type Receipt = {
  readonly status: Hex
  readonly transactionHash: Hash
  readonly contractAddress: Address | null
  readonly logs: readonly Log[]
}

/** What a node of ours answers to the methods that are read here; anything else is unknown. */
type Answers = {
  eth_getTransactionByHash: Readonly<Record<'from' | 'to' | 'input' | 'gas' | 'nonce', Hex>>
  eth_call: Hex
  eth_estimateGas: Hex
  eth_chainId: Hex
  eth_blockNumber: Hex
  eth_getBalance: Hex
  eth_getStorageAt: Hex
  eth_getBlockByNumber: { readonly timestamp: Hex; readonly hash: Hash; readonly transactions: unknown[] }
  eth_getBlockReceipts: readonly Receipt[]
  eth_getLogs: readonly Log[]
  eth_getTransactionReceipt: Receipt | null
  eth_sendTransaction: Hash
  evm_snapshot: Hex
  evm_revert: boolean
}

export type Rpc = {
  <Method extends keyof Answers>(method: Method, params?: readonly unknown[]): Promise<Answers[Method]>
  (method: string, params?: readonly unknown[]): Promise<unknown>
  /** The same method many times in one request, begun in this order. */
  readonly each: <Method extends keyof Answers>(
    method: Method,
    params: readonly (readonly unknown[])[],
  ) => Promise<readonly Answers[Method][]>
}

type Answer = { readonly result?: unknown; readonly error?: { readonly message: string } }

/**
 * A function that asks the node at `url`; an error of the node is thrown with its message, code and data.
 * @param send how it is asked
 */
export function connect(url: string, send: typeof fetch = fetch): Rpc {
  let id = 0
  const request = (method: string, params: readonly unknown[]) => ({
    jsonrpc: '2.0',
    id: (id += 1),
    method,
    params,
  })
  const post = async (body: unknown): Promise<unknown> => {
    const headers = { 'content-type': 'application/json' }
    const response = await send(url, { method: 'POST', headers, body: JSON.stringify(body) })
    return response.json()
  }
  const resultOf = ({ result, error }: Answer, method: string) => {
    if (error) throw Object.assign(new Error(error.message), { ...error, method })
    return result
  }
  const ask = async (method: string, params: readonly unknown[] = []) =>
    resultOf((await post(request(method, params))) as Answer, method)
  const each = async (method: string, params: readonly (readonly unknown[])[]) => {
    if (params.length === 0) return []
    const answers = (await post(params.map((one) => request(method, one)))) as readonly Answer[]
    return answers.map((answer) => resultOf(answer, method))
  }
  // The node is the one we start: its answers have the form that the methods' names say.
  return Object.assign(ask, { each }) as Rpc
}

/**
 * The receipt of a transaction that is about to be mined. A block is mined beside the request that sent it, and
 * anvil may name it before it has its receipts.
 */
export async function receiptOf(rpc: Rpc, hash: string, timeoutMs = 20_000): Promise<Receipt> {
  const deadline = Date.now() + timeoutMs
  for (;;) {
    const receipt = await rpc('eth_getTransactionReceipt', [hash])
    if (receipt !== null) return receipt
    if (Date.now() > deadline) throw new Error(`${hash} is not mined.`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

/** Waits until a node answers at `url`. */
export async function whenReady(url: string, timeoutMs = 20_000): Promise<void> {
  const rpc = connect(url)
  const deadline = Date.now() + timeoutMs
  for (;;) {
    try {
      await rpc('eth_chainId')
      return
    } catch (error) {
      if (Date.now() > deadline) throw new Error(`No node answers at ${url}.`, { cause: error })
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
}
