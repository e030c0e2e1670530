import { encodeAbiParameters, encodeEventTopics, pad, parseAbi, toHex, type Hex } from 'viem'
import { describe, expect, it } from 'vitest'

import { checkedLogs } from './checked-logs'
import { parseLogs } from './cut-logs'
import { createDecoder } from './decoded-logs'
import { lookedAt } from './raw-log'

const abi = parseAbi([
  'event Moved(address indexed from, address indexed to, uint256 amount)',
  'event Told(uint256 indexed id, string what, bytes4 kind)',
  'event Rang()',
])
const [moved, told, rang] = abi
const address = '0x00000000000000000000000000000000000000aa' as const
const asked = { addresses: [address], decoder: createDecoder(abi, ['Moved', 'Told', 'Rang']) }

/** The same numbers each time: 0 to below `most`. */
function numbers(seed: number) {
  let state = seed
  return (most: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * most)
  }
}

const topicsOf = (topics: unknown) => topics as readonly Hex[]
const person = (index: number) => pad(toHex(index + 1), { size: 20 })

function eventOf(index: number, random: (most: number) => number) {
  const kind = random(3)
  if (kind === 0) {
    const args = { from: person(random(9)), to: person(random(9)) }
    const amount = BigInt(random(2 ** 32)) ** BigInt(random(8))
    return {
      topics: topicsOf(encodeEventTopics({ abi: [moved], args })),
      data: encodeAbiParameters([{ type: 'uint256' }], [amount]),
    }
  }
  if (kind === 1)
    return {
      topics: topicsOf(encodeEventTopics({ abi: [told], args: { id: BigInt(index) } })),
      data: encodeAbiParameters(
        [{ type: 'string' }, { type: 'bytes4' }],
        ['x'.repeat(random(80)), '0x12345678'],
      ),
    }
  return { topics: topicsOf(encodeEventTopics({ abi: [rang] })), data: '0x' as const }
}

function answer(count: number, random: (most: number) => number, more: object = {}): string {
  const result = Array.from({ length: count }, (_, index) => ({
    address,
    ...eventOf(index, random),
    blockNumber: toHex(100 + index),
    blockHash: pad(toHex(index), { size: 32 }),
    transactionHash: pad(toHex(7 * index), { size: 32 }),
    transactionIndex: '0x1',
    logIndex: toHex(index % 3),
    blockTimestamp: toHex(1_700_000_000 + index),
    removed: false,
    ...more,
  }))
  return JSON.stringify({ jsonrpc: '2.0', id: 7, result })
}

type Body = { readonly result: Iterable<unknown> }
/** What is known in the end of an answer that is read so; undefined where it is broken. */
async function outcome(parse: (text: string) => unknown, text: string) {
  try {
    const { result, ...rest } = parse(text) as Body
    return { rest, found: await checkedLogs(result, asked, 0n, 1_000n) }
  } catch {
    return undefined
  }
}
/** Whether a log was cut out: it is marked. */
const isCut = (log: unknown) => typeof log === 'object' && log !== null && lookedAt in log
const cutOf = (text: string) => [...(parseLogs(text) as Body).result].map(isCut)

describe('logs cut out of an answer', () => {
  it('are those that JSON.parse and a look at each field find, as long as all are written alike', async () => {
    for (let seed = 1; seed <= 30; seed += 1) {
      const text = answer(20, numbers(seed))
      expect(cutOf(text)).toEqual(Array<boolean>(20).fill(true))
      const read = await outcome(parseLogs, text)
      expect(read).toEqual(await outcome(JSON.parse, text))
      expect(read?.found.logs).toHaveLength(20)
    }
  })

  it('are the same in another order, in capitals, with unknown fields, without a date and beside other lists', async () => {
    const text = answer(3, numbers(5))
    const { result } = JSON.parse(text) as { result: object[] }
    const texts = [
      answer(3, numbers(5), { type: 'mined', note: null, blockTimestamp: null }),
      text.replaceAll('aa"', 'AA"'),
      JSON.stringify({
        result: result.map((log) => Object.fromEntries(Object.entries(log).reverse())),
        id: 7,
      }),
      text.replace('}]}', '}],"more":[{}]}'),
    ]
    for (const one of texts) {
      expect(cutOf(one)).toEqual([true, true, true])
      expect(await outcome(parseLogs, one)).toEqual(await outcome(JSON.parse, one))
    }
  })

  it.each([
    ['none', '{"jsonrpc":"2.0","id":7,"result":[]}'],
    ['an error', '{"jsonrpc":"2.0","id":7,"error":{"code":1,"data":{"result":[{}]}}}'],
    ['spaces', JSON.stringify(JSON.parse(answer(2, numbers(3))), null, 1)],
    ['numbers', answer(2, numbers(3), { logIndex: 1 })],
    ['something escaped', answer(2, numbers(3), { note: '"}]' })],
    ['a megabyte', answer(2, numbers(3), { data: `0x${'00'.repeat(1_000_000)}` })],
    ['half a byte', answer(2, numbers(3), { data: '0x123' })],
    ['two results', answer(2, numbers(3)).replace('}]}', '}],"result":[]}')],
  ])('are left to JSON.parse where it has %s', async (_, text) => {
    expect(JSON.stringify(await outcome(parseLogs, text), spoken)).toBe(
      JSON.stringify(await outcome(JSON.parse, text), spoken),
    )
  })

  it('are the same, or broken, in any answer in which a character was changed, left out or put in', async () => {
    const text = answer(4, numbers(11))
    const random = numbers(13)
    const characters = '"{}[],:\\0xafgF \n\u0000é'
    const count = { read: 0, broken: 0 }
    for (let round = 0; round < 1_000; round += 1) {
      const at = random(text.length)
      const put = characters[random(characters.length)] ?? ''
      const changed = `${text.slice(0, at)}${random(3) === 0 ? '' : put}${text.slice(at + random(2))}`
      const read = await outcome(parseLogs, changed)
      expect(read).toEqual(await outcome(JSON.parse, changed))
      count[read ? 'read' : 'broken'] += 1
    }
    expect(Math.min(count.read, count.broken)).toBeGreaterThan(50)
  })

  it('say that a node’s answer is broken where the rest of it is no JSON', () => {
    const text = answer(4, numbers(17)).replace('"logIndex":"0x2"', '"logIndex":0x2')
    expect(() => cutOf(text)).toThrow('A node answered with broken JSON.')
  })
})

function spoken(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? `${value}` : value
}
