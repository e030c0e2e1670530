import { maxUint256 } from 'viem'
import type { Address } from 'viem'
import { describe, expect, it } from 'vitest'

import type { Reading } from '../math/reading'
import type { Spender } from '../system/activity'
import { remainingSteps } from '../tx/plan/steps'
import { allowanceReads, standingAllowances } from './allowances'
import { revoke } from '../tx/plan/revoke'

const account: Address = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8'
const well: Address = '0x00000000000000000000000000000000000000aa'
const mill: Address = '0x00000000000000000000000000000000000000bb'
const gold = { kind: 'erc20', address: '0x00000000000000000000000000000000000000a1', symbol: 'GOLD', decimals: 6 } as const // prettier-ignore
const salt = { kind: 'erc20', address: '0x00000000000000000000000000000000000000a2', symbol: 'SALT', decimals: 8 } as const // prettier-ignore
const spenders: readonly Spender[] = [
  { address: well, label: 'The well', takes: 'Takes gold and salt', tokens: [gold, salt], restsOn: [] },
  { address: mill, label: 'The mill', takes: 'Takes gold', tokens: [gold], restsOn: [] },
]
const allowances = allowanceReads(account, spenders)

/** Answers each read; `undefined` is a failure. */
function answered(amountOf: (token: string, spender: Address) => bigint | undefined) {
  return allowances.map((entry) => {
    const { address, label, functionName, args } = entry.amount
    const source = { contract: address, label, functionName, args, blockNumber: 1n, abi: [], raw: '0x' }
    const value = amountOf(entry.token.symbol, entry.spender)
    const amount: Reading<bigint> =
      value === undefined
        ? { isKnown: false, reason: `${label} did not answer.`, source }
        : { isKnown: true, value, source }
    return { ...entry, amount }
  })
}

describe('standing approvals', () => {
  it('asks for every token of every spender, taken or not', () => {
    expect(allowances.map(({ token, amount, takes }) => [token.symbol, ...amount.args, takes])).toEqual([
      ['GOLD', account, well, 'Takes gold and salt'],
      ['SALT', account, well, 'Takes gold and salt'],
      ['GOLD', account, mill, 'Takes gold'],
      ['SALT', account, mill, 'This app never approves SALT to it'],
    ])
  })
  it('asks for whoever the tokens’ events name, once, and for nobody of a token it does not know', () => {
    const thief: Address = '0x00000000000000000000000000000000000000cc'
    const approval = (address: Address, spender: Address) => ({ address, args: { spender } })
    const past = [
      approval(gold.address, thief),
      approval(gold.address, thief),
      approval(gold.address, well),
      approval(well, thief),
    ]
    const added = allowanceReads(account, spenders, past).slice(allowances.length)
    expect(added.map(({ token, amount }) => [token.symbol, ...amount.args])).toEqual([
      ['GOLD', account, thief],
    ])
  })
  it('leaves out what nobody takes and nobody ever approved, once all approvals are known', () => {
    const pairsOf = (past: Parameters<typeof allowanceReads>[2]) =>
      allowanceReads(account, spenders, past, true).map(({ token, spender }) => [token.symbol, spender])
    const taken = [
      ['GOLD', well],
      ['SALT', well],
      ['GOLD', mill],
    ]
    expect(pairsOf([])).toEqual(taken)
    expect(pairsOf([{ address: salt.address, args: { spender: mill } }])).toEqual([...taken, ['SALT', mill]])
  })
  it('lists what is not 0, and names who may spend it', () => {
    const known = standingAllowances(
      answered((token, spender) => (token === 'SALT' ? 0n : spender === well ? maxUint256 - 5n : 3n)),
      spenders,
    )
    expect(known.reasons).toEqual([])
    expect(known.standing).toMatchObject([
      { spenderLabel: 'The well', spender: well, isUnlimited: true },
      { spenderLabel: 'The mill', spender: mill, amount: 3n, isUnlimited: false },
    ])
  })
  it('says what is not known instead of calling it nothing', () => {
    const known = standingAllowances(
      answered((token) => (token === 'SALT' ? undefined : 0n)),
      spenders,
    )
    expect(known).toEqual({ standing: [], reasons: ['SALT did not answer.'] })
  })
})

describe('revoke', () => {
  it('is one call that sets the allowance to 0, and no approval before it', () => {
    const [first] = standingAllowances(
      answered(() => 7n),
      spenders,
    ).standing
    if (!first) throw new Error('nothing stands')
    const steps = remainingSteps(revoke(1, account, first), new Map(), {
      width: 'exact',
      doneActs: new Set(),
    })
    expect(steps).toHaveLength(1)
    expect(steps[0]).toMatchObject({
      kind: 'act',
      to: gold.address,
      call: { functionName: 'approve', args: [well, 0n] },
      effect: { eventName: 'Approval', args: { owner: account, spender: well, value: 0n } },
    })
  })
})
