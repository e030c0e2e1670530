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
