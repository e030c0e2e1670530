import { expect, it } from 'vitest'

import { reserveSteps } from './all-history'
import type { SeriesReleaseLog } from './all-history'

const log = (
  address: string,
  at: bigint,
  cause: number,
  [requiredAfter, outstandingUsdt, ledgerUsdt]: readonly [bigint, bigint, bigint],
): SeriesReleaseLog => ({
  address,
  transactionHash: `${at}`,
  logIndex: 0,
  blockNumber: at,
  blockTimestamp: at * 10n,
  args: { cause, requiredBefore: 0n, requiredAfter, outstandingUsdt, ledgerUsdt },
})

it('adds up what every series owes and holds, from the end of its sale until it is settled', () => {
  const told = reserveSteps([
    log('a', 1n, 0, [100n, 100n, 0n]),
    log('b', 2n, 0, [50n, 50n, 0n]),
    log('a', 3n, 1, [70n, 100n, 30n]),
    log('a', 4n, 4, [70n, 100n, 30n]),
  ])
  expect(told.isTimed).toBe(true)
  expect(told.notes.map(({ x, y }) => [x, y])).toEqual([
    [10n, 100n],
    [20n, 150n],
    [30n, 150n],
    [40n, 50n],
  ])
  expect(told.behind.map(({ y }) => y)).toEqual([100n, 150n, 150n, 50n])
})

it('takes of one moment only the end, and block numbers where no times are told', () => {
  const told = reserveSteps([
    log('a', 1n, 0, [100n, 100n, 0n]),
    { ...log('b', 1n, 0, [50n, 50n, 0n]), blockTimestamp: undefined },
  ])
  expect(told).toMatchObject({ isTimed: false, notes: [{ x: 1n, y: 150n }] })
})
