import type { Address } from 'viem'

import { backstopSeriesAbi } from '../../abis/BackstopSeries'
import { warrantNftAbi } from '../../abis/WarrantNFT'
import { MSTR_UNIT, upfrontUsdtDown, warrantCountDown } from '../math/backstop'
import { requiredAfterUp } from '../math/backstop-release'
import { usdtToAssetDown, settlement } from '../math/backstop-settlement'
import { actOn, ownedBy, recipientOf, spendingBy } from '../tx/plan/build'
import type { Target } from '../tx/plan/build'
import type { Plan } from '../tx/plan/plan'
import { assetsOf, noteOf, warrantOf } from './assets'
import { kinds } from './kinds'
import type { Kind } from './kinds'
import { backstopPlan } from './plans'
import { oracleFact, seriesFacts } from './series-facts'
import type { PlanContext } from './plans'
import { afterFee } from '../math/tether'
import { exactUsdt, usdt } from '../math/tether'
import { payoutSymbol } from './enums'
import { mstr } from './format'
import type { SeriesState, Terms } from './snapshot'
import { recordAct } from './price-record'
import type { PriceRecord } from './price-record'
import { plural, t } from '../words/t'

/** In the order of the contract's enum `Payer`. */
const payers = { Ledger: 0, Treasury: 1 } as const
export type Payer = keyof typeof payers

function seriesOf({ series }: PlanContext): Target {
  return { address: series.addresses.series, label: series.name, abi: backstopSeriesAbi }
}

/** A plan with one call of the series contract. */
function seriesPlan(
  context: PlanContext,
  kind: Kind,
  draft: Parameters<typeof actOn>[1],
  bounds: Plan['bounds'] = [],
): Plan {
  return backstopPlan(context, kind, [actOn(seriesOf(context), draft)], { bounds })
}

/** A plan about an NFT of the account. */
function nftPlan(
  context: PlanContext,
  kind: Kind,
  nft: Parameters<typeof ownedBy>[1],
  id: bigint,
  draft: Parameters<typeof actOn>[1],
): Plan {
  const { account, network, series } = context
  const restsOn = [...seriesFacts(network, series), ownedBy(account, nft, id)]
  return backstopPlan(context, kind, [actOn(seriesOf(context), draft)], { restsOn })
}

/** Buy a Note and a Warrant during the sale; the principal is what arrives after Tether's fee. rules.md B4, U4 */
export function subscribe(context: PlanContext, usdtAmount: bigint): Plan {
  const { USDT } = assetsOf(context.network)
  const { name, addresses } = context.series
  const principalUsdt = afterFee(usdtAmount, context.fee)
  return seriesPlan(
    context,
    kinds.subscribe,
    {
      title: t`Subscribe ${usdt(usdtAmount)} to ${name}`,
      functionName: 'subscribe',
      args: [usdtAmount, principalUsdt],
      boundArgs: [1],
      spends: spendingBy(seriesOf(context), assetsOf(context.network).USDT, usdtAmount),
      gives: [{ asset: USDT, amount: usdtAmount }],
      gets: [
        { asset: noteOf(addresses.note), amount: 1n },
        { asset: warrantOf(addresses.warrant), amount: 1n },
      ],
      event: { name: 'Subscribed', args: { buyer: context.account, principalUsdt } },
    },
    [{ label: t`Principal, at least`, value: exactUsdt(principalUsdt) }],
  )
}

/** Pay USDT into the ledger and receive MSTR at the strike, for what arrives after Tether's fee. rules.md B6, U4 */
export function exercise(context: PlanContext, warrant: Warrant, parUsdt: bigint, strikeUsdt: bigint): Plan {
  const { USDT, MSTR } = assetsOf(context.network)
  const received = afterFee(parUsdt, context.fee)
  const mstrAmount = usdtToAssetDown(received, MSTR_UNIT, strikeUsdt)
  return nftPlan(context, kinds.exercise, warrantOf(context.series.addresses.warrant), warrant.id, {
    title: t`Exercise ${usdt(parUsdt)} of Warrant ${warrant.id} for ${mstr(mstrAmount)}`,
    functionName: 'exercise',
    args: [warrant.id, parUsdt],
    spends: spendingBy(seriesOf(context), assetsOf(context.network).USDT, parUsdt),
    gives: [
      { asset: USDT, amount: parUsdt },
      ...(received === warrant.parUsdt
        ? [{ asset: warrantOf(context.series.addresses.warrant), amount: 1n }]
        : []),
    ],
    gets: [{ asset: MSTR, amount: mstrAmount }],
    event: {
      name: 'WarrantExercised',
      args: { holder: context.account, warrantId: warrant.id, parUsdt: received, mstrAmount },
    },
  })
}

type Warrant = { readonly id: bigint; readonly parUsdt: bigint }

/** Make two Warrants of one, which can be sold apart; its own id is burnt. rules.md B10, B19 */
export function splitWarrant(context: PlanContext, { id, parUsdt }: Warrant, firstUsdt: bigint): Plan {
  const { account, network, series } = context
  const warrant = warrantOf(series.addresses.warrant)
  const target: Target = {
    address: warrant.address,
    label: t`Warrants of ${series.name}`,
    abi: warrantNftAbi,
  }
  const restUsdt = parUsdt - firstUsdt
  const act = actOn(target, {
    title: t`Split Warrant ${id} into ${usdt(firstUsdt)} and ${usdt(restUsdt)}`,
    functionName: 'split',
    args: [id, firstUsdt],
    gives: [{ asset: warrant, amount: 1n }],
    gets: [{ asset: warrant, amount: 2n }],
    event: {
      name: 'WarrantSplit',
      args: { holder: account, warrantId: id, parUsdt: firstUsdt, restUsdt },
    },
  })
  const restsOn = [...seriesFacts(network, series), ownedBy(account, warrant, id)]
  return backstopPlan(context, kinds.splitWarrant, [act], { restsOn })
}

type Note = { readonly id: bigint; readonly principalUsdt: bigint }

/** The Note leaves only when nothing of it is left. */
function noteGiven(context: PlanContext, note: Note, principalUsdt: bigint) {
  return note.principalUsdt === principalUsdt
    ? [{ asset: noteOf(context.series.addresses.note), amount: 1n }]
    : []
}

/** Give up principal for MSTR at the conversion price. rules.md B6 */
export function convert(
  context: PlanContext,
  note: Note,
  principalUsdt: bigint,
  conversionUsdt: bigint,
): Plan {
  const mstrAmount = usdtToAssetDown(principalUsdt, MSTR_UNIT, conversionUsdt)
  return nftPlan(context, kinds.convert, noteOf(context.series.addresses.note), note.id, {
    title: t`Convert ${usdt(principalUsdt)} of Note ${note.id} to ${mstr(mstrAmount)}`,
    functionName: 'convert',
    args: [note.id, principalUsdt],
    gives: noteGiven(context, note, principalUsdt),
    gets: [{ asset: assetsOf(context.network).MSTR, amount: mstrAmount }],
    event: {
      name: 'NoteConverted',
      args: { holder: context.account, noteId: note.id, principalUsdt, mstrAmount },
    },
  })
}

/** Redeem principal before maturity, from the ledger or the treasury's budget. rules.md B6 */
export function redeemEarly(context: PlanContext, note: Note, principalUsdt: bigint, payer: Payer): Plan {
  const to = context.account
  return nftPlan(context, kinds.redeemEarly, noteOf(context.series.addresses.note), note.id, {
    title: t`Redeem ${usdt(principalUsdt)} of Note ${note.id} early`,
    functionName: 'redeemEarly',
    args: [note.id, principalUsdt, payers[payer], to],
    gives: noteGiven(context, note, principalUsdt),
    gets: [{ asset: assetsOf(context.network).USDT, amount: afterFee(principalUsdt, context.fee) }],
    event: {
      name: 'NoteRedeemedEarly',
      args: { holder: context.account, noteId: note.id, to, principalUsdt },
    },
  })
}

/** Redeem a Note after settlement: ledger first, then the pool. rules.md B11 */
export function redeem(
  context: PlanContext,
  note: Note,
  ledgerUsdt: bigint,
  to: Address = context.account,
): Plan {
  const { fromLedger, used } = settlement(note.principalUsdt, ledgerUsdt)
  // Two transfers when the ledger does not cover it all, and Tether takes its fee from each.
  const arrives = afterFee(fromLedger, context.fee) + afterFee(used, context.fee)
  return nftPlan(context, kinds.redeem, noteOf(context.series.addresses.note), note.id, {
    title: t`Redeem Note ${note.id} for ${usdt(note.principalUsdt)}`,
    functionName: 'redeem',
    args: [note.id, to],
    gives: noteGiven(context, note, note.principalUsdt),
    gets: [{ asset: assetsOf(context.network).USDT, amount: arrives }],
    event: { name: 'NoteRedeemed', args: { holder: context.account, noteId: note.id, to } },
    ...recipientOf(context.account, to),
  })
}

/** What the end of a sale depends on: USDT (6 decimals), and how many stakers there are. */
type Sale = Pick<SeriesState, 'totalShares' | 'soldUsdt' | 'ledgerUsdt' | 'stakerCount'>

/** End the sale. Anyone may; it moves nothing of the caller's, and the review says what it does, for whom. rules.md B5 */
export function finalizeSale(context: PlanContext, sale: Sale): Plan {
  return seriesPlan(context, kinds.finalizeSale, {
    title: t`Finalize the sale of ${context.series.name}`,
    functionName: 'finalizeSale',
    args: [],
    credits: finalizedCredits(context.series.terms, sale),
    event: { name: 'SaleFinalized' },
  })
}

/** What ending a sale brings, and to whom. rules.md B5, B6, B9, B10 */
function finalizedCredits(terms: Terms, sale: Sale): readonly string[] {
  const { totalShares, soldUsdt, ledgerUsdt, stakerCount } = sale
  const stakers = plural(stakerCount, 'the one staker', 'all {n} stakers, by their shares')
  const required = requiredAfterUp(totalShares, soldUsdt, ledgerUsdt, BigInt(terms.coverageBps))
  const surplus = totalShares - required
  const upfront = upfrontUsdtDown(soldUsdt, BigInt(terms.upfrontBps))
  const asset = payoutSymbol(terms.upfrontAsset)
  const warrants = warrantCountDown(soldUsdt, BigInt(terms.warrantBps), terms.warrantParUsdt)
  return [
    surplus > 0n
      ? t`To ${stakers}: ${exactUsdt(surplus)} of the stake, free to withdraw`
      : t`Nothing of the stake is released: the Notes need all of it`,
    ...(upfront > 0n
      ? [t`To ${stakers}: an upfront share worth ${exactUsdt(upfront)}, paid in ${asset}`]
      : []),
    ...(warrants > 0n ? [t`To ${stakers}: ${plural(warrants, '{n} warrant', '{n} warrants')}`] : []),
    asset === 'USDT'
      ? t`To the treasury: ${exactUsdt(soldUsdt - upfront)} of the proceeds`
      : t`To the treasury: the proceeds, ${exactUsdt(soldUsdt)}; it then owes the upfront share`,
  ]
}

/** A plan with one call of the series contract, after the prices it needs are on record. */
function pricedPlan(
  context: PlanContext,
  prices: readonly PriceRecord[],
  kind: Kind,
  draft: Parameters<typeof actOn>[1],
): Plan {
  const { network, series } = context
  const oracles = prices.map((price) => oracleFact(network, price))
  const restsOn = [...seriesFacts(network, series), ...oracles]
  return backstopPlan(context, kind, [...prices.map(recordAct), actOn(seriesOf(context), draft)], { restsOn })
}

/** Mint the stakers' reserve at the price of the sale's close. Anyone may, once. rules.md B12 */
export function reserveMstr(context: PlanContext, prices: readonly PriceRecord[]): Plan {
  return pricedPlan(context, prices, kinds.reserveMstr, {
    title: t`Reserve MSTR for ${context.series.name}`,
    functionName: 'reserveMstr',
    args: [],
    event: { name: 'MstrReserved' },
  })
}

/** Settle at or after maturity. Anyone may, once; it moves nothing. rules.md B11, B18 */
export function settle(context: PlanContext): Plan {
  return seriesPlan(context, kinds.settle, {
    title: t`Settle ${context.series.name}`,
    functionName: 'settle',
    args: [],
    event: { name: 'Settled' },
  })
}

/** Fix the upfront share in its asset, once, and pay as much of it as the treasury has. rules.md B9 */
export function fixUpfront(context: PlanContext, prices: readonly PriceRecord[]): Plan {
  return pricedPlan(context, prices, kinds.fundUpfront, {
    title: t`Fix and fund the upfront share of ${context.series.name}`,
    functionName: 'fundUpfront',
    args: [],
    event: { name: 'UpfrontFixed' },
  })
}

/** Pull what the treasury still owes of the upfront share. rules.md B9 */
export function fundUpfront(context: PlanContext): Plan {
  return seriesPlan(context, kinds.fundUpfront, {
    title: t`Fund the upfront share of ${context.series.name}`,
    functionName: 'fundUpfront',
    args: [],
    event: { name: 'UpfrontFunded' },
  })
}

/** Fix the compensation at the prices of maturity, once. Anyone may. rules.md B12, B13 */
export function fixCompensation(context: PlanContext, prices: readonly PriceRecord[]): Plan {
  return pricedPlan(context, prices, kinds.fixCompensation, {
    title: t`Fix the compensation of ${context.series.name}`,
    functionName: 'fixCompensation',
    args: [],
    event: { name: 'CompensationFixed' },
  })
}

/** Pull what is still owed of the BTC make-whole. rules.md B13 */
export function fundMakeWhole(context: PlanContext): Plan {
  return seriesPlan(context, kinds.fundMakeWhole, {
    title: t`Fund the make-whole of ${context.series.name}`,
    functionName: 'fundMakeWhole',
    args: [],
    event: { name: 'MakeWholeFunded' },
  })
}

/** Send the treasury the BTC that the make-whole did not need. rules.md B13 */
export function returnSeriesBtc(context: PlanContext): Plan {
  return seriesPlan(context, kinds.returnSeriesBtc, {
    title: t`Return the BTC left in ${context.series.name}`,
    functionName: 'returnSeriesBtc',
    args: [],
    event: { name: 'SeriesBtcReturned' },
  })
}

/** Send the treasury what the ledger holds above all Notes. rules.md B6 */
export function sweepLedger(context: PlanContext): Plan {
  return seriesPlan(context, kinds.sweepLedger, {
    title: t`Sweep the ledger of ${context.series.name}`,
    functionName: 'sweepLedger',
    args: [],
    event: { name: 'LedgerSwept' },
  })
}
