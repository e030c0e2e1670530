import { expect, it } from 'vitest'

import { realizedOf } from './realized'
import type { SettlementResult } from './snapshot'
import { known, seriesWith, stateIn, usdtOf } from './test-series'

const result: SettlementResult = {
  settledAt: 11_000n,
  fixedAt: 12_000n,
  outstandingUsdt: usdtOf(500_000n),
  fromLedgerUsdt: usdtOf(400_000n),
  usedUsdt: usdtOf(100_000n),
  mstrPriceUsdt: usdtOf(400n),
  btcPriceUsdt: usdtOf(100_000n),
  targetUsdt: usdtOf(90_000n),
  mstrPaid: 0n,
  mstrBurnt: 0n,
  btcOwed: 90_000_000n,
  btcFunded: 90_000_000n,
}
const upfront = { upfrontUsdt: usdtOf(100_000n), upfrontTotal: 100_000_000n, upfrontFunded: 100_000_000n }
const settled = (change: Partial<SettlementResult>, state = upfront) => ({
  ...seriesWith(known(stateIn('Settled', state)), undefined),
  settlement: known({ ...result, ...change }),
})
const stake = usdtOf(10_000n)
const only = (series: Parameters<typeof realizedOf>[0][number]) => realizedOf([series], stake)[0]

it('tells the worked example: 10% upfront, 10% used and made up for at 90%', () => {
  expect(only(settled({}))).toMatchObject({
    what: 'Used; 90% of it was paid for',
    usedText: '10%',
    receivedUsdt: usdtOf(10_900n),
    endedAt: 11_000n,
  })
})

it('counts what was paid, not what is owed', () => {
  expect(only(settled({ btcFunded: 30_000_000n }))).toMatchObject({
    what: 'Used; 30% of it was paid for',
    receivedUsdt: usdtOf(10_300n),
  })
  expect(only(settled({}, { ...upfront, upfrontFunded: 0n }))?.receivedUsdt).toBe(usdtOf(9_900n))
  expect(only(settled({ fixedAt: 0n, btcFunded: 0n, btcPriceUsdt: 0n }))?.what).toMatch(/not fixed yet/)
})

it('tells of nothing used, of a cancelled one, and of none that has not ended', () => {
  expect(only(settled({ usedUsdt: 0n, btcFunded: 0n }))).toMatchObject({
    what: 'The ledger repaid every Note',
    receivedUsdt: usdtOf(11_000n),
  })
  const cancelled = seriesWith(known(stateIn('Cancelled')), undefined)
  expect(realizedOf([cancelled, settled({})], stake).map(({ receivedUsdt }) => receivedUsdt)).toEqual([
    usdtOf(10_900n),
    stake,
  ])
  expect(realizedOf([seriesWith(known(stateIn('Tenor')), undefined)], stake)).toEqual([])
})
