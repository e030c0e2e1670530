import { expect, it } from 'vitest'

import { nameOf, readLabels } from './labels'

const alice = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8'

it('names an address as the person does, else by its ends', () => {
  expect(nameOf(alice, { [alice.toLowerCase()]: 'Savings' })).toBe('Savings')
  expect(nameOf(alice, {})).toBe('0x7099…79C8')
})

it('takes from the browser’s store only short names of addresses', () => {
  const stored = { [alice.toLowerCase()]: 'S\u202eavings '.repeat(9), nobody: 'x', '0x12': 'y' }
  const read = readLabels(JSON.stringify(stored))
  expect(Object.keys(read)).toEqual([alice.toLowerCase()])
  expect(read[alice.toLowerCase()]).toMatch(/^S avings S avings.{1,14}…$/)
  for (const text of [null, '', '7', '[]', '{"0x": {}}', 'null']) expect(readLabels(text)).toEqual({})
})
