import { encodeAbiParameters, parseAbiParameters } from 'viem'
import { describe, expect, it } from 'vitest'

import { isChange, matterOf, matterText } from './proposals'

const address = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8'
const encode = (types: string, values: readonly unknown[]) =>
  encodeAbiParameters(parseAbiParameters(types) as readonly { type: string }[], values)

const shares = encode('uint16, uint16, uint16, uint16, address', [8_000, 0, 1_000, 1_000, address])
const samples = [
  [0, shares, 'Distribute the chamber: 80% into all four silos, 10% to the trustees, 10% to the ecosystem.'],
  [
    1,
    encode('uint256, uint256', [5_000_000n, 4n]),
    'Cover: sell at most 5 XTZ of Silo 4 for at least 0.000004 USDC.',
  ],
  [2, encode('uint8, uint256', [5, 80n]), 'Change “Worst fill of a conversion” to 0.8%.'],
  [2, encode('uint8, uint256', [9, 86_400n]), 'Change “Length of a cycle” to 1 d.'],
  [
    2,
    encode('uint8, uint256', [99, 1n]),
    'Change “Parameter 99” to 0x0000000000000000000000000000000000000001.',
  ],
  [3, encode('address[], uint256[]', [[address], [1n]]), 'Other trustees: 1 with new weights.'],
  [4, encode('address', [address]), `Hand all weight over to ${address}.`],
  [5, encode('uint256', [7n]), 'Cancel change 7.'],
] as const

describe('what a proposal is about', () => {
  it.each(samples)('is said of kind %i', (kind, data, text) => {
    expect(matterText(matterOf(kind, data))).toBe(text)
  })
  it('is unknown where the data is of another form, or the kind a new one', () => {
    expect(matterOf(0, '0x1234')).toEqual({ kind: 'unknown' })
    expect(matterOf(9, shares)).toEqual({ kind: 'unknown' })
  })
  it('waits for the public delay where it changes the rules', () => {
    const waits = samples.filter(([kind, data]) => isChange(matterOf(kind, data)))
    expect(waits.map(([kind]) => kind)).toEqual([2, 2, 2, 3, 4])
  })
})
