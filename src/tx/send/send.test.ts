import type { Abi } from 'viem'
import { describe, expect, it } from 'vitest'

import { erc20Abi } from '../plan/token-abis'
import type { Act, Plan } from '../plan/plan'
import { batchAbility, sealReview, sendBatch, sendStep } from './send'
import type { Review } from './send'
import type { Wallet } from '../wallet'
import { remainingSteps } from '../plan/steps'
import { friend, hash, me, pool, samplePlan, token } from '../testing/sample-plan'

const steps = remainingSteps(samplePlan, new Map(), { width: 'exact', doneActs: new Set() })

function walletOf(
  answers: Record<string, unknown> = {},
): Wallet & { asked: { method: string; params?: unknown }[] } {
  const asked: { method: string; params?: unknown }[] = []
  const all: Record<string, unknown> = {
    eth_chainId: '0x7a69',
    eth_accounts: [me],
    eth_sendTransaction: hash('a'),
    wallet_sendCalls: { id: 'batch-1' },
    ...answers,
  }
  return {
    asked,
    request(args) {
      asked.push(args)
      return Promise.resolve(all[args.method])
    },
  }
}
const wasAsked = ({ asked }: { asked: { method: string }[] }) =>
  asked.some(({ method }) => method === 'eth_sendTransaction' || method === 'wallet_sendCalls')

/** Every leaf of the review, as a path and another value of its type. */
function mutations(value: unknown, path: readonly string[] = []): { path: readonly string[]; to: unknown }[] {
  if (typeof value === 'bigint') return [{ path, to: value + 1n }]
  if (typeof value === 'number') return [{ path, to: value + 1 }]
  if (typeof value === 'boolean') return [{ path, to: !value }]
  if (typeof value === 'string') {
    const last = value.at(-1) === '1' ? '2' : '1'
    return [{ path, to: `${value.slice(0, -1)}${last}` }]
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, part]) => mutations(part, [...path, name]))
}
function mutated(review: Review, path: readonly string[], to: unknown): Review {
  const copy = structuredClone(review)
  const holder = path
    .slice(0, -1)
    .reduce<Record<string, unknown>>(
      (part, name) => part[name] as Record<string, unknown>,
      copy as unknown as Record<string, unknown>,
    )
  holder[path.at(-1) ?? ''] = to
  return copy
}

describe('the choke point (trust.md X5)', () => {
  const review = sealReview(samplePlan, steps)
  const all = mutations(review)

  it('covers chain, account, contract, calldata, spender, recipient, amounts and value', () => {
    const paths = all.map(({ path }) => path.join('.'))
    for (const path of [
      'plan.chainId',
      'plan.account',
      'plan.acts.0.call.address',
      'plan.acts.0.call.functionName',
      'plan.acts.0.call.args.0',
      'plan.acts.0.call.value',
      'plan.acts.0.spends.spender',
      'plan.acts.0.spends.amount',
      'plan.acts.0.recipient',
      'plan.acts.0.gives.0.amount',
      'steps.0.to',
      'steps.0.data',
      'steps.0.value',
      'steps.1.data',
    ])
      expect(paths).toContain(path)
    expect(all.length).toBeGreaterThan(100)
  })
  it.each(all)('refuses a review changed at $path', async ({ path, to }) => {
    const wallet = walletOf()
    for (const index of steps.keys()) {
      const result = await sendStep(mutated(review, path, to), index, wallet, () => undefined)
      expect(result).toMatchObject({ isSent: false, mayBeSent: false })
    }
    const batch = await sendBatch(mutated(review, path, to), wallet, () => undefined)
    expect(batch.isSent).toBe(false)
    expect(wasAsked(wallet)).toBe(false)
  })
  it('refuses a review it has never sealed', async () => {
    const wallet = walletOf()
    const stranger = { ...structuredClone(review), id: 'made up' }
    expect(await sendStep(stranger, 0, wallet, () => undefined)).toMatchObject({ isSent: false })
    expect(wasAsked(wallet)).toBe(false)
  })
  it('seals no step that does not follow from the plan', () => {
    const [approve, act] = steps
    if (!approve || !act) throw new Error('no steps')
    const other = { ...approve, to: friend }
    expect(() => sealReview(samplePlan, [other, act])).toThrow('An approval differs from the plan.')
    expect(() => sealReview(samplePlan, [{ ...act, value: 1n }])).toThrow('A step differs from the plan.')
    const [planned] = samplePlan.acts
    if (!planned) throw new Error('no act')
    const misleading = { ...samplePlan, acts: [{ ...planned, recipient: me }] }
    expect(() => sealReview(misleading, [act])).toThrow('The recipient shown is not in the call.')
  })
  it('takes an allowance back as an act, and never gives one', () => {
    const abi = erc20Abi as Abi
    const [planned] = samplePlan.acts
    if (!planned?.spends) throw new Error('no spending')
    const { title, effect } = planned
    const spends = { ...planned.spends, amount: 0n }
    const seal = (args: readonly unknown[], named: Pick<Act, 'spends'> = { spends }) => {
      const call = { address: token, label: 'USDT', abi, functionName: 'approve', args }
      const plan: Plan = { ...samplePlan, acts: [{ title, call, effect, gives: [], gets: [], ...named }] }
      return sealReview(plan, remainingSteps(plan, new Map(), { width: 'exact', doneActs: new Set() }))
    }
    expect(seal([pool, 0n]).steps.map(({ kind }) => kind)).toEqual(['act'])
    const refusal = 'An act may only take an allowance back, from the spender shown.'
    expect(() => seal([pool, 1n])).toThrow(refusal)
    expect(() => seal([friend, 0n])).toThrow(refusal)
    expect(() => seal([pool, 0n], {})).toThrow(refusal)
  })
  it('freezes what was reviewed', () => {
    expect(Object.isFrozen(review.steps[0])).toBe(true)
    expect(Object.isFrozen(review.plan.acts[0]?.call.args)).toBe(true)
  })
})

describe('sending', () => {
  it('sends the unchanged review, after the intent is on record', async () => {
    const wallet = walletOf()
    let wasFirst = false
    const result = await sendStep(sealReview(samplePlan, steps), 0, wallet, () => {
      wasFirst = !wasAsked(wallet)
    })
    expect(result).toEqual({ isSent: true, hash: hash('a') })
    expect(wasFirst).toBe(true)
    expect(wallet.asked.at(-1)?.params).toEqual([
      { from: me, to: steps[0]?.to, data: steps[0]?.data, value: '0x0', chainId: '0x7a69' },
    ])
  })
  it('sends all steps in one go, atomically', async () => {
    const wallet = walletOf()
    const result = await sendBatch(sealReview(samplePlan, steps), wallet, () => undefined)
    expect(result).toEqual({ isSent: true, batchId: 'batch-1' })
    expect(wallet.asked.at(-1)?.params).toMatchObject([{ atomicRequired: true, chainId: '0x7a69', from: me }])
  })
  it.each([
    ['another chain', { eth_chainId: '0x1' }, 'another network'],
    ['another account', { eth_accounts: [friend] }, 'another account'],
    ['no account', { eth_accounts: [] }, 'another account'],
    ['nonsense', { eth_accounts: 'x', eth_chainId: {} }, 'another network'],
  ])('does not ask a wallet with %s', async (_name, answers, title) => {
    const wallet = walletOf(answers)
    const result = await sendStep(sealReview(samplePlan, steps), 0, wallet, () => undefined)
    expect(result.isSent ? '' : result.problem.title).toContain(title)
    expect(wasAsked(wallet)).toBe(false)
  })
  it('does not ask when the intent cannot be recorded', async () => {
    const wallet = walletOf()
    const result = await sendStep(sealReview(samplePlan, steps), 0, wallet, () => {
      throw new Error('node is away')
    })
    expect(result).toMatchObject({ isSent: false, mayBeSent: false })
    expect(wasAsked(wallet)).toBe(false)
  })
  it('does not believe a wallet that gives back no hash', async () => {
    const result = await sendStep(
      sealReview(samplePlan, steps),
      0,
      walletOf({ eth_sendTransaction: null }),
      () => undefined,
    )
    expect(result).toMatchObject({ isSent: false, mayBeSent: true })
  })
  it('believes only "supported" as atomic, and tells "ready" apart', async () => {
    const says = (status: string) =>
      walletOf({ wallet_getCapabilities: { '0x7a69': { atomic: { status } } } })
    const none = { isAtomic: false, canUpgrade: false, takesGas: false }
    expect(await batchAbility(says('supported'), 31337, me)).toEqual({ ...none, isAtomic: true })
    expect(await batchAbility(says('ready'), 31337, me)).toEqual({ ...none, canUpgrade: true })
    expect(await batchAbility(says('unsupported'), 31337, me)).toEqual(none)
    expect(await batchAbility(walletOf(), 31337, me)).toEqual(none)
  })
})
