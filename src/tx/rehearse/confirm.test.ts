import { encodeFunctionResult, getContractAddress, parseAbi } from 'viem'
import type { Address } from 'viem'
import { describe, expect, it, vi } from 'vitest'

import { friend, pool, token } from '../testing/sample-plan'
import { answered } from '../plan/build'
import { confirm } from './confirm'
import { sourcesOf } from './sources'
import type { Source } from './sources'

const abi = parseAbi(['function pools(uint256 id) view returns (address)'])
const fact = answered(
  { address: token, abi },
  { means: 'The pool is listed', functionName: 'pools', args: [0n], expects: pool },
)
const says = (address: Address) => encodeFunctionResult({ abi, functionName: 'pools', result: address })
const source = (name: string, call: Source['call']): Source => ({
  name,
  call,
  transaction: () => Promise.resolve(null),
  receipt: () => Promise.resolve(null),
  head: () => Promise.resolve('0x7'),
})
const honest = (name: string) => source(name, () => Promise.resolve(says(pool)))
const liar = (name: string) => source(name, () => Promise.resolve(says(friend)))
const silent = (name: string) => source(name, () => new Promise(() => undefined))
const broken = (name: string, message: string) => source(name, () => Promise.reject(new Error(message)))
const noWallet = broken('your wallet', 'it is not connected')
const among = (nodes: readonly Source[], wallet = noWallet) => confirm([fact], { nodes, wallet }, 7n, 50)

describe('what a plan rests on is confirmed by a second source (trust.md D38)', () => {
  it('names those who agree, and leaves the wallet alone then', async () => {
    const call = vi.fn<Source['call']>()
    const found = await among([honest('a'), honest('b')], source('your wallet', call))
    expect(found).toMatchObject({ agreeing: ['a', 'b'], silent: [], problem: undefined, blockNumber: 7n })
    expect(call).not.toHaveBeenCalled()
  })
  it.each([
    ['first', [liar('a'), honest('b')], 'so says b, and a says otherwise'],
    ['second', [honest('a'), liar('b')], 'so says a, and b says otherwise'],
    ['third', [honest('a'), honest('b'), liar('c')], 'so says a and b, and c says otherwise'],
  ])('closes where the %s one lies, and says who said what', async (_name, nodes, sentence) => {
    const { problem, agreeing } = await among(nodes)
    expect(problem?.title).toBe('Two sources disagree about the chain')
    expect(problem?.detail).toContain(sentence)
    expect(problem?.raw).toContain(`a: ${(await nodes[0]?.call(token, '0x', 7n)) as string}`.toLowerCase())
    expect(agreeing).toEqual([])
  })
  it('closes where all say something else than what the plan was made with', async () => {
    const { problem } = await among([liar('a'), liar('b')])
    expect(problem?.title).toBe('This is not what the page was told')
    expect(problem?.detail).toContain('a and b say otherwise')
  })
  it('asks the wallet where there is one node, and believes no node against it', async () => {
    expect(await among([honest('a')], honest('your wallet'))).toMatchObject({
      agreeing: ['a', 'your wallet'],
    })
    expect((await among([honest('a')], liar('your wallet'))).problem?.detail).toContain(
      'so says a, and your wallet says otherwise',
    )
  })
  it('says who was silent, and why, and goes on with the rest', async () => {
    const found = await among([honest('a'), silent('b'), broken('c', 'b0rken.')])
    expect(found.agreeing).toEqual(['a'])
    expect(found.problem).toBeUndefined()
    expect(found.silent).toEqual([
      'b did not answer: there was no answer within 1 s',
      'c could not answer (b0rken)',
      'your wallet could not answer (it is not connected)',
    ])
  })
  it('waits for a node that is a block behind, for so long', async () => {
    const call = vi.fn<Source['call']>().mockRejectedValueOnce(new Error('header not found'))
    call.mockResolvedValue(says(pool))
    const found = await confirm(
      [fact],
      { nodes: [honest('a'), source('b', call)], wallet: noWallet },
      7n,
      5_000,
    )
    expect(found.agreeing).toEqual(['a', 'b'])
    expect((await among([honest('a'), broken('b', 'header not found')])).silent[0]).toBe(
      'b did not answer: there was no answer within 1 s',
    )
  })
  it('takes a refusal of the contract for an answer', async () => {
    const refusing = source('b', () => Promise.reject(Object.assign(new Error('reverted'), { code: 3 })))
    expect((await among([honest('a'), refusing])).problem?.title).toBe('Two sources disagree about the chain')
  })
  it('closes where nobody answers', async () => {
    const { problem } = await among([silent('a')])
    expect(problem?.title).toBe('Nobody confirms what this rests on')
    expect(problem?.detail).toContain('a did not answer')
  })
  it('asks only for the words that don’t move with each second', async () => {
    const vaultAbi = parseAbi([
      'function vault(uint256 id) view returns (uint256 id, address owner, uint256 debt)',
    ])
    const answer = (owner: Address, debt: bigint) =>
      encodeFunctionResult({ abi: vaultAbi, functionName: 'vault', result: [1n, owner, debt] })
    const owned = answered(
      { address: token, abi: vaultAbi },
      { means: 'It is mine', functionName: 'vault', args: [1n], expects: [1n, pool, 5n], words: [1] },
    )
    const told = (owner: Address, debt: bigint) => {
      const nodes = [
        source('a', () => Promise.resolve(answer(pool, 6n))),
        source('b', () => Promise.resolve(answer(owner, debt))),
      ]
      return confirm([owned], { nodes, wallet: noWallet }, 7n, 50)
    }
    expect((await told(pool, 7n)).problem).toBeUndefined()
    expect((await told(friend, 6n)).problem?.title).toBe('Two sources disagree about the chain')
    const none = [source('a', () => Promise.resolve('0x')), source('b', () => Promise.resolve('0x'))]
    expect((await confirm([owned], { nodes: none, wallet: noWallet }, 7n, 50)).problem).toBeDefined()
  })
  it('asks nobody for what rests on config.json alone', async () => {
    expect(await confirm([], { nodes: [silent('a')], wallet: noWallet }, 7n)).toMatchObject({
      agreeing: [],
      problem: undefined,
    })
  })
  it('believes nobody about an address that follows from who created it', async () => {
    const sources = { nodes: [honest('a'), honest('b')], wallet: noWallet }
    const created = {
      kind: 'created',
      means: 'The pool was created by the registry',
      by: token,
      nonce: 2n,
    } as const
    const real = getContractAddress({ from: token, nonce: 2n })
    expect((await confirm([{ ...created, address: real }], sources, 7n)).problem).toBeUndefined()
    const { problem } = await confirm([{ ...created, address: friend }], sources, 7n)
    expect(problem?.title).toBe('A node has named a foreign contract')
    expect(problem?.detail).toContain(friend)
  })
})

describe('the wallet as a source', () => {
  const walletThat = (answer: (method: string) => Promise<unknown>) => {
    const request = vi.fn(({ method }: { method: string }) => answer(method))
    return { request, wallet: sourcesOf({ chainId: 1 }, [], () => Promise.resolve({ request })).wallet }
  }
  it('reads only on the network of the plan', async () => {
    const { wallet } = walletThat((method) => Promise.resolve(method === 'eth_chainId' ? '0x2' : '0x'))
    await expect(wallet.call(token, '0x', 7n)).rejects.toThrow('it is on another network')
  })
  it('is not waited for again once it was silent', async () => {
    vi.useFakeTimers()
    const { wallet, request } = walletThat(() => new Promise(() => undefined))
    const first = wallet.call(token, '0x', 7n).catch((error: unknown) => error)
    await vi.advanceTimersByTimeAsync(3_000)
    expect(await first).toBeInstanceOf(Error)
    await expect(wallet.call(token, '0x', 7n)).rejects.toThrow('it did not answer before')
    expect(request).toHaveBeenCalledTimes(1)
    vi.useRealTimers()
  })
})
