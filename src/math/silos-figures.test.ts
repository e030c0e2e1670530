import { describe, expect, it } from 'vitest'
import { figuresOf } from './silos-figures'
import { emptyBooks, newSiloState, type SiloState } from './silos-state'
import { WAD } from './units'

const USD = 10n ** 6n
const quote = (price: bigint) => ({ price, updatedAt: 0n })
const parameters = {
  ...{ latchMinSupply: 1_000n * USD, feedHeartbeatSeconds: 60n, dexHeartbeatSeconds: 60n },
  ...{ usdcHeartbeatSeconds: 60n, maxDeviationBps: 300n, slippageBps: 100n, xtzSpreadBps: 200n },
  ...{ depegBps: 100n, cycleSeconds: 10n, repeatSeconds: 1n },
}

/** The picture of the page: 2,000,000 USDtz, XTZ at $0.84 and $0.846. */
function pictured(changed: Partial<SiloState> = {}): SiloState {
  const market = { feed: quote((846n * WAD) / 1_000n), dex: quote((84n * WAD) / 100n), usdc: quote(WAD) }
  const start = newSiloState(0n, { ...market, pool: { usd: 1n, xtz: 1n } }, parameters)
  const books = {
    ...emptyBooks,
    ...{ f1: 2_000_000n * USD, x2: 2_500_000n * USD, f3: 1_240_000n * USD, x4: 571_428_571_429n },
  }
  return { ...start, books, supply: 2_000_000n * USD, inventory: 120_000n * USD, isLatched: true, ...changed }
}

const percent = (ratio: bigint | undefined) => Number(ratio) / 1e16

describe('the figures of the reserve', () => {
  it('are those of its picture', () => {
    const figures = figuresOf(pictured())
    expect(percent(figures?.ratio)).toBeCloseTo(291, 4)
    expect(figures?.circulating).toBe(1_880_000n * USD)
    expect(figures?.headroom).toBe(220_000n * USD)
    expect(figures?.silos.map(({ fill }) => Math.round(percent(fill)))).toEqual([100, 100, 62, 24])
    expect(figures?.silos.map(({ health }) => health)).toEqual(['full', 'full', 'filling', 'filling'])
    // 2,000,000 / 0.84, rounded up.
    expect(figures?.silos[1].overflow).toBe(2_500_000n * USD - 2_380_952_380_953n)
    expect(figures?.silos[2].missing).toBe(760_000n * USD)
  })

  it('call a short Silo 2 progress before the latch and an alarm after it (S6)', () => {
    const short = { ...pictured().books, x2: 1n }
    expect(figuresOf(pictured({ books: short }))?.silos[1].health).toBe('alarm')
    const before = figuresOf(pictured({ books: short, isLatched: false }))
    expect(before?.silos[1].health).toBe('filling')
    expect(before?.headroom).toBeUndefined()
    expect(figuresOf(pictured({ books: { ...short, f1: 5n } }))?.silos[0].health).toBe('alarm')
  })

  it('are none without a supply, and unknown without a price (S2, S15)', () => {
    expect(figuresOf(pictured({ supply: 0n, inventory: 0n }))?.ratio).toBeUndefined()
    expect(figuresOf(pictured({ feed: quote(0n) }))).toBeUndefined()
  })
})
