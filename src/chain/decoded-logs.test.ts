import {
  decodeEventLog,
  encodeAbiParameters,
  encodeEventTopics,
  getAbiItem,
  maxUint256,
  parseAbi,
  type AbiEvent,
  type Hex,
} from 'viem'
import { describe, expect, it } from 'vitest'

import { createDecoder } from './decoded-logs'
import type { RawLog } from './raw-log'

const abi = parseAbi([
  'event Words(address indexed who, uint256 indexed id, uint256 amount, int256 change, uint8 kind, int24 small, uint48 at, bool isOn, bytes32 hash, bytes4 selector)',
  'event Text(address indexed who, string what, bytes data)',
  'event Lists(uint256[] amounts, (bool isOn, uint96 unit) config)',
  'event Moved(address indexed from, uint256 id)',
  'event Nothing()',
])
const names = abi.map(({ name }) => name)
const decoder = createDecoder(abi, names)
const hash = `0x${'ab'.repeat(32)}` as const
const who = '0x52908400098527886E0F7030069857D2E4169EE7'

/** A log as a node tells it. */
function log(eventName: (typeof names)[number], args: Record<string, unknown>): RawLog {
  const item: AbiEvent = getAbiItem({ abi, name: eventName })
  const plain = item.inputs.filter(({ indexed }) => !indexed)
  const values = plain.map(({ name = '' }) => args[name])
  return {
    address: '0x00000000000000000000000000000000000000aa',
    topics: encodeEventTopics({ abi: [item], eventName, args }) as Hex[],
    data: encodeAbiParameters(plain, values),
    blockNumber: '0x7',
    blockHash: hash,
    transactionHash: hash,
    logIndex: '0x0',
  }
}

const words = {
  who,
  id: maxUint256,
  amount: 10n ** 30n,
  change: -(2n ** 255n),
  kind: 255,
  small: -8_388_608,
  at: 281_474_976_710_655,
  isOn: true,
  hash,
  selector: '0x12345678',
}

const logs = [
  log('Words', words),
  log('Words', { ...words, id: 0n, amount: 0n, change: -1n, kind: 0, small: 8_388_607, at: 0, isOn: false }),
  log('Text', { who, what: 'a naïve “text”', data: '0x00ff' }),
  log('Lists', { amounts: [1n, 2n], config: { isOn: false, unit: 7n } }),
  log('Nothing', {}),
]

describe('a decoder', () => {
  it.each(logs)('reads every type as viem does', (one) => {
    const told = decodeEventLog({ abi, topics: one.topics as [Hex], data: one.data, strict: true })
    expect(decoder.decode(one)).toEqual({ ...told, args: told.args ?? {} })
    // In capitals it is the same log.
    const loud = (hex: Hex) => `0x${hex.slice(2).toUpperCase()}` as const
    expect(decoder.decode({ ...one, topics: one.topics.map(loud), data: loud(one.data) })).toEqual(
      decoder.decode(one),
    )
  })

  it('reads random words as viem does, or leaves out what their types can’t have', () => {
    const item: AbiEvent = getAbiItem({ abi, name: 'Words' })
    let [read, left] = [0, 0]
    for (let round = 0; round < 500; round += 1) {
      // Of few digits most are of every type, and of many hardly any.
      const random = (most: number) => {
        const length = Math.ceil(Math.random() * most)
        return Array.from({ length }, () => Math.floor(Math.random() * 16).toString(16)).join('')
      }
      const word = (most: number) => random(most).padStart(64, round % 2 === 0 ? '0' : 'f')
      const sizes = [64, 64, 3, 7, 13, 1, 64, 64]
      const sent: RawLog = {
        ...log('Words', words),
        topics: [log('Words', words).topics[0] ?? hash, `0x${random(40).padStart(64, '0')}`, `0x${word(64)}`],
        data: `0x${sizes.map(word).join('')}`,
      }
      const mine = decoder.decode(sent)
      if (!mine) {
        left += 1
        continue
      }
      read += 1
      const topics = sent.topics as [Hex]
      expect(mine).toEqual(decodeEventLog({ abi: [item], topics, data: sent.data, strict: true }))
    }
    expect(Math.min(read, left)).toBeGreaterThan(0)
  })

  it.each(logs)('believes of the stored what it could have told', (one) => {
    const told = decoder.decode(one)
    expect(told && decoder.restore(structuredClone(told))).toEqual(told)
    for (const name of Object.keys(told?.args ?? {}))
      expect(told && decoder.restore({ ...told, args: { ...told.args, [name]: [{}] } })).toBeUndefined()
  })

  it.each([
    ['half its data', { ...log('Moved', { from: who, id: 1n }), data: '0x12' as const }],
    ['no data', { ...log('Moved', { from: who, id: 1n }), data: '0x' as const }],
    ['an event nobody asked for', { ...log('Nothing', {}), topics: [hash] }],
    [
      'an address of 32 bytes',
      {
        ...log('Moved', { from: who, id: 1n }),
        topics: [log('Moved', { from: who, id: 1n }).topics[0] ?? hash, hash],
      },
    ],
    ['a topic too many', { ...log('Nothing', {}), topics: [...log('Nothing', {}).topics, hash] }],
    ['a number its type can’t have', { ...logs[0], data: `0x${'ff'.repeat(8 * 32)}` } as RawLog],
    [
      'a text without an end',
      { ...log('Text', { who, what: 'a', data: '0x' }), data: `0x${'ff'.repeat(64)}` as const },
    ],
  ])('leaves out a log with %s', (_, bad) => expect(decoder.decode(bad)).toBeUndefined())

  it('tells events of one signature apart by what is indexed', () => {
    const both = parseAbi([
      'event Transfer(address indexed from, address indexed to, uint256 value)',
      'event Transfer(address indexed from, address indexed to, uint256 indexed tokenId)',
    ])
    const [, nft] = both
    const topics = encodeEventTopics({ abi: [nft], args: { from: who, to: who, tokenId: 7n } }) as Hex[]
    const told = createDecoder(both, ['Transfer']).decode({ ...log('Nothing', {}), topics, data: '0x' })
    expect(told?.args).toEqual({ from: who, to: who, tokenId: 7n })
  })
})
