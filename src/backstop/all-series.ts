import type { Address } from 'viem'

import { erc20Abi } from 'viem'
import type { Network } from '../chain/config'
import { read } from '../chain/read'
import { settlement } from '../math/backstop-settlement'
import { knownValue } from '../math/reading'
import type { Reading } from '../math/reading'
import { saturatingSubtract } from '../math/uint256'
import { backstopContracts } from './contracts'
import { phaseOf } from './enums'
import type { Series, SeriesAddresses, SeriesState } from './snapshot'

/** What only the page of all series reads: the USDT of every pool, and the treasury's funds; of no series left out. */
export function reserveReads(
  network: Network,
  list: readonly (SeriesAddresses | undefined)[],
  treasury: Address | undefined,
) {
  const { usdt, btc, mstr } = backstopContracts(network)
  const held = (address: Address, label: string, holder: Address) =>
    read({ address, label, abi: erc20Abi, functionName: 'balanceOf', args: [holder] })
  return {
    pools: list.map((one) => one && held(usdt, 'USDT', one.pool)),
    treasury: treasury && {
      usdt: held(usdt, 'USDT', treasury),
      btc: held(btc, 'BTC', treasury),
      mstr: held(mstr, 'MSTR', treasury),
    },
  }
}

/** What a series holds against what it owes at one block. USDT, 6 decimals; undefined is not known, never 0. */
export type Balance = {
  readonly stakedUsdt: bigint | undefined
  readonly requiredUsdt: bigint | undefined
  readonly releasedUsdt: bigint | undefined
  readonly outstandingUsdt: bigint | undefined
  /** Of the Notes, what the ledger repays, and what the stake must. */
  readonly fromLedgerUsdt: bigint | undefined
  readonly fromStakeUsdt: bigint | undefined
  /** What pool and ledger hold. */
  readonly assetsUsdt: bigint | undefined
  /** What the Notes' and the stake's owners are owed, if all of it were settled now. */
  readonly liabilitiesUsdt: bigint | undefined
}

const unknown: Balance = {
  stakedUsdt: undefined,
  requiredUsdt: undefined,
  releasedUsdt: undefined,
  outstandingUsdt: undefined,
  fromLedgerUsdt: undefined,
  fromStakeUsdt: undefined,
  assetsUsdt: undefined,
  liabilitiesUsdt: undefined,
}

/** `pool`: the USDT in the pool's account. rules.md B6, B11, B15 */
export function balanceOf(series: Pick<Series, 'state'>, pool: Reading<bigint> | undefined): Balance {
  const state = knownValue(series.state)
  if (!state) return unknown
  const { totalShares, requiredUsdt, outstandingUsdt, ledgerUsdt, withdrawnUsdt } = state
  const { fromLedger, used } = settlement(outstandingUsdt, ledgerUsdt)
  const poolUsdt = knownValue(pool)
  return {
    stakedUsdt: totalShares,
    requiredUsdt,
    releasedUsdt: totalShares - requiredUsdt,
    outstandingUsdt,
    fromLedgerUsdt: fromLedger,
    fromStakeUsdt: used,
    assetsUsdt: poolUsdt === undefined ? undefined : poolUsdt + ledgerUsdt,
    liabilitiesUsdt: outstandingUsdt + stakersPart(state, used) - withdrawnUsdt,
  }
}

/** What of the stake is its owners' once the Notes are repaid: settlement has fixed it, or would now. */
function stakersPart(state: SeriesState, used: bigint): bigint {
  const isSettled = phaseOf(state) === 'Settled'
  return saturatingSubtract(state.totalShares, isSettled ? state.requiredUsdt : used)
}

/** The sum of one figure over the series shown; undefined as soon as one of them is not known. */
export function sumOf(balances: readonly Balance[], key: keyof Balance): bigint | undefined {
  return balances.reduce<bigint | undefined>((sum, balance) => {
    const part = balance[key]
    return sum === undefined || part === undefined ? undefined : sum + part
  }, 0n)
}

type Point = { readonly x: bigint; readonly y: bigint }

/**
 * Principal still to repay as the series mature one after the other, if nothing is repaid before, and the USDT in
 * their ledgers. `now`: unix seconds. Series that are due are in the first point; those not known in none. rules.md B11
 */
export function maturitiesAhead(
  series: readonly Pick<Series, 'state' | 'terms'>[],
  now: bigint,
): { readonly notes: readonly Point[]; readonly ledgers: readonly Point[] } {
  const open = series.flatMap(({ state, terms }) => {
    const known = knownValue(state)
    const isOpen = known && phaseOf(known) !== 'Settled' && known.outstandingUsdt > 0n
    return isOpen ? [{ ...known, maturity: terms.maturity }] : []
  })
  const moments = [now, ...open.map(({ maturity }) => maturity).filter((at) => at > now)]
  const times = [...new Set(moments)].toSorted((a, b) => (a < b ? -1 : 1))
  const left = (at: bigint, pick: (state: SeriesState) => bigint) =>
    open.reduce((sum, one) => (at < one.maturity || at === now ? sum + pick(one) : sum), 0n)
  return {
    notes: times.map((x) => ({ x, y: left(x, ({ outstandingUsdt }) => outstandingUsdt) })),
    ledgers: times.map((x) => ({ x, y: left(x, ({ ledgerUsdt }) => ledgerUsdt) })),
  }
}
