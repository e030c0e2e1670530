import { describe, expect, it } from 'vitest'

import { safeProvider } from './safe-provider'

const address = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8'
const answering = (answer: unknown) => safeProvider({ request: () => Promise.resolve(answer) })

describe('safeProvider', () => {
  it.each([null, undefined, {}, 'text', [null, 5, '0x12', {}]])('finds no account in %j', async (answer) => {
    expect(await answering(answer).request({ method: 'eth_accounts' })).toEqual([])
    await expect(answering(answer).request({ method: 'eth_requestAccounts' })).rejects.toThrow('no account')
  })

  it('gives accounts with a checksum and leaves other answers alone', async () => {
    expect(await answering([address.toLowerCase(), 5]).request({ method: 'eth_accounts' })).toEqual([address])
    const answer = { any: 'thing' }
    expect(await answering(answer).request({ method: 'wallet_getCapabilities' })).toBe(answer)
  })

  it.each([
    ['0x7a69', '0x7a69'],
    [31337, '0x7a69'],
    ['31337', '0x7a69'],
    [null, null],
    ['', null],
    ['text', null],
    ['0x', null],
    [{}, null],
    [-1, null],
    [1e300, null],
    ['9'.repeat(1e6), null],
  ])('reads the chain %j as %j', async (answer, expected) => {
    expect(await answering(answer).request({ method: 'eth_chainId' })).toBe(expected)
  })

  it('checks what events carry, and survives a wallet that has none', () => {
    const raised = new Map<string, (value: unknown) => void>()
    const heard: unknown[] = []
    const listen = (value: unknown) => heard.push(value)
    const raw = {
      request: () => Promise.resolve(null),
      on: (event: string, listener: (value: unknown) => void) => raised.set(event, listener),
      off: (event: string) => raised.delete(event),
    }
    const safe = safeProvider(raw)
    safe.on('accountsChanged', listen)
    raised.get('accountsChanged')?.(null)
    raised.get('accountsChanged')?.([address])
    safe.removeListener('accountsChanged', listen)
    expect(raised.size).toBe(0)
    safe.on('chainChanged', listen)
    raised.get('chainChanged')?.({})
    safe.on('connect', listen)
    raised.get('connect')?.(undefined)
    expect(heard).toEqual([[], [address], null, { chainId: null }])
    const bare = answering(null)
    bare.on('connect', listen)
    bare.removeListener('connect', listen)
  })
})
