import { describe, expect, it } from 'vitest'

import { bookedOf, sizeOf } from '../math/silos-figures'
import { conditionsOf } from '../math/silos-state'
import { pictured } from '../math/silos-test-state'
import { balanceSheet } from './sheet'

const stale = { ...pictured, time: pictured.time + 3_601n }

describe('the balance sheet', () => {
  const held = { ...bookedOf(pictured), usdc: bookedOf(pictured).usdc + 5n }
  const sheet = balanceSheet(pictured, held)
  const total = (side: 'assets' | 'liabilities') => sheet?.[side].reduce((all, { usd }) => all + usd, 0n)

  it('is equal on both sides, to the unit, strays included', () => {
    expect(total('assets')).toBe(sheet?.total)
    expect(total('liabilities')).toBe(sheet?.total)
    expect(sheet?.total).toBe((sizeOf(pictured).worth ?? 0n) + 42_300_000_005n)
  })
  it('is none without a price', () => {
    expect(conditionsOf(stale).priceState).toBe('FeedStale')
    expect(balanceSheet(stale, held)).toBeUndefined()
  })
})
