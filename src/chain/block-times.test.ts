import type { Client } from 'viem'
import { describe, expect, it, vi } from 'vitest'

import { fetchBlockTimes } from './block-times'

/** A node that knows the blocks below 1,000, mined at 1.8e9 and so many seconds. */
function node() {
  let asking = 0
  let most = 0
  const request = vi.fn(async ({ params: [number] }: { params: [string] }) => {
    most = Math.max(most, (asking += 1))
    await new Promise((resolve) => setTimeout(resolve, 1))
    asking -= 1
    if (BigInt(number) === 13n) throw new Error('no archive')
    if (BigInt(number) === 14n) return { number, timestamp: '0x0' }
    if (BigInt(number) === 15n) return { number: '0x1', timestamp: '0x6b49d200' }
    return BigInt(number) < 1_000n
      ? { number, timestamp: `0x${(1_800_000_000n + BigInt(number)).toString(16)}` }
      : null
  })
  return { client: { request } as unknown as Client, request, most: () => most }
}

describe('times of blocks', () => {
  it('are asked for once each, a few at a time', async () => {
    const { client, request, most } = node()
    const times = await fetchBlockTimes(
      client,
      [7n, 8n, 7n, ...Array.from({ length: 40 }, (_, index) => BigInt(index + 20))],
      500,
    )
    expect(times.get(7n)).toBe(1_800_000_007n)
    expect(times.size).toBe(42)
    expect(request).toHaveBeenCalledTimes(42)
    expect(most()).toBeLessThanOrEqual(5)
  })
  it('stay unknown where no node tells one that can be', async () => {
    expect([...(await fetchBlockTimes(node().client, [13n, 14n, 15n, 2_000n, 16n], 500)).keys()]).toEqual([
      16n,
    ])
  })
  it('are bounded', async () => {
    const { client, request } = node()
    await fetchBlockTimes(
      client,
      Array.from({ length: 50 }, (_, index) => BigInt(index + 20)),
      10,
    )
    expect(request).toHaveBeenCalledTimes(10)
  })
})
