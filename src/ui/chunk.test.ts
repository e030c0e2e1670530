import { expect, it } from 'vitest'
import { inTime, isChunkError, LateChunkError } from './chunk'

it.each([
  'Failed to fetch dynamically imported module: https://a.example/assets/StakePage-1.js',
  'error loading dynamically imported module: https://a.example/assets/StakePage-1.js',
  'Importing a module script failed.',
  "'text/html' is not a valid JavaScript MIME type.",
])('knows a part that could not be loaded: %s', (message) => {
  expect(isChunkError(new TypeError(message))).toBe(true)
})
it('does not take other errors for one', () => {
  expect(isChunkError(new TypeError("Cannot read properties of undefined (reading 'x')"))).toBe(false)
  expect(isChunkError('Failed to fetch dynamically imported module')).toBe(false)
})
it('does not wait for ever for a part that never comes', async () => {
  const never = new Promise<never>(() => undefined)
  await expect(inTime(never, 5)).rejects.toThrow(LateChunkError)
  await expect(inTime(never, 5).catch(isChunkError)).resolves.toBe(true)
  await expect(inTime(Promise.resolve('here'), 5)).resolves.toBe('here')
})
