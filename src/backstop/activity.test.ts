import type { Address } from 'viem'
import { describe, expect, it } from 'vitest'

import { ownEvents } from '../activity/own-events'
import { logOf, tellOf } from '../activity/testing/events'
import { eventsAbi } from './activity'
import { activityOf } from './activity-of'
import { account, addresses, network } from './test-series'

const friend: Address = '0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC'

const { sources, spenders } = activityOf([addresses], () => 'Series A', network)
const told = tellOf(eventsAbi, account, sources)
const { pool, series, warrant } = addresses

describe('what a series tells of an account', () => {
  it.each([
    ['Staked', { staker: account, usdtSent: 11n, shares: 10n, totalShares: 99n }, 'Staked', ['out 11 USDT']],
    ['Unstaked', { staker: account, to: account, shares: 5n, totalShares: 9n }, 'Unstaked', ['in 5 USDT']],
    [
      'Withdrawn',
      { staker: account, to: account, usdtAmount: 6n, withdrawnByStaker: 8n },
      'Withdrawn',
      ['in 6 USDT'],
    ],
    [
      'UpfrontClaimed',
      { staker: account, to: account, asset: 0, amount: 7n },
      'Upfront share claimed',
      ['in 7 BTC'],
    ],
    [
      'WarrantsClaimed',
      { staker: account, to: account, warrantId: 2n, warrants: 3n },
      'Warrant 2 claimed',
      ['in 3 warrants'],
    ],
    [
      'CompensationClaimed',
      { staker: account, to: account, mstrAmount: 1n, btcAmount: 0n },
      'Compensation claimed',
      ['in 1 MSTR'],
    ],
  ] as const)('%s of the pool', (name, args, what, amounts) =>
    expect(told(name, args, pool)).toEqual([what, amounts, undefined]),
  )
  it('WarrantSplit of the Warrants', () => {
    const args = {
      holder: account,
      warrantId: 1n,
      partId: 4n,
      restId: 5n,
      parUsdt: 2_000_000n,
      restUsdt: 3_000_000n,
    }
    expect(told('WarrantSplit', args, warrant)).toEqual([
      'Warrant 1 split into 4 (2 USDT at par) and 5 (3 USDT)',
      [],
      undefined,
    ])
  })
  it.each([
    [
      'Subscribed',
      { buyer: account, noteId: 1n, warrantId: 1n, principalUsdt: 9n, soldUsdt: 20n },
      'Subscribed Note 1',
      ['out 9 USDT'],
    ],
    [
      'WarrantExercised',
      { holder: account, warrantId: 1n, parUsdt: 4n, mstrAmount: 2n, restId: 3n },
      'Warrant 1 exercised, the rest is Warrant 3',
      ['out 4 USDT', 'in 2 MSTR'],
    ],
    [
      'NoteConverted',
      { holder: account, noteId: 1n, principalUsdt: 4n, mstrAmount: 2n, restId: 2n },
      'Note 1 converted, the rest is Note 2',
      ['out 4 USDT of Notes', 'in 2 MSTR'],
    ],
    [
      'NoteRedeemedEarly',
      { holder: account, noteId: 1n, payer: 1, to: account, principalUsdt: 4n, restId: 0n },
      'Note 1 redeemed early',
      ['in 4 USDT'],
    ],
    [
      'NoteRedeemed',
      { holder: account, noteId: 1n, to: account, principalUsdt: 4n, fromLedgerUsdt: 1n },
      'Note 1 redeemed',
      ['in 4 USDT'],
    ],
  ] as const)('%s of the series', (name, args, what, amounts) =>
    expect(told(name, args, series)).toEqual([what, amounts, undefined]),
  )
  it('names a recipient that is somebody else', () => {
    const args = { staker: account, to: friend, usdtAmount: 6n, withdrawnByStaker: 8n }
    expect(told('Withdrawn', args, pool)[2]).toBe(friend)
  })
  it('drops events of other contracts', async () => {
    const args = { staker: account, usdtSent: 1n, shares: 1n, totalShares: 1n }
    expect(await ownEvents(logOf(eventsAbi, 'Staked', args, friend), account, sources)).toEqual([])
  })
  it('knows the pool and the series as those that take tokens', () => {
    expect(spenders.map(({ address, label, tokens }) => [address, label, tokens.length])).toEqual([
      [pool, 'Backstop pool of Series A', 3],
      [series, 'Series A', 3],
    ])
  })
})
