import type { Address, Client, Hash, Hex } from 'viem'

/** Asked for together; more only makes a node refuse. */
const AT_ONCE = 5

type GetTransaction = {
  Method: 'eth_getTransactionByHash'
  Parameters: readonly [Hash]
  ReturnType: { readonly hash: Hash; readonly to?: unknown; readonly input?: unknown } | null
}

/**
 * The calldata of up to `most` transactions that were sent to `to`, by their hash. What was sent elsewhere, or what a
 * node does not know or can't say, is not in it. Never throws.
 */
export async function fetchCalldata(
  client: Client,
  to: Address,
  hashes: readonly Hash[],
  most: number,
): Promise<ReadonlyMap<Hash, Hex>> {
  const wanted = [...new Set(hashes)].slice(0, most)
  const found = new Map<Hash, Hex>()
  const askNext = async (): Promise<void> => {
    for (let hash = wanted.shift(); hash !== undefined; hash = wanted.shift()) {
      const data = await calldataOf(client, to, hash)
      if (data !== undefined) found.set(hash, data)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, askNext))
  return found
}

async function calldataOf(client: Client, to: Address, hash: Hash): Promise<Hex | undefined> {
  try {
    const told = await client.request<GetTransaction>({ method: 'eth_getTransactionByHash', params: [hash] })
    const isIt = told?.hash.toLowerCase() === hash.toLowerCase()
    const isTo = typeof told?.to === 'string' && told.to.toLowerCase() === to.toLowerCase()
    return isIt && isTo && isCalldata(told.input) ? told.input : undefined
  } catch {
    return undefined
  }
}

/** No call of ours is near this long. */
const isCalldata = (value: unknown): value is Hex =>
  typeof value === 'string' && /^0x(?:[0-9a-f]{2}){0,8192}$/i.test(value)
