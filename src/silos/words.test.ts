import { describe, expect, it } from 'vitest'

import { advance, type SiloEvent } from '../math/silos-advance'
import { WAD } from '../math/units'
import { entriesGate, headroomGate, outcomeGate, priceGate, soundGate } from './gates'
import { atPrice, MILLION, pictured } from '../math/silos-test-state'
import { refusalText } from './words'

const stale = { ...pictured, time: pictured.time + 3_601n }
const fallen = atPrice((79n * WAD) / 100n)

describe('why an action is not possible', () => {
  const refused = (state: typeof pictured, event: SiloEvent) => {
    const result = advance(state, event)
    return result.isTaken ? 'taken' : refusalText(result.refusal)
  }
  it.each([
    [
      pictured,
      { kind: 'mint', amount: MILLION },
      '1,000,000 USDtz is more than can be minted now, 220,000 USDtz.',
    ],
    [{ ...pictured, isPaused: true }, { kind: 'mint', amount: 1n }, 'Entries are paused.'],
    [stale, { kind: 'redeemXtz', amount: 1n }, 'There is no price of XTZ: the feed’s price is too old.'],
    [
      { ...fallen, pool: { usd: 1n, xtz: 1n } },
      { kind: 'redeemXtz', amount: MILLION },
      'Silo 2 is worth $1,975,000, less than the supply of $2,000,000',
    ],
    [pictured, { kind: 'replenish' }, 'Silo 3 buys nothing now'],
    [pictured, { kind: 'closeCycle' }, 'The cycle ends'],
    [
      { ...pictured, usdc: { ...pictured.usdc, price: 0n } },
      { kind: 'mint', amount: 1n },
      'USDC’s own feed is below its limit',
    ],
  ] as const)('case %#', (state, event, text) => {
    expect(refused(state, event)).toContain(text)
  })
})

describe('gates', () => {
  it('are met in the reserve of the screens', () => {
    const amount = 220_000_000_000n
    const result = advance(pictured, { kind: 'mint', amount })
    const gates = [
      entriesGate(pictured),
      soundGate(pictured),
      priceGate(pictured),
      headroomGate(pictured, amount),
      outcomeGate('Taken', result, 'Yes.'),
    ]
    expect(gates.filter(({ isMet }) => !isMet)).toEqual([])
  })
  it('say what stands in the way', () => {
    expect(entriesGate({ ...pictured, isPaused: true }).isMet).toBe(false)
    expect(soundGate({ ...pictured, usdc: { ...pictured.usdc, price: WAD / 2n } }).isMet).toBe(false)
    expect(priceGate(stale).detail).toBe('The feed’s price is too old.')
    expect(headroomGate(pictured, 220_000_000_001n)).toMatchObject({ isMet: false })
    expect(headroomGate({ ...fallen, inventory: 0n }, undefined).detail).toContain('Silo 2 is worth no more')
    expect(headroomGate({ ...pictured, isLatched: false }, MILLION * 100n).isMet).toBe(true)
  })
})
