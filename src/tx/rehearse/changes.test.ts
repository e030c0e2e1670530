import { describe, expect, it } from 'vitest'

import type { Plan } from '../plan/plan'
import { agrees, expectedChange, leastChange } from './changes'

const account = '0x00000000000000000000000000000000000000A1'
const other = '0x00000000000000000000000000000000000000A2'
const usdt = { kind: 'erc20', address: other, symbol: 'USDT', decimals: 6 } as const
const all = new Set([0])

function planGetting(least: bigint | undefined, recipient?: Plan['account']): Plan {
  const effect = { address: other, abi: [], eventName: 'Done', args: {} } as const
  const call = { address: other, label: 'Vault', abi: [], functionName: 'redeem', args: [] } as const
  const gets = [{ asset: usdt, amount: 100n, ...(least !== undefined && { least }) }]
  const act = { title: 'Redeem', call, effect, gives: [], gets, ...(recipient && { recipient }) }
  return {
    kind: 'x',
    system: undefined,
    title: 'x',
    chainId: 1,
    account,
    acts: [act],
    bounds: [],
    restsOn: [],
  }
}

describe('what a plan accepts', () => {
  it('is the unit, unless the amount moves with each second', () => {
    expect(leastChange(planGetting(undefined), all, account, usdt)).toBeUndefined()
    expect(agrees({ rehearsed: 101n, expected: 100n })).toBe(false)
    expect(agrees({ rehearsed: 100n, expected: 100n })).toBe(true)
  })

  it('is the least, and all above it, where it does', () => {
    const plan = planGetting(98n)
    const expected = expectedChange(plan, all, account, usdt)
    const least = leastChange(plan, all, account, usdt)
    expect([expected, least]).toEqual([100n, 98n])
    const isTaken = (rehearsed: bigint) =>
      agrees({ rehearsed, expected, ...(least !== undefined && { least }) })
    expect([97n, 98n, 100n, 103n].map(isTaken)).toEqual([false, true, true, true])
  })

  it('is the most of what is given, and all below it', () => {
    const [act] = planGetting(undefined).acts
    if (!act) throw new Error('There is one.')
    const gives = [{ asset: usdt, amount: 100n, most: 103n }]
    const plan = { ...planGetting(undefined), acts: [{ ...act, gives, gets: [] }] }
    const expected = expectedChange(plan, all, account, usdt)
    const least = leastChange(plan, all, account, usdt)
    expect([expected, least]).toEqual([-100n, -103n])
    const isTaken = (rehearsed: bigint) =>
      agrees({ rehearsed, expected, ...(least !== undefined && { least }) })
    expect([-104n, -103n, -100n, -90n].map(isTaken)).toEqual([false, true, true, true])
    expect(leastChange(plan, all, other, usdt)).toBeUndefined()
  })

  it('counts for who receives, and for acts that are still to come', () => {
    expect(leastChange(planGetting(98n, other), all, account, usdt)).toBeUndefined()
    expect(leastChange(planGetting(98n, other), all, other, usdt)).toBe(98n)
    expect(leastChange(planGetting(98n), new Set(), account, usdt)).toBeUndefined()
  })
})
