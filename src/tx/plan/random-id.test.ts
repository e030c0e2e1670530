import { afterEach, expect, it, vi } from 'vitest'

import { randomId } from './random-id'

afterEach(() => vi.unstubAllGlobals())

it('is a new name each time, also where a page served by plain http has no randomUUID', () => {
  vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) })
  const ids = Array.from({ length: 100 }, randomId)
  expect(new Set(ids).size).toBe(100)
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{32}$/)
})
