import { afterEach, describe, expect, it, vi } from 'vitest'

import { noteGenesis, onNewGenesis, rememberedGenesis } from './genesis'
import { safeStorage } from './safe-storage'

afterEach(() => safeStorage.removeItem('ballast.genesis.31337'))

describe('the first block of a chain', () => {
  it('is remembered at first sight, without alarm', () => {
    const listener = vi.fn()
    const stop = onNewGenesis(listener)
    expect(noteGenesis(31337, '0xaa')).toBe(false)
    expect(noteGenesis(31337, '0xaa')).toBe(false)
    expect(rememberedGenesis(31337)).toBe('0xaa')
    expect(listener).not.toHaveBeenCalled()
    stop()
  })

  it('tells everybody once when it is another one', () => {
    const listener = vi.fn()
    const stop = onNewGenesis(listener)
    noteGenesis(31337, '0xaa')
    expect(noteGenesis(31337, '0xbb')).toBe(true)
    expect(noteGenesis(31337, '0xbb')).toBe(false)
    expect(listener.mock.calls).toEqual([[31337]])
    stop()
    noteGenesis(31337, '0xcc')
    expect(listener).toHaveBeenCalledTimes(1)
  })
})
