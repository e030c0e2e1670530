import { createClient, custom, encodeFunctionResult, multicall3Abi, type Hex } from 'viem'
import { describe, expect, it } from 'vitest'

import { callTogether } from './call-together'

const multicall3 = '0xcA11bde05977b3631167028862bE2a173976CA11'
const target = '0x00000000000000000000000000000000000000aa'

/** Refuses everything that holds `poison`, and answers one call with nothing. */
function nodeThatRefuses(poison: string, asked: string[]) {
  const answer = { success: true, returnData: '0x' } as const
  return createClient({
    transport: custom(
      {
        request: ({ params }: { method: string; params: readonly [{ data: string }] }) => {
          const [{ data }] = params
          asked.push(data)
          return data.includes(poison)
            ? Promise.reject(new Error('execution reverted'))
            : Promise.resolve(
                encodeFunctionResult({ abi: multicall3Abi, functionName: 'aggregate3', result: [answer] }),
              )
        },
      },
      { retryCount: 0 },
    ),
  })
}

describe('calls made together', () => {
  it('are made by each alone where they are refused together', async () => {
    const asked: string[] = []
    const client = nodeThatRefuses('badbad', asked)
    const ask = (callData: Hex) => callTogether(client, multicall3, [{ target, callData }], '0x1', () => true)
    const [good, bad] = await Promise.allSettled([ask('0x900d'), ask('0xbadbad')])
    expect(good).toEqual({ status: 'fulfilled', value: [{ success: true, returnData: '0x' }] })
    expect(bad.status).toBe('rejected')
    expect(asked).toHaveLength(3)
  })
})
