import { describe, expect, it } from 'vitest'

import { mintOf } from '../math/collateral-backing'
import { WAD } from '../math/units'
import type { Gate } from '../ui/gate'
import * as gates from './backing-gates'
import { backingState, prices } from './test-collateral'

const said = ({ isMet, detail }: Gate) => ({ isMet, detail })
const open = (detail: string) => ({ isMet: true, detail })
const closed = (detail: string) => ({ isMet: false, detail })
const outOf = (tao: bigint, usd: bigint, outstanding: bigint) => ({
  holdings: { tao: tao * WAD, usd: usd * 10n ** 6n, outstanding: outstanding * WAD },
})

describe('minting', () => {
  it('stops with the pause, and says that redeeming does not', () => {
    expect(said(gates.mintOpenGate(backingState()))).toEqual(open('Minting is open.'))
    expect(said(gates.mintOpenGate(backingState({ isPaused: true })))).toEqual(
      closed('Minting is paused. Redeeming goes on.'),
    )
  })

  it.each([
    ['Stale', 'The current price is too old to be used. Redeeming for USDC goes on.'],
    [
      'Frozen',
      'The price is frozen: the last one is shown for information only. Redeeming for USDC goes on.',
    ],
    ['None', 'There is no current price yet. Redeeming for USDC goes on.'],
  ] as const)('waits while the price is %s', (state, sentence) => {
    expect(said(gates.priceGate({ prices: prices(250n, 0n, state) }))).toEqual(closed(sentence))
  })

  it('waits for a live price, too', () => {
    expect(gates.priceGate(backingState()).isMet).toBe(true)
    const silent = { prices: { ...prices(250n), live: 0n, low: 0n, high: 0n } }
    expect(said(gates.priceGate(silent))).toEqual(
      closed('The feed has no live price of TAO. Redeeming for USDC goes on.'),
    )
  })

  it('names the limit that binds, and how much TAO would be enough', () => {
    // The morning’s cap leaves 500; 10 TAO at 250 for 1,500 leave 500, too.
    expect(said(gates.mintRoomGate(backingState(), 2n * WAD))).toEqual(
      open('500 TUSDT can be minted now, for 2 TAO. The limit is today’s cap.'),
    )
    expect(said(gates.mintRoomGate(backingState(), 2n * WAD + 1n))).toEqual(
      closed(
        '2.000000000000000001 TAO is too much: 500 TUSDT can be minted now, for 2 TAO. The limit is today’s cap.',
      ),
    )
    const lower = backingState({ prices: prices(250n, 240n) })
    expect(said(gates.mintRoomGate(lower, undefined))).toEqual(
      open(
        '300 TUSDT can be minted now, for 1.25 TAO. The limit is backing of 150%, which must hold after each mint.',
      ),
    )
  })

  it('ends at the very unit, in what the form says and in what the plan would be made of', () => {
    // At a dollar a unit of TAO is a unit of TUSDT: room and room + 1 can both be typed.
    const state = backingState({ prices: prices(1n), ...outOf(2_000n, 1_500n, 1_000n) })
    const room = 500n * WAD
    expect(gates.mintRoomGate(state, room).isMet).toBe(true)
    expect(mintOf(state, room)).toMatchObject({ isTaken: true, got: room })
    expect(said(gates.mintRoomGate(state, room + 1n))).toEqual(
      closed(
        '500.000000000000000001 TAO is too much: 500 TUSDT can be minted now, for 500 TAO. The limit is today’s cap.',
      ),
    )
    expect(mintOf(state, room + 1n)).toEqual({
      isTaken: false,
      refusal: { name: 'ExceedsDay', minted: room + 1n, room },
    })
  })

  it('says what would open it again', () => {
    const day = { ...backingState().day, minted: 500n * WAD }
    expect(said(gates.mintRoomGate(backingState({ day }), WAD))).toEqual(
      closed('Today’s cap is used up. The next day begins at midnight UTC.'),
    )
    const fallen = backingState({ prices: prices(250n, 200n) })
    expect(said(gates.mintRoomGate(fallen, WAD))).toEqual(
      closed(
        'Backing is not above 150%: nothing can be minted until there is more of it, or a higher price of TAO.',
      ),
    )
    // Where the morning’s cap was 0, too, it is the ratio that has to change.
    const both = backingState({ prices: prices(250n, 200n), day: { ...day, minted: 0n, backing: 0n } })
    expect(gates.mintRoomGate(both, WAD).detail).toMatch(/^Backing is not above 150%/)
    expect(gates.mintRoomGate(backingState({ isPaused: true }), WAD).isMet).toBe(false)
  })

  it('has a most of one’s own', () => {
    expect(gates.mostMintable(backingState(), WAD)).toBe(WAD)
    expect(gates.mostMintable(backingState(), 9n * WAD)).toBe(2n * WAD)
  })
})

describe('redeeming', () => {
  it('rejects where the leg is too short, and says how much it would pay for', () => {
    const state = backingState(outOf(1n, 50n, 200n))
    expect(said(gates.legGate(state, 'usdc', 50n * WAD))).toEqual(
      open('50 TUSDT can be redeemed for its 50 USDC.'),
    )
    expect(said(gates.legGate(state, 'usdc', 51n * WAD))).toEqual(
      closed(
        '51 TUSDT is too much, and no part is paid: 50 TUSDT can be redeemed for its 50 USDC. Or redeem for TAO.',
      ),
    )
    // Less than a unit of USDC is lost to rounding, and still paid.
    expect(gates.legGate(state, 'usdc', 50n * WAD + 1n).isMet).toBe(true)
    const most = gates.mostRedeemable(state, 'tao')
    expect(gates.legGate(state, 'tao', most).isMet).toBe(true)
    expect(gates.legGate(state, 'tao', most + 1n).isMet).toBe(false)
    expect(said(gates.legGate(backingState(), 'usdc', WAD))).toEqual(
      closed('The backing holds no USDC. Redeem for TAO instead.'),
    )
  })

  it('is worth a unit, or nothing', () => {
    const state = backingState(outOf(1n, 50n, 200n))
    expect(gates.worthGate(gates.outcomeOf(state, 'usdc', 10n ** 12n), 'USDC').isMet).toBe(true)
    expect(said(gates.worthGate(gates.outcomeOf(state, 'usdc', 10n ** 12n - 1n), 'USDC'))).toEqual(
      closed('This is worth less than the smallest unit of USDC: enter more.'),
    )
    expect(gates.worthGate(undefined, 'USDC').isMet).toBe(true)
  })
})
