import { describe, expect, it } from 'vitest'

import type { Reading } from '../math/reading'
import { advance } from '../math/silos-advance'
import type { SiloState } from '../math/silos-state'
import { atPrice, MILLION, parameters, pictured } from '../math/silos-test-state'
import { DAY_SECONDS, WAD } from '../math/units'
import type { Gate } from '../ui/gate'
import * as gates from './gates'
import type { Silos } from './snapshot'

const source = { contract: '0x', label: '', functionName: '', args: [], blockNumber: 1n, abi: [], raw: '0x' }
const known = <T>(value: T): Reading<T> => ({ isKnown: true, value, source })
const unknown = { isKnown: false, reason: 'It reverted.', source } as const

const open = (detail: string) => ({ isMet: true, detail })
const closed = (detail: string) => ({ isMet: false, detail })
const said = ({ isMet, detail }: Gate) => ({ isMet, detail })

const { time } = pictured
const past = { ...pictured, time: time + 3_600n }
const cents = (hundredths: bigint) => (hundredths * WAD) / 100n
const MAX_PRICE = 2n ** 128n - 1n

/** The state with one of its quotes told otherwise. */
const quoted = (who: 'feed' | 'dex' | 'usdc', change: Partial<SiloState['feed']>, state = pictured) => ({
  ...state,
  [who]: { ...state[who], ...change },
})

describe('the price of XTZ (S15)', () => {
  const both = atPrice(WAD)

  it('is there up to the second of its heartbeat and the unit of its deviation', () => {
    expect(said(gates.priceGate(pictured))).toEqual(open('$0.84 to $0.846.'))
    expect(gates.priceGate(past).isMet).toBe(true)
    expect(gates.priceGate(quoted('dex', { price: (WAD * 103n) / 100n }, both)).isMet).toBe(true)
    expect(gates.priceGate(atPrice(1n)).isMet).toBe(true)
    expect(gates.priceGate(atPrice(MAX_PRICE)).isMet).toBe(true)
  })

  const feedNone = 'The feed answers nothing that is a price.'
  const feedOld = 'The feed’s price is too old.'
  const dexNone = 'The exchange’s average answers nothing that is a price.'
  const dexOld = 'The exchange’s average is too old.'
  const apart = 'The feed and the exchange are too far apart.'
  it.each<readonly [string, SiloState, string]>([
    ['a feed that says 0', quoted('feed', { price: 0n }), feedNone],
    ['a feed that says less than 0', quoted('feed', { price: -1n }), feedNone],
    ['an absurd feed', quoted('feed', { price: MAX_PRICE + 1n }), feedNone],
    ['a feed of the future', quoted('feed', { updatedAt: time + 1n }), feedNone],
    ['a stale feed', quoted('feed', { updatedAt: time - 3_601n }), feedOld],
    ['an exchange that says 0', quoted('dex', { price: 0n }), dexNone],
    ['an absurd exchange', quoted('dex', { price: 2n ** 255n }), dexNone],
    ['an exchange of the future', quoted('dex', { updatedAt: time + 1n }), dexNone],
    ['a stale exchange', quoted('dex', { updatedAt: time - 3_601n }), dexOld],
    ['two that differ by a unit too much', quoted('dex', { price: (WAD * 103n) / 100n + 1n }, both), apart],
    ['two that differ the other way', quoted('feed', { price: (WAD * 103n) / 100n + 1n }, both), apart],
  ])('is not there with %s', (_what, state, sentence) => {
    expect(said(gates.priceGate(state))).toEqual(closed(sentence))
  })
})

describe('USDC', () => {
  it('is sound down to its limit and up to its heartbeat (S17)', () => {
    expect(said(gates.soundGate(pictured))).toEqual(open('Its own feed says $1.'))
    expect(said(gates.soundGate(quoted('usdc', { price: (WAD * 995n) / 1_000n })))).toEqual(
      open('Its own feed says $0.995.'),
    )
    expect(gates.soundGate(quoted('usdc', { updatedAt: time - DAY_SECONDS })).isMet).toBe(true)
  })

  it.each<readonly [string, SiloState]>([
    ['a unit below its limit', quoted('usdc', { price: (WAD * 995n) / 1_000n - 1n })],
    ['at 0', quoted('usdc', { price: 0n })],
    ['below 0', quoted('usdc', { price: -WAD })],
    ['at an absurd price', quoted('usdc', { price: MAX_PRICE + 1n })],
    ['a second too old', quoted('usdc', { updatedAt: time - DAY_SECONDS - 1n })],
    ['of the future', quoted('usdc', { updatedAt: time + 1n })],
  ])('is not sound %s', (_what, state) => {
    expect(said(gates.soundGate(state))).toEqual(
      closed('Its own feed is below its limit, too old, or no price: nothing enters until it is sound.'),
    )
  })

  it('can be stopped by its issuer, for all or for the reserve', () => {
    const moves = (isUsdcPaused: Reading<boolean>, isReserveBlacklisted: Reading<boolean>) =>
      gates.usdcMovesGates({ isUsdcPaused, isReserveBlacklisted }).map(said)
    const running = open('Transfers of USDC are on.')
    expect(moves(known(false), known(false))).toEqual([
      running,
      open('The reserve can receive and pay USDC.'),
    ])
    expect(moves(known(true), known(false))[0]).toEqual(
      closed('Its issuer has paused all transfers of USDC: wait until they resume.'),
    )
    expect(moves(known(false), known(true))).toEqual([
      running,
      closed('The issuer of USDC has blacklisted the reserve: no USDC enters or leaves it.'),
    ])
    expect(moves(unknown, unknown)).toEqual([
      closed('Not known: It reverted.'),
      closed('Not known: It reverted.'),
    ])
  })

  const holder = (isBlacklisted: Reading<boolean>): NonNullable<Silos['holder']> => ({
    ...{ usdtz: known(0n), usdc: known(0n), xtz: known(0n), isBlacklisted },
    ...{ owedUsd: known(0n), owedXtz: known(0n), isTrustee: known(false) },
  })

  it('can be stopped by its issuer for one who pays: both are asked', () => {
    const of = (isUsdcPaused: Reading<boolean>, person: Silos['holder']) =>
      gates.usdcGates({ isUsdcPaused, isReserveBlacklisted: known(false), holder: person }).map(said)
    const moves = [open('Transfers of USDC are on.'), open('The reserve can receive and pay USDC.')]
    expect(of(known(false), holder(known(false)))).toEqual([...moves, open('This address can send USDC.')])
    expect(of(known(false), holder(known(true)))).toEqual([
      ...moves,
      closed('The issuer of USDC has blacklisted this address: it cannot send USDC.'),
    ])
    expect(of(known(true), holder(known(false)))[0]?.isMet).toBe(false)
    expect(of(known(false), holder(unknown))[2]).toEqual(closed('Not known: It reverted.'))
    expect(of(known(false), undefined)[2]).toEqual(closed('Not read yet.'))
  })

  it('can be stopped by its issuer for one who is paid, and then another address is paid', () => {
    expect(said(gates.payeeGate(false, holder(known(false))))).toEqual(open('This address can receive USDC.'))
    expect(said(gates.payeeGate(false, holder(known(true))))).toEqual(
      closed('The issuer of USDC has blacklisted this address: send it to another one.'),
    )
    expect(said(gates.payeeGate(true, holder(known(true))))).toEqual(open('It goes to another address.'))
    expect(gates.payeeGate(false, holder(unknown)).isMet).toBe(false)
  })
})

it('says whether the pause stops entries (S19)', () => {
  expect(said(gates.entriesGate(pictured))).toEqual(open('Entries are open.'))
  expect(said(gates.entriesGate({ ...pictured, isPaused: true }))).toEqual(
    closed('Entries are paused. Redemptions go on.'),
  )
})

describe('room to mint (S4, S16)', () => {
  /** 120,000 in inventory and, with Silo 2 worth $2,100,000 at $0.84, 100,000 anew. */
  const room = 220_000_000_000n
  const soldOut = { ...pictured, inventory: 0n }
  const noPrice = quoted('feed', { updatedAt: time - 3_601n })
  const short = atPrice(cents(79n))

  it('fits to the unit, as the contract takes it', () => {
    expect(said(gates.headroomGate(pictured, undefined))).toEqual(open('220,000 USDtz can be minted now.'))
    expect(said(gates.headroomGate(pictured, room))).toEqual(open('220,000 USDtz can be minted now.'))
    expect(said(gates.headroomGate(pictured, room + 1n))).toEqual(
      closed(
        '220,000.000001 USDtz is too much: 220,000 USDtz can be minted now. New supply needs Silo 2 to be worth all of it.',
      ),
    )
    for (const amount of [room, room + 1n])
      expect(advance(pictured, { kind: 'mint', amount }).isTaken).toBe(
        gates.headroomGate(pictured, amount).isMet,
      )
  })

  it.each<readonly [string, SiloState]>([
    ['there is no price', noPrice],
    ['Silo 2 is short', short],
  ])('is the inventory while %s', (_what, state) => {
    expect(said(gates.headroomGate(state, undefined))).toEqual(open('120,000 USDtz can be minted now.'))
    expect(gates.headroomGate(state, 120_000_000_001n).isMet).toBe(false)
  })

  const atEdge = {
    ...soldOut,
    supply: (21n * MILLION) / 10n,
    books: { ...pictured.books, f1: (21n * MILLION) / 10n },
  }
  it.each<readonly [string, SiloState, string]>([
    ['entries are paused', { ...pictured, isPaused: true }, 'Entries are paused.'],
    ['USDC is not sound', quoted('usdc', { price: cents(95n) }), 'USDC is not sound by its own feed.'],
    [
      'there is no price and no inventory',
      { ...noPrice, inventory: 0n },
      'There is no price of XTZ, and new USDtz needs Silo 2 to be worth all of it.',
    ],
    [
      'Silo 2 is short and the inventory sold',
      { ...short, inventory: 0n },
      'Silo 2 is worth no more than the supply, so it has no room for new USDtz.',
    ],
    [
      'Silo 2 is worth the supply to the unit',
      atEdge,
      'Silo 2 is worth no more than the supply, so it has no room for new USDtz.',
    ],
  ])('is none where %s', (_what, state, sentence) => {
    expect(said(gates.headroomGate(state, undefined))).toEqual(closed(sentence))
    expect(gates.headroomGate(state, 1n).isMet).toBe(false)
    expect(advance(state, { kind: 'mint', amount: 1n }).isTaken).toBe(false)
  })

  it('has no limit before the latch, at no supply either', () => {
    const first = {
      ...{ ...soldOut, supply: 0n, isLatched: false },
      books: { ...pictured.books, f1: 0n, x2: 0n },
    }
    const free = open('Each mint fills Silo 1 itself: nothing limits it.')
    expect(said(gates.headroomGate(first, undefined))).toEqual(free)
    expect(said(gates.headroomGate(first, 10n * MILLION))).toEqual(free)
    expect(advance(first, { kind: 'mint', amount: 10n * MILLION }).isTaken).toBe(true)
  })

  it('lets somebody begin again after all was redeemed, up to the line of both keys', () => {
    const left = { ...soldOut, supply: 0n, books: { ...pictured.books, f1: 0n, x2: 0n } }
    const most = parameters.latchMinSupply - 1n
    expect(said(gates.headroomGate(left, most))).toEqual(open('999.999999 USDtz can be minted now.'))
    expect(gates.headroomGate(left, most + 1n).isMet).toBe(false)
    expect(advance(left, { kind: 'mint', amount: most }).isTaken).toBe(true)
    expect(advance(left, { kind: 'mint', amount: most + 1n }).isTaken).toBe(false)
  })
})

it('says that nothing stands in the way where nothing does', () => {
  expect(gates.closedText(undefined)).toBe('Nothing stands in the way.')
})

describe('what the contract would say', () => {
  const outcome = (result: ReturnType<typeof advance> | undefined, otherwise?: string) =>
    said(gates.outcomeGate('The reserve takes it', result, 'It takes it.', otherwise))

  it('is not known before there is something to ask', () => {
    expect(outcome(undefined)).toEqual(closed('Not known until an amount is entered.'))
    expect(outcome(undefined, 'Not before the cycle has ended.')).toEqual(
      closed('Not before the cycle has ended.'),
    )
  })

  it('is what the arithmetic says', () => {
    expect(outcome(advance(pictured, { kind: 'redeemUsd', amount: 1n }))).toEqual(open('It takes it.'))
    expect(outcome(advance(pictured, { kind: 'redeemUsd', amount: 2n * MILLION }))).toEqual(
      closed('2,000,000 USDtz is more than all that circulates, 1,880,000 USDtz.'),
    )
    expect(outcome(advance(atPrice(cents(79n)), { kind: 'redeemXtz', amount: 1n * MILLION })).isMet).toBe(
      true,
    )
    expect(outcome(advance(quoted('dex', { price: 0n }), { kind: 'redeemXtz', amount: 1n }))).toEqual(
      closed('There is no price of XTZ: the exchange’s average answers nothing that is a price.'),
    )
  })
})
