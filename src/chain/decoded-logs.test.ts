import { encodeAbiParameters, parseAbi, toEventSelector } from 'viem'
import { expect, it } from 'vitest'

import { createDecoder } from './decoded-logs'
import type { RawLog } from './history-scan'

const abi = parseAbi(['event Drawn(uint256 litres)', 'event Left(uint256 litres)'])
const hash = `0x${'ab'.repeat(32)}` as const
const drawn = (litres: bigint, index: number): RawLog => ({
  address: '0x00000000000000000000000000000000000000aa',
  topics: [toEventSelector('Drawn(uint256)')],
  data: encodeAbiParameters([{ type: 'uint256' }], [litres]),
  blockNumber: '0x7',
  blockHash: hash,
  transactionHash: hash,
  transactionIndex: '0x0',
  logIndex: `0x${index.toString(16)}`,
})

it('decodes each log once: what was decoded before is the same object', () => {
  const decode = createDecoder(abi, ['Drawn'])
  const first = [drawn(1n, 0), drawn(2n, 1)]
  const before = decode(first)
  const after = decode([...first, drawn(3n, 2)])
  expect(after.map(({ args }) => args.litres)).toEqual([1n, 2n, 3n])
  expect(after[0]).toBe(before[0])
  expect(after[1]).toBe(before[1])
})

it('leaves out what can’t be decoded, alone', () => {
  const half = { ...drawn(2n, 1), data: '0x12' as const }
  expect(createDecoder(abi, ['Drawn'])([half, drawn(1n, 0)]).map(({ args }) => args.litres)).toEqual([1n])
})
