import { describe, expect, it, vi } from 'vitest'

import { sessionProvider, type Line, type Namespaces } from './wallet-connect-provider'

const one = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8'
const two = '0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC'
const methods = ['eth_sendTransaction', 'wallet_switchEthereumChain', 'personal_sign']

const allowing = (...accounts: string[]): Namespaces => ({ eip155: { accounts, methods } })

function open(namespaces: Namespaces, wished = 1) {
  const ask = vi.fn<Line['ask']>(() => Promise.resolve('0xabc'))
  const leave = vi.fn(() => Promise.resolve())
  const provider = sessionProvider(namespaces, wished, { ask, leave })
  const told: unknown[] = []
  for (const event of ['accountsChanged', 'chainChanged', 'disconnect'])
    provider.on(event, (value) => told.push([event, value]))
  return { provider, ask, leave, told, read: (method: string) => provider.request({ method }) }
}

describe('a wallet at the other end of a WalletConnect session', () => {
  it('is on the chain on screen where it has an account there, and has its accounts there', async () => {
    const { read } = open(allowing(`eip155:5:${one}`, `eip155:1:${two}`, `eip155:1:${one.toLowerCase()}`))
    expect(await read('eth_chainId')).toBe('0x1')
    expect(await read('eth_accounts')).toEqual([two, one])
  })

  it('is on a chain it allows where it does not allow the one on screen, so that the mismatch is seen', async () => {
    const { read } = open(allowing(`eip155:5:${one}`))
    expect(await read('eth_chainId')).toBe('0x5')
    expect(await read('eth_accounts')).toEqual([one])
  })

  it.each([
    [{}],
    [allowing()],
    [allowing('eip155:1:0x12', 'eip155:1:', 'nonsense', `cosmos:1:${one}`)],
    [{ solana: { accounts: [`eip155:1:${one}`], methods } }],
  ])('has no account by %j', async (namespaces) => {
    expect(await open(namespaces).read('eth_accounts')).toEqual([])
  })

  it('is asked on its chain for what it allows, and for nothing else', async () => {
    const { provider, ask, read } = open(allowing(`eip155:1:${one}`))
    const request = { method: 'eth_sendTransaction', params: [{ to: two }] }
    expect(await provider.request(request)).toBe('0xabc')
    expect(ask).toHaveBeenCalledExactlyOnceWith('eip155:1', request)
    // A read, a signature that it would give, and one that it does not know.
    for (const method of ['eth_call', 'personal_sign', 'wallet_sendCalls'])
      await expect(read(method)).rejects.toMatchObject({ code: 4200 })
    expect(ask).toHaveBeenCalledTimes(1)
  })

  it('tells of a person who declined as every other wallet does', async () => {
    const { provider, ask } = open(allowing(`eip155:1:${one}`))
    ask.mockRejectedValue({ code: 5000, message: 'User rejected.' })
    const asked = provider.request({ method: 'eth_sendTransaction', params: [] })
    await expect(asked).rejects.toMatchObject({ code: 4001 })
  })

  it('changes by itself to a chain it allows; for another the wallet is asked', async () => {
    const { provider, ask, read, told } = open(allowing(`eip155:1:${one}`, `eip155:5:${two}`))
    const change = (chainId: string) =>
      provider.request({ method: 'wallet_switchEthereumChain', params: [{ chainId }] })
    await change('0x5')
    expect(ask).not.toHaveBeenCalled()
    expect(await read('eth_chainId')).toBe('0x5')
    expect(told).toEqual([
      ['chainChanged', '0x5'],
      ['accountsChanged', [two]],
    ])
    await change('0x7')
    expect(ask).toHaveBeenCalledTimes(1)
    expect(await read('eth_chainId')).toBe('0x5')
  })

  it('is believed about another account or chain only where it has allowed it', async () => {
    const { provider, read } = open(allowing(`eip155:1:${one}`, `eip155:1:${two}`, `eip155:5:${two}`))
    provider.tell('accountsChanged', ['0x000000000000000000000000000000000000dEaD'])
    expect(await read('eth_accounts')).toEqual([one, two])
    provider.tell('accountsChanged', [`eip155:1:${two}`])
    expect(await read('eth_accounts')).toEqual([two, one])
    for (const chain of [7, '0x7', {}, null, 'x'.repeat(100)]) provider.tell('chainChanged', chain)
    expect(await read('eth_chainId')).toBe('0x1')
    provider.tell('chainChanged', 5)
    expect(await read('eth_chainId')).toBe('0x5')
  })

  it('follows what the wallet allows later, to another chain where the present one is gone', async () => {
    const { provider, read, told } = open(allowing(`eip155:1:${one}`))
    provider.update(allowing(`eip155:5:${two}`))
    expect([await read('eth_chainId'), await read('eth_accounts')]).toEqual(['0x5', [two]])
    provider.update({})
    expect(told.at(-1)).toEqual(['accountsChanged', []])
  })

  it('answers nothing once it has ended, and is left by what forgets other wallets', async () => {
    const ended = open(allowing(`eip155:1:${one}`))
    ended.provider.end()
    expect(ended.told).toEqual([['disconnect', { code: 4900, message: 'Disconnected' }]])
    await expect(ended.read('eth_accounts')).rejects.toMatchObject({ code: 4900 })
    const left = open(allowing(`eip155:1:${one}`))
    await left.read('wallet_revokePermissions')
    expect(left.leave).toHaveBeenCalledTimes(1)
    await expect(left.read('eth_accounts')).rejects.toMatchObject({ code: 4900 })
  })
})
