import type { Client, Hex } from 'viem'

import type { EthCall } from './rpc-methods'
import type { Wish } from './transport'

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
