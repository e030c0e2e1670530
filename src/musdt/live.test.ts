import { describe, expect, it } from 'vitest'

import type { Network } from '../chain/config'
import { answerReads } from '../chain/testing/answer-reads'
import type { Answerer } from '../chain/testing/answer-reads'
import { musdtLive } from './live'
import type { MusdtKnown } from './live'

const [address, usdt, nft, alice, bob] = ['01', '02', '03', '04', '05'].map(
  (end) => `0x00000000000000000000000000000000000000${end}` as const,
) as [`0x${string}`, `0x${string}`, `0x${string}`, `0x${string}`, `0x${string}`]
const network = { chainId: 1, contracts: { shared: { usdt } } } as unknown as Network
const at = { blockNumber: 7n, timestamp: 9n, isStale: false }

/** Alice holds the mNFTs 10 and 11. */
const chainOn =
  (asset: string): Answerer =>
  (name, args) => {
    if (name === 'asset') return asset
    if (name === 'symbol') return 'mUSDT'
    if (name === 'decimals') return 6
    if (name === 'lockedDepositNft') return nft
    if (name === 'currentEpoch') return 5n
    if (name === 'balanceOf') return args[0] === alice ? 2n : 0n
    if (name === 'tokenOfOwnerByIndex') return (args[1] as bigint) + 10n
    if (name === 'rewardStream') return [0n, 0n]
    if (name === 'getLockedDeposit') return { shares: 1n }
    return 1n
  }

function blocks(account: `0x${string}`, count: number, chain: Answerer, from?: MusdtKnown, most = 500) {
  const source = musdtLive(network, address, account, most)
  let known: MusdtKnown = from ?? source.initial
  const shown = []
  for (let block = 0; block < count; block += 1) {
    const data = answerReads(source.reads(known), chain)
    shown.push(source.view(data, known, at))
    known = source.learn(data, known) ?? known
  }
  return { shown, known, last: shown.at(-1) }
}

describe('the vault, block by block', () => {
  it('reads what it is, then its epochs and the number of locks, then which, then what is in them', () => {
    const { shown, known } = blocks(alice, 5, chainOn(usdt))
    expect(shown.map((one) => one.status)).toEqual(['loading', 'ready', 'ready', 'ready', 'ready'])
    const locks = shown.map((one) => one.status === 'ready' && one.view.locks)
    expect(locks.slice(0, 3)).toEqual([false, undefined, undefined])
    expect(locks.at(-1)).toMatchObject({ isKnown: true, value: [{ id: 10n }, { id: 11n }] })
    expect(known).toMatchObject({ account: alice, epoch: 5n, lockCount: 2, lockIds: [10n, 11n] })
  })

  it('asks a token that is not Tether what it is called', () => {
    const { shown, known } = blocks(alice, 3, chainOn(bob))
    expect(shown.map((one) => one.status)).toEqual(['loading', 'loading', 'ready'])
    expect(known.identity).toMatchObject({ isTether: false, asset: { address: bob, symbol: 'mUSDT' } })
  })

  it('never calls another token USDT, whatever it calls itself', () => {
    const forged: Answerer = (name, args) => (name === 'symbol' ? 'U5DТ' : chainOn(bob)(name, args))
    const { known } = blocks(alice, 3, forged)
    expect(known.identity).toMatchObject({ asset: { symbol: `${bob} (not the configured USDT)` } })
    expect(blocks(alice, 5, chainOn(usdt)).known.identity).toMatchObject({ asset: { symbol: 'USDT' } })
  })

  it('takes the locks of one account for no other’s', () => {
    const { known } = blocks(alice, 5, chainOn(usdt))
    const first = blocks(bob, 1, chainOn(usdt), known).last
    expect(first).toMatchObject({ view: { locks: undefined } })
    const second = blocks(bob, 2, chainOn(usdt), known).last
    expect(second).toMatchObject({ view: { locks: { isKnown: true, value: [] } } })
  })

  it('reads 600 locks as they are asked for, none of them lost behind gifts', () => {
    const rich: Answerer = (name, args) => (name === 'balanceOf' ? 600n : chainOn(usdt)(name, args))
    const locksOf = (most: number) => {
      const { last } = blocks(alice, 5, rich, undefined, most)
      return last?.status === 'ready' && last.view.locks?.isKnown ? last.view.locks.value.length : undefined
    }
    expect([locksOf(500), locksOf(1_000)]).toEqual([500, 600])
  })

  it('reads the rhythm of a GToken from its feed: 1 day and 3 times an hour are 27 hours', () => {
    const [feed, other] = [bob, alice]
    const rhythm: Readonly<Record<string, unknown>> = {
      openTradesPnlFeed: feed,
      currentEpochStart: 1_000_000n,
      requestsStart: 86_400n,
      requestsEvery: 3_600n,
      requestsCount: 3n,
      nextEpochValuesRequestCount: 1n,
    }
    const live: Answerer = (name, args) =>
      name === 'rules' ? undefined : (rhythm[name] ?? chainOn(usdt)(name, args))
    const { shown, last } = blocks(alice, 3, live)
    expect(shown[1]).toMatchObject({
      view: { vault: { state: { isKnown: false, reason: 'The feed of its epochs is not read yet.' } } },
    })
    const epochs = { lengthSeconds: 97_200n, requestSeconds: 86_400n, redeemSeconds: 86_400n }
    const state = { kind: 'gToken', epochs: { ...epochs, feed: { address: feed, isPreparing: true } } }
    expect(last).toMatchObject({ view: { vault: { state: { isKnown: true, value: state } } } })
    // The owner has put another in its place: what is known of the old one says nothing.
    const moved: Answerer = (name, args) => (name === 'openTradesPnlFeed' ? other : live(name, args))
    const { known } = blocks(alice, 3, live)
    expect(blocks(alice, 1, moved, known).last).toMatchObject({
      view: { vault: { state: { isKnown: false } } },
    })
  })

  it('says why it is not known', () => {
    expect(blocks(alice, 1, () => undefined).last).toMatchObject({
      status: 'error',
      reason: 'mUSDT vault did not answer asset.',
    })
  })
})
