import { expect, it } from 'vitest'

import { WAD } from '../math/units'
import { answersOf } from './Answers'
import { atPrice, pictured } from '../math/silos-test-state'

const answers = (state: typeof pictured) => answersOf(state).map(({ isYes, why }) => [isYes, why])

it('answers with live numbers', () => {
  expect(answers(pictured)).toEqual([
    [true, '100% in Silo 1, whatever XTZ costs.'],
    [true, '105% in Silo 2, at $0.84.'],
    [true, '220,000 USDtz now: 120,000 USDtz from inventory, 100,000 USDtz new.'],
  ])
})

it('says no where XTZ does not back it, and why nothing new is minted', () => {
  const [usdc, xtz, mint] = answers({ ...atPrice((79n * WAD) / 100n), inventory: 0n })
  expect(usdc?.[0]).toBe(true)
  expect(xtz).toEqual([false, '98% in Silo 2, at $0.79.'])
  expect(mint?.[0]).toBe(false)
  expect(mint?.[1]).toContain('Silo 2 is worth no more than the supply')
})

it('answers nothing that it can’t know: no price, no supply (F26, F27)', () => {
  const stale = { ...pictured, time: pictured.time + 3_601n }
  expect(answers(stale)[1]).toEqual([undefined, 'There is no price of XTZ.'])
  const [usdc, xtz, mint] = answers({ ...pictured, supply: 0n, inventory: 0n })
  expect([usdc, xtz]).toEqual([
    [undefined, 'There is no USDtz to back.'],
    [undefined, 'There is no USDtz to back.'],
  ])
  // Somebody can start again: less than the latch's least supply needs USDC only.
  expect(mint?.[0]).toBe(true)
})
