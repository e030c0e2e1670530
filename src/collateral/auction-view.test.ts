import { expect, it } from 'vitest'

import { WAD } from '../math/units'
import { auctionState, listAuctions, missingAuctions, partIn } from './auction-view'
import type { AuctionStatus } from './snapshot'
import { at, known, typeOf, unknown, vault } from './test-collateral'

function auction(
  id: bigint,
  startedAt: bigint,
  changed: Partial<AuctionStatus> = {},
  endedAt = 0n,
): AuctionStatus {
  return {
    id,
    stored: {
      ...{ vaultId: id, startedAt, endedAt, starter: at(2) },
      ...{ tauSeconds: 3_600, tailSeconds: 1_800, keeperBps: 1_000, cusp: WAD / 2n, top: WAD },
      ...{ lot: WAD, principal: WAD, interest: 0n, late: 0n, penalty: 0n },
    },
    price: WAD,
    need: WAD,
    needsReset: false,
    isTakeable: true,
    oraclePrice: WAD,
    ...{ taken: WAD, paid: WAD, profit: 0n },
    ...changed,
  }
}

it('auctions that run come oldest first, ended ones newest first and are not lost (C7)', () => {
  const list = [auction(1n, 10n, {}, 50n), auction(2n, 30n), auction(3n, 20n), auction(4n, 5n, {}, 90n)]
  const type = { ...typeOf(1, [], { auctions: 5n }), auctions: known(list) }
  const { running, ended } = listAuctions([type])
  expect(running.map((one) => one.auction.id)).toEqual([3n, 2n])
  expect(ended.map((one) => one.auction.id)).toEqual([4n, 1n])
  expect(missingAuctions(type)).toBe(1n)
})

it('an auction says what stands in the way of a take (C7)', () => {
  expect(auctionState(auction(1n, 1n)).text).toBe('Runs')
  expect(auctionState(auction(1n, 1n, { needsReset: true, isTakeable: false })).text).toBe(
    'Must be restarted',
  )
  expect(auctionState(auction(1n, 1n, { oraclePrice: 0n, isTakeable: false })).text).toBe('Waits for a price')
  expect(auctionState(auction(1n, 1n, { oraclePrice: 0n }, 9n)).text).toBe('Ended')
})

it('an auction is its vault’s owner’s, and whoever’s who liquidated it; of nobody else, and not without a wallet', () => {
  // Vault 1 belongs to 9; 2 has started the auction.
  const type = typeOf(1, [vault(1n, 1n, 1n)])
  const part = (account: ReturnType<typeof at> | undefined, of = type) =>
    partIn({ type: of, auction: auction(1n, 1n) }, account)
  expect(part(at(9))).toBe('Yours: of your vault')
  expect(part(at(2))).toBe('Yours: you liquidated it')
  expect(part(at(3))).toBeUndefined()
  expect(part(undefined)).toBeUndefined()
  expect(part(at(9), { ...type, vaults: unknown })).toBeUndefined()
})
