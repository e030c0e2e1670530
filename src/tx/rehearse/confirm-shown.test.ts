import {
  custom,
  decodeFunctionData,
  encodeFunctionResult,
  hexToBigInt,
  multicall3Abi,
  parseAbi,
  type Address,
  type Hex,
} from 'viem'
import { describe, expect, it, vi } from 'vitest'

import type { OnScreen } from '../../chain/on-screen'
import type { SingleNode } from '../../chain/transport'
import type { Reading } from '../../math/reading'
import { pool, token } from '../testing/sample-plan'
import { confirmShown } from './confirm-shown'

const abi = parseAbi([
  'function totalShares() view returns (uint256)',
  'function state() view returns ((uint8 phase, uint256 sold) state)',
])
const multicall3: Address = '0xcA11bde05977b3631167028862bE2a173976CA11'
const network = { contracts: { shared: { multicall3 } } }

const shares = (value: bigint) => encodeFunctionResult({ abi, functionName: 'totalShares', result: value })
const state = (sold: bigint) =>
  encodeFunctionResult({ abi, functionName: 'state', result: { phase: 1, sold } })

const reading = (
  contract: Address,
  functionName: string,
  raw: Hex,
  blockNumber: bigint,
): Reading<unknown> => ({
  isKnown: true,
  value: 0n,
  source: { contract, label: 'Backstop pool', abi, functionName, args: [], blockNumber, raw },
})

function shown(blockNumber: bigint, data: unknown): OnScreen {
  return { snapshot: { chainId: 1, blockNumber, timestamp: 1n, data }, hash: '0x11' }
}
const page = [
  shown(100n, {
    shares: reading(pool, 'totalShares', shares(5n), 100n),
    list: [{ state: reading(token, 'state', state(7n), 100n) }],
    away: { ...reading(pool, 'state', '0x', 100n), isKnown: false, reason: 'It reverted.' },
  }),
]

type Say = (target: Address, block: bigint) => Hex | undefined
const honest: Say = (target) => (target === pool ? shares(5n) : state(7n))

/** A node that answers what goes through Multicall3, call by call. */
function node(host: string, say: Say): SingleNode & { readonly asked: bigint[] } {
  const asked: bigint[] = []
  const answer = ([{ data }, block]: readonly [{ data: Hex }, Hex]) => {
    const { args } = decodeFunctionData({ abi: multicall3Abi, data })
    asked.push(hexToBigInt(block))
    const calls = args[0] as readonly { target: Address }[]
    const result = calls.map(({ target }) => {
      const returnData = say(target, hexToBigInt(block))
      return { success: returnData !== undefined, returnData: returnData ?? '0x' }
    })
    return encodeFunctionResult({ abi: multicall3Abi, functionName: 'aggregate3', result })
  }
  const request = ({ params }: { params: never }) => Promise.resolve(answer(params))
  return { host, asked, transport: custom({ request: request as never }, { retryCount: 0 }) }
}
const broken = (host: string, request: () => Promise<never>): SingleNode => ({
  host,
  transport: custom({ request }, { retryCount: 0 }),
})
const ask = (nodes: readonly SingleNode[], onScreen = page) => confirmShown(onScreen, nodes, network, 50)

describe('the figures a plan was made from are asked of every node (trust.md D38)', () => {
  it('names those who agree, asked once each, at the block of the page', async () => {
    const nodes = [node('a', honest), node('b', honest)]
    expect(await ask(nodes)).toEqual({
      ...{ calls: 2, blockNumber: 100n, agreeing: ['a', 'b'], silent: [], problem: undefined },
    })
    expect(nodes.map(({ asked }) => asked)).toEqual([[100n], [100n]])
  })

  it.each([
    ['first', 0],
    ['second', 1],
  ])('closes where the %s lies about one figure, and says which node said what', async (_, liar) => {
    const lie: Say = (target) => (target === pool ? shares(5n) : state(9n))
    const nodes = ['a', 'b'].map((name, index) => node(name, index === liar ? lie : honest))
    const found = await ask(nodes)
    const [a, b] = liar === 0 ? [9, 7] : [7, 9]
    expect(found?.agreeing).toEqual([])
    expect(found?.problem?.title).toBe('Two nodes disagree about a figure')
    expect(found?.problem?.detail).toBe(
      `Backstop pool, state() state.sold at block 100: this page was drawn from 7; a says ${a} and b says ${b}.`,
    )
    expect(found?.problem?.raw).toContain(`b: ${state(BigInt(b))}`)
  })

  it('closes where all say something else than the page was told, and counts what else differs', async () => {
    const moved: Say = (target) => (target === pool ? shares(6n) : state(8n))
    const problem = (await ask([node('a', moved), node('b', moved)]))?.problem
    expect(problem?.title).toBe('This is not what the page was told')
    expect(problem?.detail).toContain('drawn from 5; a says 6 and b says 6. They differ in 1 more.')
  })

  it('takes a refusal of the contract, or no contract at all, for an answer', async () => {
    const refusing: Say = (target) => (target === pool ? undefined : state(7n))
    const detail = (await ask([node('a', honest), node('b', refusing)]))?.problem?.detail
    expect(detail).toContain('a says 5 and b says that the contract refuses it.')
    const nothing: Say = (target) => (target === pool ? '0x' : state(7n))
    expect((await ask([node('a', honest), node('b', nothing)]))?.problem?.detail).toContain(
      'b says something that can’t be read',
    )
  })

  it('says who is silent, claims no agreement of one, and closes nothing', async () => {
    const away = broken('b', () => Promise.reject(new Error('it burns.')))
    const hangs = broken('c', () => new Promise(() => undefined))
    expect(await ask([node('a', honest), away, hangs])).toMatchObject({
      agreeing: ['a'],
      silent: ['b could not answer (it burns)', 'c did not answer: there was no answer within 1 s'],
      problem: undefined,
    })
  })

  it('asks nobody where one node is configured, and of a page that read nothing', async () => {
    const only = node('a', honest)
    expect(await ask([only])).toMatchObject({ agreeing: [], silent: [], calls: 2 })
    expect(await ask([only, node('b', honest)], [])).toBeUndefined()
    expect(only.asked).toEqual([])
  })

  it('asks for each at its own block, and at the newest for what never changes and is long past', async () => {
    const fixed = shown(7n, reading(pool, 'totalShares', shares(5n), 7n))
    const before = shown(99n, reading(token, 'state', state(3n), 99n))
    const say: Say = (target, block) => (block === 99n ? state(3n) : honest(target, block))
    const nodes = [node('a', say), node('b', say)]
    expect(await ask(nodes, [fixed, before, ...page])).toMatchObject({ agreeing: ['a', 'b'], calls: 4 })
    expect(nodes[0]?.asked).toEqual([100n, 99n])
  })

  it('waits for a node that is a block behind', async () => {
    const b = node('b', honest)
    const request = vi.fn().mockRejectedValueOnce(new Error('header not found'))
    const inner = b.transport({})
    request.mockImplementation((wish: never) => inner.request(wish))
    const late = { host: 'b', transport: custom({ request }, { retryCount: 0 }) }
    expect((await confirmShown(page, [node('a', honest), late], network, 5_000))?.agreeing).toEqual([
      'a',
      'b',
    ])
  })
})
