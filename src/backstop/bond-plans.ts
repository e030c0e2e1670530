import type { Address } from 'viem'

import { backstopSeriesAbi } from '../../abis/BackstopSeries'
import { MSTR_UNIT, settlement, usdtToAssetDown } from '../math/backstop'
import { actOn, recipientOf, spendingBy } from '../tx/plan/build'
import type { Target } from '../tx/plan/build'
import type { Plan } from '../tx/plan/plan'
import { assetsOf, noteOf, warrantOf } from './assets'
import { backstopPlan } from './plans'
import type { PlanContext } from './plans'
import { afterFee } from '../math/tether'
import { exactUsdt, usdt } from '../math/tether'
import { mstr } from './format'
import { recordAct } from './price-record'
import type { PriceRecord } from './price-record'

/** In the order of the contract's enum `Payer`. */
const payers = { Ledger: 0, Treasury: 1 } as const
export type Payer = keyof typeof payers

function seriesOf({ series }: PlanContext): Target {
  return { address: series.addresses.series, label: series.name, abi: backstopSeriesAbi }
}

/** A plan with one call of the series contract. */
function seriesPlan(
  actor: PlanContext,
  verb: string,
  draft: Parameters<typeof actOn>[1],
  bounds: Plan['bounds'] = [],
): Plan {
  return backstopPlan(actor, verb, [actOn(seriesOf(actor), draft)], { bounds })
}

/** Buy a Note and a Warrant during the sale; the principal is what arrives after Tether's fee. rules.md B4, U4 */
export function subscribe(actor: PlanContext, usdtAmount: bigint): Plan {
  const { USDT } = assetsOf(actor.network)
  const { name, addresses } = actor.series
  const principalUsdt = afterFee(usdtAmount, actor.fee)
  return seriesPlan(
    actor,
    'subscribe',
    {
      title: `Subscribe ${usdt(usdtAmount)} to ${name}`,
      functionName: 'subscribe',
      args: [usdtAmount, principalUsdt],
      boundArgs: [1],
      spends: spendingBy(seriesOf(actor), assetsOf(actor.network).USDT, usdtAmount),
      gives: [{ asset: USDT, amount: usdtAmount }],
      gets: [
        { asset: noteOf(addresses.note), amount: 1n },
        { asset: warrantOf(addresses.warrant), amount: 1n },
      ],
      event: { name: 'Subscribed', args: { buyer: actor.account, principalUsdt } },
    },
    [{ label: 'Principal, at least', value: exactUsdt(principalUsdt) }],
  )
}

/** Pay USDT into the ledger and receive MSTR at the strike, for what arrives after Tether's fee. rules.md B6, U4 */
export function exercise(
  actor: PlanContext,
  warrant: { readonly id: bigint; readonly parUsdt: bigint },
  parUsdt: bigint,
  strikeUsdt: bigint,
): Plan {
  const { USDT, MSTR } = assetsOf(actor.network)
  const received = afterFee(parUsdt, actor.fee)
  const mstrAmount = usdtToAssetDown(received, MSTR_UNIT, strikeUsdt)
  return seriesPlan(actor, 'exercise', {
    title: `Exercise ${usdt(parUsdt)} of Warrant ${warrant.id} for ${mstr(mstrAmount)}`,
    functionName: 'exercise',
    args: [warrant.id, parUsdt],
    spends: spendingBy(seriesOf(actor), assetsOf(actor.network).USDT, parUsdt),
    gives: [
      { asset: USDT, amount: parUsdt },
      ...(received === warrant.parUsdt
        ? [{ asset: warrantOf(actor.series.addresses.warrant), amount: 1n }]
        : []),
    ],
    gets: [{ asset: MSTR, amount: mstrAmount }],
    event: {
      name: 'WarrantExercised',
      args: { holder: actor.account, warrantId: warrant.id, parUsdt: received, mstrAmount },
    },
  })
}

type Note = { readonly id: bigint; readonly principalUsdt: bigint }

/** The Note leaves only when nothing of it is left. */
function noteGiven(actor: PlanContext, note: Note, principalUsdt: bigint) {
  return note.principalUsdt === principalUsdt
    ? [{ asset: noteOf(actor.series.addresses.note), amount: 1n }]
    : []
}

/** Give up principal for MSTR at the conversion price. rules.md B6 */
export function convert(actor: PlanContext, note: Note, principalUsdt: bigint, conversionUsdt: bigint): Plan {
  const mstrAmount = usdtToAssetDown(principalUsdt, MSTR_UNIT, conversionUsdt)
  return seriesPlan(actor, 'convert', {
    title: `Convert ${usdt(principalUsdt)} of Note ${note.id} to ${mstr(mstrAmount)}`,
    functionName: 'convert',
    args: [note.id, principalUsdt],
    gives: noteGiven(actor, note, principalUsdt),
    gets: [{ asset: assetsOf(actor.network).MSTR, amount: mstrAmount }],
    event: {
      name: 'NoteConverted',
      args: { holder: actor.account, noteId: note.id, principalUsdt, mstrAmount },
    },
  })
}

/** Redeem principal before maturity, from the ledger or the treasury's budget. rules.md B6 */
export function redeemEarly(actor: PlanContext, note: Note, principalUsdt: bigint, payer: Payer): Plan {
  const to = actor.account
  return seriesPlan(actor, 'redeemEarly', {
    title: `Redeem ${usdt(principalUsdt)} of Note ${note.id} early`,
    functionName: 'redeemEarly',
    args: [note.id, principalUsdt, payers[payer], to],
    gives: noteGiven(actor, note, principalUsdt),
    gets: [{ asset: assetsOf(actor.network).USDT, amount: afterFee(principalUsdt, actor.fee) }],
    event: { name: 'NoteRedeemedEarly', args: { holder: actor.account, noteId: note.id, to, principalUsdt } },
  })
}

/** Redeem a Note after settlement: ledger first, then the pool. rules.md B11 */
export function redeem(
  actor: PlanContext,
  note: Note,
  ledgerUsdt: bigint,
  to: Address = actor.account,
): Plan {
  const { fromLedger, used } = settlement(note.principalUsdt, ledgerUsdt)
  // Two transfers when the ledger does not cover it all, and Tether takes its fee from each.
  const arrives = afterFee(fromLedger, actor.fee) + afterFee(used, actor.fee)
  return seriesPlan(actor, 'redeem', {
    title: `Redeem Note ${note.id} for ${usdt(note.principalUsdt)}`,
    functionName: 'redeem',
    args: [note.id, to],
    gives: noteGiven(actor, note, note.principalUsdt),
    gets: [{ asset: assetsOf(actor.network).USDT, amount: arrives }],
    event: { name: 'NoteRedeemed', args: { holder: actor.account, noteId: note.id, to } },
    ...recipientOf(actor.account, to),
  })
}

/** End the sale. Anyone may; it moves nothing of the caller's. rules.md B5 */
export function finalizeSale(actor: PlanContext): Plan {
  return seriesPlan(actor, 'finalizeSale', {
    title: `Finalize the sale of ${actor.series.name}`,
    functionName: 'finalizeSale',
    args: [],
    event: { name: 'SaleFinalized' },
  })
}

/** A plan with one call of the series contract, after the prices it needs are on record. */
function pricedPlan(
  actor: PlanContext,
  prices: readonly PriceRecord[],
  verb: string,
  draft: Parameters<typeof actOn>[1],
): Plan {
  return backstopPlan(actor, verb, [...prices.map(recordAct), actOn(seriesOf(actor), draft)])
}

/** Mint the stakers' reserve at the price of the sale's close. Anyone may, once. rules.md B12 */
export function reserveMstr(actor: PlanContext, prices: readonly PriceRecord[]): Plan {
  return pricedPlan(actor, prices, 'reserveMstr', {
    title: `Reserve MSTR for ${actor.series.name}`,
    functionName: 'reserveMstr',
    args: [],
    event: { name: 'MstrReserved' },
  })
}

/** Settle at or after maturity. Anyone may, once; it moves nothing. rules.md B11, B18 */
export function settle(actor: PlanContext): Plan {
  return seriesPlan(actor, 'settle', {
    title: `Settle ${actor.series.name}`,
    functionName: 'settle',
    args: [],
    event: { name: 'Settled' },
  })
}

/** Fix the upfront share in its asset, once, and pay as much of it as the treasury has. rules.md B9 */
export function fixUpfront(actor: PlanContext, prices: readonly PriceRecord[]): Plan {
  return pricedPlan(actor, prices, 'fundUpfront', {
    title: `Fix and fund the upfront share of ${actor.series.name}`,
    functionName: 'fundUpfront',
    args: [],
    event: { name: 'UpfrontFixed' },
  })
}

/** Pull what the treasury still owes of the upfront share. rules.md B9 */
export function fundUpfront(actor: PlanContext): Plan {
  return seriesPlan(actor, 'fundUpfront', {
    title: `Fund the upfront share of ${actor.series.name}`,
    functionName: 'fundUpfront',
    args: [],
    event: { name: 'UpfrontFunded' },
  })
}

/** Fix the compensation at the prices of maturity, once. Anyone may. rules.md B12, B13 */
export function fixCompensation(actor: PlanContext, prices: readonly PriceRecord[]): Plan {
  return pricedPlan(actor, prices, 'fixCompensation', {
    title: `Fix the compensation of ${actor.series.name}`,
    functionName: 'fixCompensation',
    args: [],
    event: { name: 'CompensationFixed' },
  })
}

/** Pull what is still owed of the BTC make-whole. rules.md B13 */
export function fundMakeWhole(actor: PlanContext): Plan {
  return seriesPlan(actor, 'fundMakeWhole', {
    title: `Fund the make-whole of ${actor.series.name}`,
    functionName: 'fundMakeWhole',
    args: [],
    event: { name: 'MakeWholeFunded' },
  })
}

/** Send the treasury the BTC that the make-whole did not need. rules.md B13 */
export function returnSeriesBtc(actor: PlanContext): Plan {
  return seriesPlan(actor, 'returnSeriesBtc', {
    title: `Return the BTC left in ${actor.series.name}`,
    functionName: 'returnSeriesBtc',
    args: [],
    event: { name: 'SeriesBtcReturned' },
  })
}

/** Send the treasury what the ledger holds above all Notes. rules.md B6 */
export function sweepLedger(actor: PlanContext): Plan {
  return seriesPlan(actor, 'sweepLedger', {
    title: `Sweep the ledger of ${actor.series.name}`,
    functionName: 'sweepLedger',
    args: [],
    event: { name: 'LedgerSwept' },
  })
}
