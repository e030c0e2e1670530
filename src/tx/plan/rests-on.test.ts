import { parseAbi } from 'viem'
import { describe, expect, it } from 'vitest'

import { friend, me, pool, samplePlan, token } from '../testing/sample-plan'
import { answered, decimalsOf, ownedBy } from './build'
import type { Fact, Plan } from './plan'
import { unfounded } from './rests-on'

const registry = '0x00000000000000000000000000000000000000aa'
const network = { contracts: { shared: { usdt: token }, backstop: { registry } } } as const
const abi = parseAbi(['function pools(uint256 id) view returns (address)'])
const listed = (address: `0x${string}`, expects: `0x${string}`): Fact =>
  answered({ address, abi }, { means: 'A pool is listed', functionName: 'pools', args: [0n], expects })
const missing = (restsOn: readonly Fact[], change: Partial<Plan> = {}) =>
  unfounded({ ...samplePlan, restsOn, ...change }, network)

describe('everything a plan speaks of has a reason (trust.md D38)', () => {
  it('is missed where neither config.json nor a fact names it', () => {
    expect(missing([])).toEqual([pool])
    expect(missing([listed(registry, friend)])).toEqual([pool])
  })
  it('is found in what a configured contract answers, or creates', () => {
    expect(missing([listed(registry, pool)])).toEqual([])
    const created = { kind: 'created', means: 'The pool', address: pool, by: registry, nonce: 1n } as const
    expect(missing([created])).toEqual([])
  })
  it('follows a chain of reasons, in any order, and believes no contract that has none itself', () => {
    expect(missing([listed(friend, pool), listed(registry, friend)])).toEqual([])
    expect(missing([listed(friend, pool)])).toEqual([pool])
    expect(missing([listed(pool, pool)])).toEqual([pool])
  })
  it('wants the decimals of a token that config.json does not name, and the owner of an NFT that leaves', () => {
    const [act] = samplePlan.acts
    if (!act) throw new Error('The sample has an act.')
    const gold = { kind: 'erc20', address: friend, symbol: 'GOLD', decimals: 9 } as const
    const note = { kind: 'erc721', address: friend, symbol: 'Note' } as const
    const acts = (asset: typeof gold | typeof note) => ({
      acts: [{ ...act, gives: [{ asset, amount: 1n }] }],
    })
    const known = [listed(registry, pool), listed(registry, friend)]
    expect(missing(known, acts(gold))).toEqual([`decimals of ${friend}`])
    expect(missing([...known, decimalsOf(gold)], acts(gold))).toEqual([])
    expect(missing(known, acts(note))).toEqual([`owner of ${friend}`])
    expect(missing([...known, ownedBy(me, note, 1n)], acts(note))).toEqual([])
  })
})
