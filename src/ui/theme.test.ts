import { afterEach, expect, it, vi } from 'vitest'
import { storedTheme } from './theme'

afterEach(() => {
  vi.unstubAllGlobals()
})
const stubStorage = (getItem: () => string | null) => vi.stubGlobal('localStorage', { getItem })

it('takes a stored theme it knows', () => {
  stubStorage(() => 'dark')
  expect(storedTheme()).toBe('dark')
})
it('follows the system when storage is empty, holds nonsense or is closed', () => {
  stubStorage(() => null)
  expect(storedTheme()).toBe('system')
  stubStorage(() => '{"dark":true}')
  expect(storedTheme()).toBe('system')
  stubStorage(() => {
    throw new DOMException('denied', 'SecurityError')
  })
  expect(storedTheme()).toBe('system')
})
