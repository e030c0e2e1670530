import { describe, expect, it } from 'vitest'
import { releaseHistory, requiredSteps } from './release-history'
import type { ReleaseLog } from './release-history'

function log(
  at: bigint | undefined,
  requiredBefore: bigint,
  requiredAfter: bigint,
  blockNumber = 5n,
): ReleaseLog {
  return {
    transactionHash: '0x1',
    logIndex: 0,
    blockNumber,
    blockTimestamp: at,
    args: { cause: 1, requiredBefore, requiredAfter, outstandingUsdt: 0n, ledgerUsdt: 0n },
  }
}

describe('releaseHistory (rules.md B6, B7)', () => {
  it('gives parts that add up to the entitlement', () => {
    const { releases } = releaseHistory(
      [log(10n, 100n, 67n), log(20n, 67n, 34n), log(30n, 34n, 1n)],
      1n,
      100n,
    )
    expect(releases.map(({ releasedUsdt }) => releasedUsdt)).toEqual([33n, 33n, 33n])
    const whole = releaseHistory([log(10n, 100n, 0n)], 1n, 100n).releases[0]?.mineUsdt
    expect(whole).toBe(1n)
    const parts = releaseHistory([log(10n, 100n, 41n), log(20n, 41n, 0n)], 33n, 100n).releases
    expect(parts.reduce((sum, { mineUsdt }) => sum + mineUsdt, 0n)).toBe(33n)
  })

  it('counts in blocks when one log has no time', () => {
    const told = releaseHistory([log(10n, 3n, 2n, 7n), log(undefined, 2n, 1n, 8n)], 1n, 3n)
    expect(told.isTimed).toBe(false)
    expect(told.releases.map(({ at }) => at)).toEqual([7n, 8n])
  })
})

describe('requiredSteps', () => {
  const told = releaseHistory([log(10n, 100n, 60n), log(20n, 60n, 40n)], 1n, 100n)

  it('starts with what was required first and ends now', () => {
    expect(requiredSteps(told, { x: 5n, y: 100n }, { x: 30n, y: 40n })).toEqual([
      { x: 5n, y: 100n },
      { x: 10n, y: 60n },
      { x: 20n, y: 40n },
      { x: 30n, y: 40n },
    ])
  })

  it('never goes back in time', () => {
    expect(requiredSteps(told, { x: 10n, y: 100n }, { x: 20n, y: 1n }).map(({ x }) => x)).toEqual([10n, 20n])
  })
})
