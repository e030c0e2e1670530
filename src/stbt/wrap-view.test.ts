import { describe, expect, it } from 'vitest'

import { maxTransfer } from '../math/stbt-shares'
import { unwrapping, wrapping } from './wrap-view'

// 7 STBT in 5 shares: above par.
const above = { supply: 7n, totalShares: 5n }
// 5 STBT in 7 shares: below par.
const below = { supply: 5n, totalShares: 7n }

describe('wrapping, rules.md T14', () => {
  it('leaves a share behind when the balance is wrapped, and none by Max', () => {
    // 3 shares are worth 4; floor(4 * 5 / 7) = 2 of them move.
    expect(wrapping(4n, 3n, above)).toEqual({ asked: 4n, leaves: 3n, arrives: 2n, behind: 1n })
    const most = maxTransfer(3n, above.supply, above.totalShares)
    expect(wrapping(most, 3n, above)).toEqual({ asked: 5n, leaves: 4n, arrives: 3n, behind: 0n })
  })

  it('says nothing behind of a part', () => {
    expect(wrapping(2n, 3n, above)?.behind).toBe(0n)
  })

  it('is impossible for more than there is', () => {
    expect(wrapping(7n, 3n, above)).toBeUndefined()
  })
})

describe('unwrapping, rules.md T14', () => {
  it('leaves a share in the wrapper above par', () => {
    // 3 shares pay floor(3 * 7 / 5) = 4, for which 2 move.
    expect(unwrapping(3n, 0n, above)).toEqual({ asked: 3n, leaves: 3n, arrives: 2n, behind: 1n })
  })

  it('can leave two there below par', () => {
    // 6 shares pay floor(6 * 5 / 7) = 4, for which 5 move.
    expect(unwrapping(6n, 0n, below)).toEqual({ asked: 6n, leaves: 6n, arrives: 3n, behind: 1n })
    expect(unwrapping(2n, 0n, below).behind).toBe(1n)
  })

  it('can pay nothing', () => {
    expect(unwrapping(1n, 0n, below).arrives).toBe(0n)
  })
})
