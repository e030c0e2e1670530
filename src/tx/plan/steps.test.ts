import { decodeFunctionData, maxUint256 } from 'viem'
import { describe, expect, it } from 'vitest'

import { effectPattern, matchesEffect } from './effect'
import { erc20Abi } from './token-abis'
import { isLookalike } from './lookalike'
import type { Plan } from './plan'
import { allowanceKey, remainingSteps } from './steps'
import { friend, hash, me, pool, samplePlan, token } from '../testing/sample-plan'

const [act] = samplePlan.acts
if (!act?.spends) throw new Error('The sample plan spends.')
const key = allowanceKey(act.spends)
const kinds = (
  allowance: bigint,
  needsReset = false,
  plan: Plan = samplePlan,
  done: readonly number[] = [],
) =>
  remainingSteps(plan, new Map([[key, { allowance, needsReset }]]), {
    width: 'exact',
    doneActs: new Set(done),
  }).map(({ kind }) => kind)

describe('steps', () => {
  it.each([
    [0n, false, ['approve', 'act']],
    [4_999_999n, false, ['approve', 'act']],
    [4_999_999n, true, ['reset', 'approve', 'act']],
    [5_000_000n, true, ['act']],
    [maxUint256, true, ['act']],
  ])('with an allowance of %d (refuses a change: %s): %j', (allowance, needsReset, expected) =>
    expect(kinds(allowance, needsReset)).toEqual(expected),
  )
  it('counts an allowance down over the acts of a plan', () => {
    const twice = { ...samplePlan, acts: [act, act] }
    expect(kinds(5_000_000n, false, twice)).toEqual(['act', 'approve', 'act'])
    expect(kinds(10_000_000n, false, twice)).toEqual(['act', 'act'])
    expect(kinds(0n, false, twice)).toEqual(['approve', 'act', 'approve', 'act'])
    expect(kinds(0n, false, twice, [0])).toEqual(['approve', 'act'])
    expect(kinds(0n, false, twice, [0, 1])).toEqual([])
  })
  it('approves exactly, and without a limit only by choice', () => {
    const approval = (width: 'exact' | 'unlimited') => {
      const [step] = remainingSteps(samplePlan, new Map(), { width, doneActs: new Set() })
      return step && { title: step.title, args: decodeFunctionData({ abi: erc20Abi, data: step.data }).args }
    }
    expect(approval('exact')).toEqual({ title: 'Approve 5 USDT', args: [pool, 5_000_000n] })
    expect(approval('unlimited')).toEqual({ title: 'Approve unlimited USDT', args: [pool, maxUint256] })
  })
})

describe('effects', () => {
  const pattern = effectPattern(act.effect)
  const log = {
    address: pool,
    topics: [pattern.topics[0] ?? hash('0'), `0x${'0'.repeat(24)}${friend.slice(2).toLowerCase()}` as const],
    data: `0x${5_000_000n.toString(16).padStart(64, '0')}` as const,
  }
  it('are proven by contract, indexed and plain arguments', () => {
    expect(matchesEffect(log, pattern)).toBe(true)
    expect(matchesEffect({ ...log, address: token }, pattern)).toBe(false)
    expect(matchesEffect({ ...log, data: `0x${'0'.repeat(64)}` }, pattern)).toBe(false)
    expect(matchesEffect({ ...log, topics: log.topics.slice(0, 1) }, pattern)).toBe(false)
  })
  it('leave free what is not said', () => {
    const free = effectPattern({ ...act.effect, args: {} })
    expect(matchesEffect({ ...log, data: `0x${'f'.repeat(64)}` }, free)).toBe(true)
  })
})

describe('addresses', () => {
  it('tells look-alikes', () => {
    expect(isLookalike(me, `0xf39f${'0'.repeat(32)}2266`)).toBe(true)
    expect(isLookalike(me, me.toLowerCase())).toBe(false)
    expect(isLookalike(me, friend)).toBe(false)
  })
})
