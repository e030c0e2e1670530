import { zeroAddress, type Address } from 'viem'
import { describe, expect, it } from 'vitest'

import type { Change } from './changes'
import { wrappedStatementOf, type WrappedLog } from './wrapped'

const me: Address = '0x00000000000000000000000000000000000000A1'
const you: Address = '0x00000000000000000000000000000000000000b2'

const change = (block: bigint, supply: bigint, totalShares: bigint, logIndex = 0) =>
  ({ blockNumber: block, logIndex, supply, totalShares }) as Change
const log = (block: bigint, from: Address, to: Address, value: bigint, logIndex = 1): WrappedLog => ({
  args: { from, to, value },
  blockNumber: block,
  logIndex,
})

describe('wSTBT in a statement, rules.md T19', () => {
  it('grows by interest, and comes and goes at its worth of that moment', () => {
    const changes = [change(1n, 100n, 100n), change(3n, 110n, 100n), change(5n, 121n, 100n)]
    const logs = [log(2n, zeroAddress, me, 50n), log(4n, me, you, 20n)]
    // 50 come; they grow to 55; 20 of them go for 22; 30 are worth 36 at last.
    expect(wrappedStatementOf(changes, logs, me)).toEqual({
      worth: { opening: 0n, flow: 28n, interest: 8n, rounding: 0n, closing: 36n },
      balance: 30n,
    })
    expect(wrappedStatementOf(changes, logs, you)).toEqual({
      worth: { opening: 0n, flow: 22n, interest: 2n, rounding: 0n, closing: 24n },
      balance: 20n,
    })
  })

  it('goes by the order in a block, and shrinks with a loss', () => {
    const changes = [change(1n, 100n, 100n), change(2n, 50n, 100n, 5)]
    expect(wrappedStatementOf(changes, [log(2n, zeroAddress, me, 10n, 4)], me).worth).toMatchObject({
      flow: 10n,
      interest: -5n,
      closing: 5n,
    })
    expect(wrappedStatementOf(changes, [log(2n, zeroAddress, me, 10n, 6)], me).worth).toMatchObject({
      flow: 5n,
      interest: 0n,
      closing: 5n,
    })
  })

  it('is not moved by what is sent to oneself or between others', () => {
    const logs = [log(2n, zeroAddress, me, 10n), log(3n, me, me, 10n), log(4n, zeroAddress, you, 7n)]
    expect(wrappedStatementOf([change(1n, 100n, 100n)], logs, me).balance).toBe(10n)
  })
})
