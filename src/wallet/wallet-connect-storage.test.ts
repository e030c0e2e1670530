import { afterEach, expect, it } from 'vitest'

import { safeStorage } from '../chain/safe-storage'
import { createSessionStorage } from './wallet-connect-storage'

const KEY = 'ballast.walletConnect'
afterEach(() => safeStorage.removeItem(KEY))

it('writes nothing down until a wallet is connected, then what there is and what comes', async () => {
  const storage = createSessionStorage()
  await storage.setItem('key', 'secret')
  expect(safeStorage.getItem(KEY)).toBeNull()
  storage.keep()
  await storage.setItem('session', { topic: 'a' })
  const next = createSessionStorage()
  expect(await next.getEntries()).toEqual([
    ['key', 'secret'],
    ['session', { topic: 'a' }],
  ])
  await next.removeItem('key')
  expect(await createSessionStorage().getKeys()).toEqual(['session'])
})

it('leaves nothing behind once forgotten, here or in another tab', async () => {
  const storage = createSessionStorage()
  storage.keep()
  const otherTab = createSessionStorage()
  otherTab.keep()
  storage.forget()
  await storage.setItem('session', 1)
  await otherTab.setItem('session', 1)
  expect(safeStorage.getItem(KEY)).toBeNull()
})

it.each(['{', '[1]', '{"a":1}', '[["a"]]', `["${'x'.repeat(1_000_001)}"]`])(
  'takes %.20s in the browser for nothing',
  async (text) => {
    safeStorage.setItem(KEY, text)
    expect(await createSessionStorage().getKeys()).toEqual([])
  },
)
