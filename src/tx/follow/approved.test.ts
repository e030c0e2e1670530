import { encodeAbiParameters, encodeEventTopics, maxUint256 } from 'viem'
import type { Address, Hex } from 'viem'
import { describe, expect, it } from 'vitest'

import { remainingSteps } from '../plan/steps'
import { erc20Abi } from '../plan/token-abis'
import { friend, me, pool, samplePlan, token } from '../testing/sample-plan'
import { approvalsOf, approvedOtherwise, approvedSentence } from './approved'

const options = { width: 'exact', doneActs: new Set<number>() } as const
const steps = remainingSteps(samplePlan, new Map(), options)
const approvals = approvalsOf(samplePlan, steps.slice(0, 1))

type Told = { amount: bigint; spender?: Address; owner?: Address; of?: Address }
function log({ amount, spender = pool, owner = me, of = token }: Told) {
  const topics = encodeEventTopics({ abi: erc20Abi, eventName: 'Approval', args: { owner, spender } })
  return { address: of, topics: topics as Hex[], data: encodeAbiParameters([{ type: 'uint256' }], [amount]) }
}
const ofStep = (...told: Told[]) =>
  approvedOtherwise({ account: me, approvals, isBatch: false }, told.map(log))
const sentences = (...told: Told[]) => ofStep(...told).map((one) => approvedSentence(approvals, one))

describe('what a wallet made of an approval', () => {
  it('needs no word where it is what was asked', () => expect(ofStep({ amount: 5_000_000n })).toEqual([]))
  it('is told where it is less, more, without a limit', () => {
    expect(sentences({ amount: 4_999_999n })).toEqual([
      `The wallet approved 4.999999 USDT to Pool, ${pool}: less than the 5 USDT asked for.`,
    ])
    expect(sentences({ amount: 5_000_001n })[0]).toContain('5.000001 USDT to Pool')
    expect(sentences({ amount: maxUint256 })[0]).toMatch(/approved unlimited USDT to Pool, .*: more than/)
  })
  it('is told of another spender and of another token, with their whole addresses', () =>
    expect(sentences({ amount: 1n, spender: friend }, { amount: 7n, of: friend })).toEqual([
      `The wallet approved 0.000001 USDT to ${friend}. That was not asked for.`,
      `The wallet approved 7 base units of the token ${friend} to ${pool}. That was not asked for.`,
    ]))
  it('is the last word on a spender; taking something back needs none', () => {
    expect(ofStep({ amount: maxUint256 }, { amount: 5_000_000n })).toEqual([])
    expect(ofStep({ amount: 9n, spender: friend }, { amount: 0n, spender: friend })).toEqual([])
  })
  it('is the account’s own: not what others approve, nor one of an NFT', () => {
    expect(ofStep({ amount: maxUint256, owner: friend })).toEqual([])
    const { topics, ...nft } = log({ amount: 1n, spender: friend })
    const logs = [{ ...nft, topics: [...topics, `0x${'0'.repeat(64)}` as const] }]
    expect(approvedOtherwise({ account: me, approvals, isBatch: false }, logs)).toEqual([])
  })
  it('in a batch is less once the act has spent it', () => {
    const asked = approvalsOf(samplePlan, steps)
    const inBatch = (...told: Told[]) =>
      approvedOtherwise({ account: me, approvals: asked, isBatch: true }, told.map(log))
    expect(inBatch({ amount: 5_000_000n }, { amount: 0n })).toEqual([])
    expect(inBatch({ amount: 1_000_000n })).toEqual([])
    expect(inBatch({ amount: 6_000_000n })).toHaveLength(1)
    expect(inBatch({ amount: 1n, spender: friend })).toHaveLength(1)
  })
  it('of a token whose old allowance is spent in a batch says nothing: none was asked', () => {
    const act = steps.slice(1)
    const asked = approvalsOf(samplePlan, [...act, ...act])
    const told = [log({ amount: maxUint256 - 5n })]
    expect(approvedOtherwise({ account: me, approvals: asked, isBatch: true }, told)).toEqual([])
  })
  it('is not looked for where nothing is approved', () =>
    expect(approvalsOf(samplePlan, steps.slice(1))).toEqual([]))
})
