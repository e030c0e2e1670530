import { describe, expect, it } from 'vitest'
import { differencesOf, ledgerOf, type LedgerEvent, type Movement } from './collateral-ledger'
import { WAD } from './units'

const SN64 = '0x0000000000000000000000000000000000000064'
const none = { principalOwed: 0n, surplus: 0n, badDebt: 0n }
const books = (principalOwed: bigint, surplus: bigint, badDebt: bigint) => ({
  principalOwed,
  surplus,
  badDebt,
})

/** Backing for 1,000 issued; 500 drawn; 20 interest and 300 principal paid; 200 written off, of which surplus burns 20. */
const story: readonly LedgerEvent[] = [
  backing('added', [0n, 0n, 0n], [0n, 600_000_000n, 0n]),
  backing('minted', [0n, 600_000_000n, 0n], [4n * WAD, 600_000_000n, 1_000n * WAD]),
  collateral(true, 10n, 0n, 10n),
  book('drawn', 500n, none, books(500n, 0n, 0n)),
  book('repaid', 300n, books(500n, 0n, 0n), books(200n, 0n, 0n)),
  book('interest', 20n, books(200n, 0n, 0n), books(200n, 20n, 0n)),
  collateral(false, 7n, 10n, 3n),
  book('writtenOff', 200n, books(200n, 20n, 0n), books(0n, 20n, 200n)),
  book('badDebtBurnt', 20n, books(0n, 20n, 200n), books(0n, 0n, 180n)),
  // S has risen by what was written off, less what was burnt: 1,180.
  backing('redeemedUsd', [4n * WAD, 600_000_000n, 1_180n * WAD], [4n * WAD, 500_000_000n, 1_080n * WAD]),
]

function backing(
  cause: Extract<LedgerEvent, { from: 'backing' }>['cause'],
  [tao, usd, outstanding]: readonly [bigint, bigint, bigint],
  [taoAfter, usdAfter, outstandingAfter]: readonly [bigint, bigint, bigint],
): LedgerEvent {
  const after = { tao: taoAfter, usd: usdAfter, outstanding: outstandingAfter }
  return { from: 'backing', cause, before: { tao, usd, outstanding }, after }
}

function book(movement: Movement, amount: bigint, before: typeof none, after: typeof none): LedgerEvent {
  const inWad = (each: typeof none) => books(each.principalOwed * WAD, each.surplus * WAD, each.badDebt * WAD)
  return { from: 'book', movement, amount: amount * WAD, before: inWad(before), after: inWad(after) }
}

function collateral(isIn: boolean, amount: bigint, before: bigint, after: bigint): LedgerEvent {
  return {
    from: 'engine',
    engine: SN64,
    isIn,
    amount: amount * WAD,
    before: before * WAD,
    after: after * WAD,
  }
}

describe('the protocol’s ledger (C11)', () => {
  const ledger = ledgerOf(story)

  it('sums to what is booked', () => {
    expect(ledger.gaps).toEqual([])
    expect(ledger.booked).toEqual({
      tao: 4n * WAD,
      usd: 500_000_000n,
      books: books(0n, 0n, 180n * WAD),
      supply: 1_080n * WAD,
      outstanding: 1_080n * WAD,
    })
    expect(ledger.engines.get(SN64)).toEqual({ in: 10n * WAD, out: 7n * WAD, held: 3n * WAD })
  })

  it('has a line for each kind', () => {
    expect(ledger.backing.minted).toEqual({ tao: 4n * WAD, usd: 0n, tusdt: 1_000n * WAD })
    expect(ledger.backing.redeemedUsd).toEqual({ tao: 0n, usd: -100_000_000n, tusdt: -100n * WAD })
    expect(ledger.book).toMatchObject({
      drawn: 500n * WAD,
      interest: 20n * WAD,
      penalty: 0n,
      writtenOff: 200n * WAD,
    })
  })

  it('agrees with the chain, or says what does not', () => {
    const chain = { ...ledger.booked, held: new Map([[SN64, 3n * WAD]] as const) }
    expect(differencesOf(ledger, chain)).toEqual([])
    const other = { ...chain, usd: 1n, books: none, held: new Map([[SN64, 1n]] as const) }
    expect(differencesOf(ledger, other)).toEqual(['usd', 'books', SN64])
    expect(differencesOf(ledger, { ...chain, held: new Map() })).toEqual([SN64])
  })

  it.each(story.map((_, place) => place))('finds out that event %s is missing', (place) => {
    const holed = ledgerOf(story.toSpliced(place, 1))
    const isLastOfItsKind = place === story.length - 1 || place === 6
    const chain = { ...ledger.booked, held: new Map([[SN64, 3n * WAD]] as const) }
    expect(holed.gaps.length > 0).toBe(!isLastOfItsKind)
    expect(differencesOf(holed, chain)).not.toEqual([])
  })

  it('finds out that one is told twice', () => {
    for (const place of story.keys()) {
      const [event] = story.slice(place, place + 1)
      if (event !== undefined) expect(ledgerOf(story.toSpliced(place, 0, event)).gaps).not.toEqual([])
    }
  })

  it('books each movement as the contract does', () => {
    const after = (movement: Movement) => {
      const filled = [
        book('drawn', 9n, none, books(9n, 0n, 0n)),
        book('interest', 9n, books(9n, 0n, 0n), books(9n, 9n, 0n)),
      ]
      const { booked } = ledgerOf([...filled, book(movement, 1n, books(9n, 9n, 0n), none)])
      return [booked.books.surplus - 9n * WAD, booked.supply - 9n * WAD]
    }
    for (const earned of ['lateFee', 'penalty', 'tusdtGift'] as const)
      expect(after(earned)).toEqual([WAD, 0n])
    for (const spent of ['keeper', 'surplusSold'] as const) expect(after(spent)).toEqual([-WAD, 0n])
    expect(after('giftBurnt')).toEqual([-WAD, -WAD])
  })
})
