import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { inspectBatch } from './batch-status'
import type { Entry } from './entry'
import type { Followed } from './follow'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it.each([
  ['never answers', () => new Promise<never>(() => undefined)],
  [
    'throws at once',
    () => {
      throw new Error('no such method')
    },
  ],
])('leaves a batch to the chain when the wallet %s', async (_, request) => {
  const asked = inspectBatch({ request }, {} as Followed, { batchId: '0x1' } as Entry, 1n, new Set())
  await vi.advanceTimersByTimeAsync(10_000)
  expect(await asked).toBeUndefined()
})
