import { decodeFunctionData, encodeEventTopics, encodeFunctionData } from 'viem'
import { describe, expect, it } from 'vitest'
import { mergeFlows } from '../tx/plan/build'
import type { Act } from '../tx/plan/plan'
import {
  claim,
  claimAll,
  claimCompensation,
  claimUpfront,
  claimWarrants,
  stake,
  unstake,
  withdraw,
  withdrawAll,
} from './plans'
import type { PlanContext, Claim } from './plans'
import { account, addresses, network, terms, usdtOf } from './test-series'
import { noFee } from '../math/tether'

const context: PlanContext = {
  network,
  account,
  series: { id: 0, name: 'Series A', addresses, terms },
  fee: noFee,
}
const withFee: PlanContext = { ...context, fee: { feeBps: 10n, maximumFeeUsdt: usdtOf(5n) } }
const other = '0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC'

/** What the wallet would sign, read back from its bytes. */
function signed({ call }: Act) {
  const data = encodeFunctionData({ abi: call.abi, functionName: call.functionName, args: call.args })
  const { functionName, args } = decodeFunctionData({ abi: call.abi, data })
  return { to: call.address, functionName, args }
}

/** Fails when the event does not exist or an argument is of the wrong type. */
function topicsOf({ effect }: Act) {
  return encodeEventTopics({ abi: effect.abi, eventName: effect.eventName, args: effect.args })
}

function only(plan: { acts: readonly Act[] }): Act {
  expect(plan.acts).toHaveLength(1)
  const [act] = plan.acts
  if (!act) throw new Error('A plan has an act.')
  return act
}

describe('stake (rules.md B2, U4)', () => {
  it('spends exactly the amount through the pool and bounds the shares', () => {
    const plan = stake(context, usdtOf(1_000n))
    const act = only(plan)
    expect(plan.kind).toBe('backstop.stake')
    expect(plan.title).toBe('Stake 1,000 USDT in Series A')
    expect(signed(act)).toEqual({
      to: addresses.pool,
      functionName: 'stake',
      args: [usdtOf(1_000n), usdtOf(1_000n)],
    })
    expect(act.spends).toMatchObject({ spender: addresses.pool, amount: usdtOf(1_000n) })
    expect(act.gives).toEqual([
      { asset: expect.objectContaining({ symbol: 'USDT' }) as unknown, amount: usdtOf(1_000n) },
    ])
    expect(topicsOf(act)).toHaveLength(2)
    expect(act.credits).toEqual(['1,000 pool shares in the pool of Series A'])
    expect(plan.bounds).toEqual([{ label: 'Received, at least', value: '1,000 pool shares' }])
  })

  it('bounds the shares by what arrives when the transfer fee is on', () => {
    const act = only(stake(withFee, usdtOf(1_000n)))
    expect(signed(act).args).toEqual([usdtOf(1_000n), usdtOf(999n)])
    expect(act.effect.args).toMatchObject({ usdtSent: usdtOf(1_000n), shares: usdtOf(999n) })
  })
})

describe('leaving (rules.md B2, B7, B16)', () => {
  it('unstakes shares to the account, less what Tether keeps', () => {
    const act = only(unstake(withFee, usdtOf(1_000n)))
    expect(signed(act)).toEqual({
      to: addresses.pool,
      functionName: 'unstake',
      args: [usdtOf(1_000n), account],
    })
    expect(act.gets[0]?.amount).toBe(usdtOf(999n))
    expect(act.recipient).toBeUndefined()
  })

  it('names a recipient that is not the account', () => {
    const act = only(withdraw(context, 5n, other))
    expect(signed(act).args).toEqual([5n, other])
    expect(act.recipient).toBe(other)
    expect(act.effect.args).toEqual({ staker: account, to: other, usdtAmount: 5n })
  })

  it('withdraws from several series in one plan, each from its own pool', () => {
    const second: PlanContext = {
      ...context,
      series: { id: 1, name: 'Series B', addresses: { ...addresses, pool: addresses.note }, terms },
    }
    const plan = withdrawAll([
      { context, usdtAmount: usdtOf(1n) },
      { context: second, usdtAmount: usdtOf(2n) },
    ])
    expect(plan.title).toBe('Withdraw 3 USDT from 2 series')
    expect(plan.acts.map((act) => signed(act))).toEqual([
      { to: addresses.pool, functionName: 'withdraw', args: [usdtOf(1n), account] },
      { to: addresses.note, functionName: 'withdraw', args: [usdtOf(2n), account] },
    ])
  })
})

describe('claim (rules.md B8–B10, B13, B16)', () => {
  const due: Claim = {
    usdtAmount: 10n,
    upfront: 20n,
    upfrontAsset: 'BTC',
    warrants: 3n,
    mstrAmount: 30n,
    btcAmount: 40n,
  }

  it('expects every asset once and the compensation event', () => {
    const act = only(claim(context, due))
    expect(signed(act)).toEqual({ to: addresses.pool, functionName: 'claim', args: [account] })
    expect(act.gets.map(({ asset, amount }) => [asset.symbol, amount])).toEqual([
      ['USDT', 10n],
      ['BTC', 60n],
      ['Warrant NFT', 1n],
      ['MSTR', 30n],
    ])
    expect(act.credits).toEqual(['3 warrants in that NFT, 3,000 USDT par'])
    expect(act.effect.eventName).toBe('CompensationClaimed')
  })

  it.each([
    [{ mstrAmount: 0n, btcAmount: 0n }, 'UpfrontClaimed'],
    [{ mstrAmount: 0n, btcAmount: 0n, upfront: 0n }, 'WarrantsClaimed'],
    [{ mstrAmount: 0n, btcAmount: 0n, upfront: 0n, warrants: 0n }, 'Withdrawn'],
  ])('proves %o by %s', (change, eventName) => {
    const act = only(claim(context, { ...due, ...change }))
    expect(act.effect.eventName).toBe(eventName)
    expect(topicsOf(act).length).toBeGreaterThan(1)
  })

  it('ranks the stakers first, a hundred at a time', () => {
    const stakersInOrder = Array.from({ length: 101 }, () => other) as readonly `0x${string}`[]
    const { acts } = claim(context, due, { stakersInOrder })
    expect(acts.map((act) => act.call.functionName)).toEqual([
      'allocateWarrants',
      'allocateWarrants',
      'claim',
    ])
    expect(acts.slice(0, 2).map((act) => (act.call.args[0] as unknown[]).length)).toEqual([100, 1])
  })

  it('subtracts Tether’s fee from each of two USDT transfers', () => {
    const inUsdt: Claim = { ...due, usdtAmount: 1_999n, upfront: 1_999n, upfrontAsset: 'USDT' }
    expect(only(claim(withFee, inUsdt)).gets[0]?.amount).toBe(1_998n + 1_998n)
  })

  it('claims warrants and compensation alone', () => {
    const warrants = only(claimWarrants(context, 3n))
    expect(signed(warrants)).toEqual({ to: addresses.pool, functionName: 'claimWarrants', args: [account] })
    expect(warrants.credits).toEqual(['3 warrants in that NFT, 3,000 USDT par'])
    expect(only(claimWarrants(context, 1n)).credits).toEqual(['1 warrant in that NFT, 1,000 USDT par'])
    expect(topicsOf(warrants)).toHaveLength(4)
    const compensation = only(claimCompensation(context, { mstrAmount: 0n, btcAmount: 40n }, other))
    expect(signed(compensation)).toEqual({
      to: addresses.pool,
      functionName: 'claimCompensation',
      args: [other],
    })
    expect(compensation.gets.map(({ asset, amount }) => [asset.symbol, amount])).toEqual([['BTC', 40n]])
    expect(topicsOf(compensation)).toHaveLength(3)
  })

  it('claims the upfront share alone', () => {
    const act = only(claimUpfront(context, 20n, 'MSTR', other))
    expect(signed(act)).toEqual({ to: addresses.pool, functionName: 'claimUpfront', args: [other] })
    expect(act.gets).toEqual([{ asset: expect.objectContaining({ symbol: 'MSTR' }) as unknown, amount: 20n }])
  })
})

describe('claim all (rules.md B14)', () => {
  const due: Claim = {
    usdtAmount: 10n,
    upfront: 0n,
    upfrontAsset: 'BTC',
    warrants: 0n,
    mstrAmount: 0n,
    btcAmount: 0n,
  }

  it('is one plan with an act per series, in one go', () => {
    const second: PlanContext = {
      ...context,
      series: {
        ...context.series,
        id: 1,
        name: 'Series B',
        addresses: { ...addresses, pool: addresses.note },
      },
    }
    const plan = claimAll([
      { context, due },
      { context: second, due },
    ])
    expect(plan).toMatchObject({ kind: 'backstop.claimAll', title: 'Claim from 2 series', goesOn: true })
    expect(plan.acts.map((act) => signed(act))).toEqual([
      { to: addresses.pool, functionName: 'claim', args: [account] },
      { to: addresses.note, functionName: 'claim', args: [account] },
    ])
  })

  it('allocates the warrants of a series before it claims them', () => {
    const plan = claimAll([
      { context, due },
      { context, due, stakersInOrder: [other, account] },
    ])
    expect(plan.acts.map((act) => signed(act))).toEqual([
      { to: addresses.pool, functionName: 'claim', args: [account] },
      { to: addresses.pool, functionName: 'allocateWarrants', args: [[other, account]] },
      { to: addresses.pool, functionName: 'claim', args: [account] },
    ])
  })

  it('over one series is called what it does', () => {
    expect(claimAll([{ context, due }]).title).toBe('Claim from Series A')
  })
})

it('merges flows of one asset and drops nothings', () => {
  const asset = { kind: 'native', symbol: 'ETH', decimals: 18 } as const
  expect(
    mergeFlows([
      { asset, amount: 1n },
      { asset, amount: 0n },
      { asset, amount: 2n },
    ]),
  ).toEqual([{ asset, amount: 3n }])
})
