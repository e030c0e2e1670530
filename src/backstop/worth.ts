import { erc20Abi, erc721Abi, type Address } from 'viem'

import type { Network } from '../chain/config'
import { read, type Readings } from '../chain/read'
import type { UsdtFacts } from '../chain/usdt'
import { proRataDown } from '../math/backstop'
import { knownValue } from '../math/reading'
import { tetherUnit } from '../math/tether'
import { par, partOf, walletPart, worthDown, type UsdPrice, type Worth } from '../system/worth'
import { upfrontView, type Prices } from './claims-view'
import { backstopContracts } from './contracts'
import { payoutSymbol, phaseOf, type PayoutSymbol } from './enums'
import { BTC_DECIMALS, MSTR_DECIMALS, payout } from './format'
import type { Claim } from './plans'
import type { Series, SeriesAddresses } from './snapshot'
import { claimNow, splitOf, totalOf } from './view'
import { inRow, plural, t } from '../words/t'

/** What one of each asset is taken for; undefined while that is not known. */
export type UsdPrices = Readonly<Record<PayoutSymbol, UsdPrice | undefined>>

/** USDT per whole token (6 decimals) become USD: USDT is taken for 1 USD. */
export function usdPrices(prices: Prices | undefined, at: bigint, windowHours: bigint): UsdPrices {
  const from = { source: t`average of ${windowHours} h`, at }
  const usd = (of: PayoutSymbol, usdt: bigint | undefined): UsdPrice | undefined =>
    usdt === undefined ? undefined : { of, from, usdWad: worthDown(usdt, tetherUnit.decimals, par('USDT')) }
  return { USDT: par('USDT'), MSTR: usd('MSTR', prices?.mstrUsdt), BTC: usd('BTC', prices?.btcUsdt) }
}

const units = {
  USDT: tetherUnit,
  MSTR: { symbol: 'MSTR', decimals: MSTR_DECIMALS },
  BTC: { symbol: 'BTC', decimals: BTC_DECIMALS },
} as const

/** What lies in the account itself, besides USDT. */
export function walletReads(
  network: Network,
  list: readonly (SeriesAddresses | undefined)[],
  account: Address | undefined,
) {
  const { btc, mstr } = backstopContracts(network)
  const held = { functionName: 'balanceOf', abi: erc20Abi } as const
  return (account === undefined ? [] : [account]).map((person) => ({
    btc: read({ ...held, address: btc, label: 'BTC', args: [person] }),
    mstr: read({ ...held, address: mstr, label: 'MSTR', args: [person] }),
    bonds: list.map(
      (one) =>
        one && {
          notes: read({ ...held, abi: erc721Abi, address: one.note, label: t`Notes`, args: [person] }),
          warrants: read({
            ...held,
            abi: erc721Abi,
            address: one.warrant,
            label: t`Warrants`,
            args: [person],
          }),
        },
    ),
  }))
}

export type Wallet = Readings<ReturnType<typeof walletReads>>[number]

/** The account's stakes and what they have brought, at their prices. rules.md B7, B9, B13 */
export function worthOf(
  series: readonly Series[],
  usdt: UsdtFacts,
  wallet: Wallet | undefined,
  prices: UsdPrices,
): Worth {
  const splits = series.map(splitOf)
  const sumOf = (part: 'locked' | 'claimable') => {
    const { value, isComplete } = totalOf(splits.map((split) => split?.[part]))
    return isComplete ? value : undefined
  }
  const locked = splits.filter((split) => split && split.locked > 0n).length
  return {
    parts: [
      ...partOf(sumOf('locked'), units.USDT, prices.USDT, {
        key: 'locked',
        where: plural(locked, 'Staked and locked, in {n} series', 'Staked and locked, in {n} series'),
      }),
      ...partOf(sumOf('claimable'), units.USDT, prices.USDT, { key: 'free', where: t`Released from stakes` }),
      ...(['USDT', 'MSTR', 'BTC'] as const).flatMap((symbol) =>
        partOf(paidIn(series, symbol), units[symbol], prices[symbol], {
          key: `paid ${symbol}`,
          where: t`Upfront shares and compensation to claim`,
        }),
      ),
      ...walletPart(usdt.balance, units.USDT, prices.USDT),
      ...walletPart(wallet?.mstr, units.MSTR, prices.MSTR),
      ...walletPart(wallet?.btc, units.BTC, prices.BTC),
    ],
    notCounted: [...series.flatMap(owedBy), ...bondsIn(wallet), ...warrantsOf(series)],
  }
}

/** What a claim pays besides released USDT, USD with 18 decimals; undefined as in `usdOf`. */
export function claimUsd(claim: Claim, prices: UsdPrices): bigint | undefined {
  const { upfrontAsset, upfront, mstrAmount, btcAmount } = claim
  return usdOf(
    [
      [upfrontAsset, upfront],
      ['MSTR', mstrAmount],
      ['BTC', btcAmount],
    ],
    prices,
  )
}

/** What amounts are worth together, USD with 18 decimals; undefined where there are none, or a price is not known. */
export function usdOf(
  amounts: readonly (readonly [PayoutSymbol, bigint])[],
  prices: UsdPrices,
): bigint | undefined {
  const paid = amounts.filter(([, amount]) => amount > 0n)
  const { value, isComplete } = totalOf(
    paid.map(([symbol, amount]) => {
      const price = prices[symbol]
      return price && worthDown(amount, units[symbol].decimals, price)
    }),
  )
  return paid.length > 0 && isComplete ? value : undefined
}

/** Upfront shares that were paid or can be claimed, in words; undefined where one is not known, or there are none. rules.md B9 */
export function upfrontText(series: readonly Series[]): string | undefined {
  const sums = (['USDT', 'MSTR', 'BTC'] as const).map((symbol) => ({
    symbol,
    ...totalOf(
      series.map(({ terms, position }) => {
        const known = knownValue(position)
        if (payoutSymbol(terms.upfrontAsset) !== symbol) return 0n
        return known && known.upfrontClaimed + known.upfrontClaimable
      }),
    ),
  }))
  const paid = sums.filter(({ value }) => value > 0n)
  if (paid.length === 0 || !sums.every(({ isComplete }) => isComplete)) return undefined
  return t`${inRow(paid.map(({ value, symbol }) => payout(value, symbol)))} of upfront shares`
}

/** Ready to be claimed in an asset, besides released USDT. */
function paidIn(series: readonly Series[], symbol: PayoutSymbol): bigint | undefined {
  const { value, isComplete } = totalOf(
    series.map(({ terms, position }) => {
      const known = knownValue(position)
      if (!known) return undefined
      const { upfront, upfrontAsset, mstrAmount, btcAmount } = claimNow(terms, known)
      const compensation = { USDT: 0n, MSTR: mstrAmount, BTC: btcAmount }[symbol]
      return compensation + (upfrontAsset === symbol ? upfront : 0n)
    }),
  )
  return isComplete ? value : undefined
}

/** What a series still has to pay: nobody has paid it in yet. */
function owedBy({ name, terms, state, settlement, position }: Series): readonly string[] {
  const [known, mine] = [knownValue(state), knownValue(position)]
  if (!known || !mine || mine.shares === 0n) return []
  const upfront = upfrontView(terms, known, mine).owedLater
  const symbol = payoutSymbol(terms.upfrontAsset)
  const result = phaseOf(known) === 'Settled' ? knownValue(settlement) : undefined
  const isUnfixed = result !== undefined && result.usedUsdt > 0n && result.fixedAt === 0n
  const owed = result ? result.btcOwed - result.btcFunded : 0n
  const btc = known.totalShares === 0n ? 0n : proRataDown(owed, mine.shares, known.totalShares)
  return [
    ...(upfront > 0n ? [t`${payout(upfront, symbol)} owed by ${name}`] : []),
    ...(btc > 0n ? [t`${payout(btc, 'BTC')} owed by ${name}`] : []),
    ...(isUnfixed ? [t`the compensation of ${name}, not fixed yet`] : []),
  ]
}

function bondsIn(wallet: Wallet | undefined): readonly string[] {
  const count = (kind: 'notes' | 'warrants') =>
    totalOf((wallet?.bonds ?? []).map((one) => one && knownValue(one[kind])))
  const [notes, warrants] = [count('notes'), count('warrants')]
  return [
    ...(notes.value > 0n ? [plural(notes.value, '{n} Note', '{n} Notes')] : []),
    ...(warrants.value > 0n ? [plural(warrants.value, '{n} Warrant NFT', '{n} Warrant NFTs')] : []),
    ...(notes.isComplete && warrants.isComplete
      ? []
      : [t`Notes and Warrant NFTs of series that are not read`]),
  ]
}

function warrantsOf(series: readonly Series[]): readonly string[] {
  const { value } = totalOf(
    series.map(({ terms, position }) => {
      const known = knownValue(position)
      return known && claimNow(terms, known).warrants
    }),
  )
  return value > 0n ? [plural(value, '{n} warrant to claim', '{n} warrants to claim')] : []
}
