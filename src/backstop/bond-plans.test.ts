import { decodeFunctionData, encodeEventTopics, encodeFunctionData } from 'viem'
import { describe, expect, it } from 'vitest'
import type { Plan } from '../tx/plan/plan'
import {
  convert,
  exercise,
  finalizeSale,
  fixCompensation,
  fixUpfront,
  fundMakeWhole,
  fundUpfront,
  reserveMstr,
  returnSeriesBtc,
  redeem,
  redeemEarly,
  settle,
  subscribe,
  sweepLedger,
} from './bond-plans'
import type { PlanContext } from './plans'
import { account, addresses, network, stateIn, terms, usdtOf } from './test-series'
import { noFee } from '../math/tether'
import { MSTR_UNIT as MSTR } from '../math/backstop'

const context: PlanContext = {
  network,
  account,
  series: { id: 0, name: 'Series A', addresses, terms },
  fee: noFee,
}
const withFee: PlanContext = { ...context, fee: { feeBps: 10n, maximumFeeUsdt: usdtOf(5n) } }

function read({ acts }: Plan) {
  const [act] = acts
  if (!act) throw new Error('A plan has an act.')
  const { call, effect } = act
  const data = encodeFunctionData({ abi: call.abi, functionName: call.functionName, args: call.args })
  // Throws when the event or one of its arguments does not exist in the contract.
  encodeEventTopics({ abi: effect.abi, eventName: effect.eventName, args: effect.args })
  const { functionName, args } = decodeFunctionData({ abi: call.abi, data })
  const flows = (list: typeof act.gets) => list.map(({ asset, amount }) => [asset.symbol, amount])
  return {
    to: call.address,
    functionName,
    args: args ?? [],
    gives: flows(act.gives),
    gets: flows(act.gets),
    act,
  }
}

describe('subscribe (rules.md B4)', () => {
  it('pays the series and gets a Note and a Warrant', () => {
    const { act, ...plan } = read(subscribe(context, usdtOf(1_000n)))
    expect(plan).toEqual({
      to: addresses.series,
      functionName: 'subscribe',
      args: [usdtOf(1_000n), usdtOf(1_000n)],
      gives: [['USDT', usdtOf(1_000n)]],
      gets: [
        ['Note NFT', 1n],
        ['Warrant NFT', 1n],
      ],
    })
    expect(act.spends?.spender).toBe(addresses.series)
  })

  it('bounds the principal by what arrives', () => {
    expect(read(subscribe(withFee, usdtOf(1_000n))).args[1]).toBe(usdtOf(999n))
  })
})

describe('the tenor (rules.md B6)', () => {
  const warrant = { id: 7n, parUsdt: usdtOf(1_000n) }
  const note = { id: 8n, principalUsdt: usdtOf(1_000n) }

  it('exercises a part and keeps the Warrant', () => {
    const plan = read(exercise(context, warrant, usdtOf(400n), terms.strikeUsdt))
    expect(plan.args).toEqual([7n, usdtOf(400n)])
    expect(plan.gives).toEqual([['USDT', usdtOf(400n)]])
    expect(plan.gets).toEqual([['MSTR', MSTR]])
  })

  it('gives the Warrant away when the whole par arrives, not when a fee leaves a rest', () => {
    expect(read(exercise(context, warrant, warrant.parUsdt, terms.strikeUsdt)).gives).toContainEqual([
      'Warrant NFT',
      1n,
    ])
    const plan = read(exercise(withFee, warrant, warrant.parUsdt, terms.strikeUsdt))
    expect(plan.gives).toEqual([['USDT', warrant.parUsdt]])
    expect(plan.gets).toEqual([['MSTR', (usdtOf(999n) * MSTR) / terms.strikeUsdt]])
  })

  it('converts principal at the conversion price', () => {
    const plan = read(convert(context, note, usdtOf(1_000n), terms.conversionUsdt))
    expect(plan.args).toEqual([8n, usdtOf(1_000n)])
    expect(plan.gives).toEqual([['Note NFT', 1n]])
    expect(plan.gets).toEqual([['MSTR', 2n * MSTR]])
  })

  it.each([
    ['Ledger', 0],
    ['Treasury', 1],
  ] as const)('redeems early from the %s', (payer, index) => {
    const plan = read(redeemEarly(context, note, usdtOf(10n), payer))
    expect(plan.args).toEqual([8n, usdtOf(10n), index, account])
    expect(plan.gives).toEqual([])
    expect(plan.gets).toEqual([['USDT', usdtOf(10n)]])
  })
})

describe('redeem (rules.md B11, U4)', () => {
  it('takes the fee from the ledger’s transfer and from the pool’s', () => {
    const note = { id: 8n, principalUsdt: 3_998n }
    const plan = read(redeem(withFee, note, 1_999n))
    expect(plan.args).toEqual([8n, account])
    expect(plan.gets).toEqual([['USDT', 3_996n]])
    expect(read(redeem(withFee, note, 10_000n)).gets).toEqual([['USDT', 3_995n]])
  })
})

it.each([
  [(on: PlanContext) => finalizeSale(on, stateIn('Sale')), 'finalizeSale', 'SaleFinalized'],
  [settle, 'settle', 'Settled'],
  [fundUpfront, 'fundUpfront', 'UpfrontFunded'],
  [fundMakeWhole, 'fundMakeWhole', 'MakeWholeFunded'],
  [(on: PlanContext) => reserveMstr(on, []), 'reserveMstr', 'MstrReserved'],
  [(on: PlanContext) => fixUpfront(on, []), 'fundUpfront', 'UpfrontFixed'],
  [(on: PlanContext) => fixCompensation(on, []), 'fixCompensation', 'CompensationFixed'],
  [returnSeriesBtc, 'returnSeriesBtc', 'SeriesBtcReturned'],
  [sweepLedger, 'sweepLedger', 'LedgerSwept'],
])('anyone may: %o', (planOf, functionName, eventName) => {
  const plan = read(planOf(context))
  expect(plan).toMatchObject({ to: addresses.series, functionName, args: [], gives: [], gets: [] })
  expect(plan.act.effect.eventName).toBe(eventName)
})

describe('what finalizing a sale brings, and to whom (rules.md B5, B9, B10)', () => {
  const credits = (change: Parameters<typeof stateIn>[1], upfrontAsset = 0) => {
    const series = { ...context.series, terms: { ...terms, upfrontAsset } }
    return read(finalizeSale({ ...context, series }, stateIn('Sale', change))).act.credits
  }

  it('names stakers and treasury with their amounts', () => {
    expect(credits({ soldUsdt: usdtOf(500_000n) })).toEqual([
      'To all 2 stakers, by their shares: 500,000 USDT of the stake, free to withdraw',
      'To all 2 stakers, by their shares: an upfront share worth 50,000 USDT, paid in BTC',
      'To all 2 stakers, by their shares: 50 warrants',
      'To the treasury: the proceeds, 500,000 USDT; it then owes the upfront share',
    ])
  })

  it('keeps an upfront share in USDT from the treasury, and says when nothing is released', () => {
    expect(credits({ soldUsdt: usdtOf(1_000_000n), stakerCount: 1n }, 1)).toEqual([
      'Nothing of the stake is released: the Notes need all of it',
      'To the one staker: an upfront share worth 100,000 USDT, paid in USDT',
      'To the one staker: 100 warrants',
      'To the treasury: 900,000 USDT of the proceeds',
    ])
  })
})
