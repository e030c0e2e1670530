import { afterEach, describe, expect, it, vi } from 'vitest'
import { foundry } from 'viem/chains'

import { requestSwitch } from './switch-network'

const home = '0x7a69'
afterEach(() => vi.useRealTimers())

function wallet(answers: Record<string, () => unknown>) {
  const asked: string[] = []
  const request = ({ method }: { method: string }) => {
    asked.push(method)
    return Promise.resolve().then(() => answers[method]?.())
  }
  return { asked, request }
}

function reject(error: unknown): () => never {
  return () => {
    throw error
  }
}

describe('requestSwitch', () => {
  it('tells when the wallet is there', async () => {
    const tell = vi.fn()
    await requestSwitch(wallet({ eth_chainId: () => home }), foundry, tell)
    expect(tell).toHaveBeenCalledOnce()
  })

  it.each([{ code: 4902 }, { code: -32603, data: { originalError: { code: 4902 } } }])(
    'offers the chain to a wallet that does not know it: %j',
    async (error) => {
      const tell = vi.fn()
      const unknowing = wallet({ wallet_switchEthereumChain: reject(error), eth_chainId: () => home })
      await requestSwitch(unknowing, foundry, tell)
      expect(unknowing.asked).toContain('wallet_addEthereumChain')
      expect(tell).toHaveBeenCalledOnce()
    },
  )

  it('throws what the wallet throws, and adds no chain then', async () => {
    const declining = wallet({ wallet_switchEthereumChain: reject({ code: 4001 }) })
    await expect(requestSwitch(declining, foundry, vi.fn())).rejects.toEqual({ code: 4001 })
    expect(declining.asked).toEqual(['wallet_switchEthereumChain'])
  })

  it('says that a wallet stayed where it is', async () => {
    const staying = wallet({ eth_chainId: () => '0x1' })
    await expect(requestSwitch(staying, foundry, vi.fn())).rejects.toThrow('stayed on its own network')
  })

  it('stops waiting for a silent wallet, and still takes its late answer', async () => {
    vi.useFakeTimers()
    let answer: (value: unknown) => void = () => undefined
    const late = new Promise((resolve) => (answer = resolve))
    const tell = vi.fn()
    const asking = requestSwitch(
      wallet({ wallet_switchEthereumChain: () => late, eth_chainId: () => home }),
      foundry,
      tell,
    )
    const said = expect(asking).rejects.toThrow('has not answered')
    await vi.advanceTimersByTimeAsync(60_000)
    await said
    answer(null)
    await vi.advanceTimersByTimeAsync(0)
    expect(tell).toHaveBeenCalledOnce()
  })
})
