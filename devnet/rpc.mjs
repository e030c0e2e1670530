/** JSON-RPC to a local node, with nothing in between. Runs in Node and in the browser. */

/**
 * @typedef {(method: string, params?: readonly unknown[]) => Promise<any>} Rpc
 */

/**
 * A function that asks the node at `url`; an error of the node is thrown with its message, code and data.
 * @param {string} url
 * @returns {Rpc}
 */
export function connect(url) {
  let id = 0
  return async (method, params = []) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ jsonrpc: '2.0', id: (id += 1), method, params }),
    })
    const answer = await response.json()
    if (answer.error) throw Object.assign(new Error(answer.error.message), { ...answer.error, method })
    return answer.result
  }
}

/**
 * The receipt of a transaction that is about to be mined. A block is mined beside the request that sent it, and
 * anvil may name it before it has its receipts.
 * @param {Rpc} rpc
 * @param {string} hash
 * @param {number} [timeoutMs]
 * @returns {Promise<{ status: string, transactionHash: `0x${string}`, contractAddress: `0x${string}` | null }>}
 */
export async function receiptOf(rpc, hash, timeoutMs = 20_000) {
  const deadline = Date.now() + timeoutMs
  for (;;) {
    const receipt = await rpc('eth_getTransactionReceipt', [hash])
    if (receipt !== null) return receipt
    if (Date.now() > deadline) throw new Error(`${hash} is not mined.`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

/**
 * Waits until a node answers at `url`.
 * @param {string} url
 * @param {number} [timeoutMs]
 */
export async function whenReady(url, timeoutMs = 20_000) {
  const rpc = connect(url)
  const deadline = Date.now() + timeoutMs
  for (;;) {
    try {
      return await rpc('eth_chainId')
    } catch (error) {
      if (Date.now() > deadline) throw new Error(`No node answers at ${url}.`, { cause: error })
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
}
