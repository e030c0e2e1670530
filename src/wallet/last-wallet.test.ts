import { afterEach, describe, expect, it } from 'vitest'

import { safeStorage } from '../chain/safe-storage'
import { hasLastWallet, parseMark, PREFIX } from './last-wallet'
import { createWalletStorage } from './storage'

const lastWallet = `${PREFIX}.recentConnectorId`
afterEach(() => [lastWallet, `${PREFIX}.store`].forEach((key) => safeStorage.removeItem(key)))

const hostile = [
  '{',
  'null',
  '{}',
  '[]',
  '5',
  'false',
  '"',
  `"${'x'.repeat(500)}"`,
  '{"__proto__":{"a":1}}',
  '',
]

describe('what is found in storage', () => {
  it.each(hostile)('counts %s as nothing', (text) => {
    expect(parseMark(text)).toBeNull()
    safeStorage.setItem(lastWallet, text)
    expect(hasLastWallet()).toBe(false)
  })

  it('knows the wallet used last', () => {
    expect(hasLastWallet()).toBe(false)
    safeStorage.setItem(lastWallet, '"io.metamask"')
    expect(hasLastWallet()).toBe(true)
  })
})

describe('wagmi’s storage', () => {
  it('keeps which wallet was used last and which were left', async () => {
    const storage = createWalletStorage()
    await storage.setItem('recentConnectorId', 'io.metamask')
    await storage.setItem('io.metamask.disconnected', true)
    expect(await storage.getItem('recentConnectorId')).toBe('io.metamask')
    expect(await storage.getItem('io.metamask.disconnected')).toBe(true)
    expect(hasLastWallet()).toBe(true)
    await storage.removeItem('io.metamask.disconnected')
    expect(await storage.getItem('io.metamask.disconnected')).toBeNull()
  })

  it('neither writes nor reads wagmi’s whole state', async () => {
    const storage = createWalletStorage()
    await storage.setItem('state', {
      connections: new Map(),
      chainId: 1,
      current: null,
      status: 'disconnected',
    })
    safeStorage.setItem(`${PREFIX}.store`, '{"state":{"connections":5},"version":2}')
    expect(await storage.getItem('store')).toBeNull()
    await storage.setItem('store', 'anything')
    expect(safeStorage.getItem(`${PREFIX}.store`)).toBe('{"state":{"connections":5},"version":2}')
  })

  it.each(hostile)('gives wagmi nothing for %s', async (text) => {
    safeStorage.setItem(lastWallet, text)
    expect(await createWalletStorage().getItem('recentConnectorId')).toBeNull()
  })
})
