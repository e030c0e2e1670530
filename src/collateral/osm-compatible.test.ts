import { parseAbi, toFunctionSignature } from 'viem'
import { describe, expect, test } from 'vitest'

import { osmAbi } from '../../abis/Osm'

/** What a Maker OSM shows: whoever reads one can read ours. `void`, `stop` and who may read are not its views. */
const views = parseAbi([
  'function hop() view returns (uint16)',
  'function zzz() view returns (uint64)',
  'function src() view returns (address)',
  'function wards(address) view returns (uint256)',
  'function bud(address) view returns (uint256)',
  'function stopped() view returns (uint256)',
  'function pass() view returns (bool)',
  'function peek() view returns (bytes32, bool)',
  'function peep() view returns (bytes32, bool)',
  'function read() view returns (bytes32)',
])

describe('the OSM answers like Maker’s', () => {
  test.each(views.map((view) => [toFunctionSignature(view), view] as const))('%s', (signature, view) => {
    const ours = osmAbi.find((item) => item.type === 'function' && toFunctionSignature(item) === signature)
    // Everyone may read ours: what never changes is pure.
    expect(ours).toMatchObject({ stateMutability: expect.stringMatching(/^(view|pure)$/) as string })
    const typesOf = (outputs: readonly { readonly type: string }[]) => outputs.map(({ type }) => type)
    expect(ours && 'outputs' in ours && typesOf(ours.outputs)).toEqual(typesOf(view.outputs))
  })
})
