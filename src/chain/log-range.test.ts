import { describe, expect, it } from 'vitest'

import { isRangeRefusal } from './log-range'
import { statedRange } from './stated-range'

/** Messages as vendors word them, with the range they allow if they say it. */
const refusals: readonly [string, bigint | undefined][] = [
  ['query returned more than 10000 results. Try with this block range [0x10, 0x1f].', 16n],
  ['eth_getLogs is limited to a 10,000 range', 10_000n],
  ['exceed maximum block range: 50000', 50_000n],
  ['block range too large, max range: 1k', 1_000n],
  ['Log response size exceeded. You can make eth_getLogs requests with up to a 2K block range', 2_000n],
  ['query exceeds max results 20000, retry with the range 100-200', undefined],
  ['ranges over 10000 blocks are not supported on freetier', 10_000n],
  ['Block range is too large', undefined],
  ['query returned more than 10000 results', undefined],
  ['query timeout exceeded', undefined],
  ['range 1000000 exceeds limit of 10000', 10_000n],
  ['range 1000000 is bigger than range limit 2000', 2_000n],
  ['Log response size exceeded. Please reduce query block range.', undefined],
  ['Block range limit exceeded.', undefined],
  ['The response is too big.', undefined],
  [
    'You can make eth_getLogs requests with up to a 500 block range. Based on your parameters, this block range should work: [0x123c9b2, 0x123cba5]',
    500n,
  ],
  [
    'Log response size exceeded. You can make eth_getLogs requests with up to a 2K block range and no limit on the response size, or you can request any block range with a cap of 10K logs in the response. Based on your parameters and the response size limit, this block range should work: [0x0, 0xd043b8]',
    2_000n,
  ],
]

describe('log ranges', () => {
  it.each(refusals)('knows "%s" for a refusal of the range', (message, range) => {
    expect(isRangeRefusal(message)).toBe(true)
    expect(statedRange(message, 1_000_000n)).toBe(range)
  })

  it.each(['execution reverted', 'header not found', 'daily request count exceeded', 'method not found'])(
    'does not take "%s" for one',
    (message) => {
      expect(isRangeRefusal(message)).toBe(false)
    },
  )
})
