import { maxUint256 } from 'viem'
import type { Address } from 'viem'
import { describe, expect, it } from 'vitest'

import { account, addresses, network } from '../backstop/test-series'
import type { Reading } from '../math/reading'
import { remainingSteps } from '../tx/plan/steps'
import { allowanceReads, standingAllowances } from './allowances'
import { revoke } from './plans'

const friend: Address = '0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC'
const { allowances } = allowanceReads(network, account, [addresses])

/** Answers each read; `undefined` is a failure. */
function answered(amountOf: (token: string, role: string) => bigint | undefined) {
  return allowances.map((entry) => {
    const { address, label, functionName, args } = entry.amount
    const source = { contract: address, label, functionName, args, blockNumber: 1n, raw: '0x' }
    const value = amountOf(entry.token.symbol, entry.role)
    const amount: Reading<bigint> =
      value === undefined
        ? { isKnown: false, reason: `${label} did not answer.`, source }
        : { isKnown: true, value, source }
    return { ...entry, amount }
  })
}
const nameOf = () => 'Series A'

describe('standing approvals', () => {
  it('asks for every token and both contracts of a series, and for nothing without an account', () => {
    const asked = allowances.map(({ token, amount }) => [token.symbol, ...amount.args])
    expect(asked).toEqual(
      [addresses.pool, addresses.series].flatMap((spender) =>
        ['USDT', 'BTC', 'MSTR'].map((symbol) => [symbol, account, spender]),
      ),
    )
    expect(allowanceReads(network, undefined, [addresses]).allowances).toEqual([])
  })
  it('asks for USDT alone of the vault, where there is one', () => {
    const contracts = { ...network.contracts, musdtVault: friend }
    const asked = allowanceReads({ contracts }, account, []).allowances
    expect(asked.map(({ role, token, amount }) => [role, token.symbol, ...amount.args])).toEqual([
      ['vault', 'USDT', account, friend],
    ])
    expect(allowanceReads({ contracts }, undefined, []).allowances).toEqual([])
  })
  it('lists what is not 0, and names who may spend it', () => {
    const readings = answered((token, role) =>
      token !== 'USDT' ? 0n : role === 'pool' ? maxUint256 - 5n : 3n,
    )
    const known = standingAllowances(readings, account, nameOf)
    expect(known?.reasons).toEqual([])
    expect(known?.standing).toMatchObject([
      { spenderLabel: 'Backstop pool of Series A', spender: addresses.pool, isUnlimited: true },
      { spenderLabel: 'Series A', spender: addresses.series, amount: 3n, isUnlimited: false },
    ])
  })
  it('says what is not known instead of calling it nothing', () => {
    const known = standingAllowances(
      answered((token) => (token === 'BTC' ? undefined : 0n)),
      account,
      nameOf,
    )
    expect(known).toEqual({ standing: [], reasons: ['BTC did not answer.'] })
  })
  it("never shows another account's", () => {
    expect(
      standingAllowances(
        answered(() => 1n),
        friend,
        nameOf,
      ),
    ).toBeUndefined()
  })
})

describe('revoke', () => {
  it('is one call that sets the allowance to 0, and no approval before it', () => {
    const [pool] = standingAllowances(answered(() => 7n), account, nameOf)?.standing ?? [] // prettier-ignore
    if (!pool) throw new Error('nothing stands')
    const plan = revoke(network.chainId, account, pool)
    const steps = remainingSteps(plan, new Map(), { width: 'exact', doneActs: new Set() })
    expect(steps).toHaveLength(1)
    expect(steps[0]).toMatchObject({
      kind: 'act',
      to: network.contracts.usdt,
      call: { functionName: 'approve', args: [addresses.pool, 0n] },
      effect: { eventName: 'Approval', args: { owner: account, spender: addresses.pool, value: 0n } },
    })
  })
})
