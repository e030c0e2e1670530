import type { Address, ContractFunctionReturnType } from 'viem'

import { twapOracleAbi } from '../../abis/TwapOracle'
import { read } from '../chain/read'
import type { Readings } from '../chain/read'
import { actOn } from '../tx/plan/build'
import type { Act } from '../tx/plan/plan'
import type { Oracles } from './claims-reads'
import { payoutSymbol } from './enums'
import type { SeriesState, Terms } from './snapshot'
import { t } from '../words/t'

/** An average price that has to be on record before an action: of what, and up to when. rules.md B17 */
export type PriceNeed = { readonly asset: 'MSTR' | 'BTC'; readonly at: 'the close of the sale' | 'maturity' }

/** Where the rounds of a window are, in the feed's own ids. */
type Path = ContractFunctionReturnType<typeof twapOracleAbi, 'view', 'pathOf'>

/** What has to be handed in for an average price that is not on record yet. */
export type PriceRecord = PriceNeed & {
  readonly oracle: Address
  readonly end: bigint
  readonly window: bigint
  readonly path: Path
}

const reserve: PriceNeed = { asset: 'MSTR', at: 'the close of the sale' }

/** For `reserveMstr`: terms without a reserve need no price. rules.md B12 */
export function reserveNeeds(terms: Terms): readonly PriceNeed[] {
  return terms.reserveUsdt === 0n ? [] : [reserve]
}

/** For the first `fundUpfront`. rules.md B9 */
export function upfrontNeeds(terms: Terms): readonly PriceNeed[] {
  const symbol = payoutSymbol(terms.upfrontAsset)
  return symbol === 'USDT' ? [] : [{ asset: symbol, at: 'the close of the sale' }]
}

/** For `fixCompensation`, which mints the reserve if nobody has; without stake used it needs no price. rules.md B13 */
export function compensationNeeds(terms: Terms, state: SeriesState, usedUsdt: bigint): readonly PriceNeed[] {
  if (usedUsdt === 0n) return []
  return [
    ...(state.isMstrReserved ? [] : reserveNeeds(terms)),
    { asset: 'MSTR', at: 'maturity' },
    { asset: 'BTC', at: 'maturity' },
  ]
}

function endOf(terms: Terms, { at }: PriceNeed): bigint {
  return at === 'maturity' ? terms.maturity : terms.saleClose
}

/** For each need, whether it is on record, and where its rounds are. */
export function recordReads(oracles: Oracles, terms: Terms, needs: readonly PriceNeed[]) {
  return needs.map((need) => {
    const contract = {
      address: need.asset === 'MSTR' ? oracles.mstr : oracles.btc,
      label: t`${need.asset} average price`,
      abi: twapOracleAbi,
      args: [endOf(terms, need), BigInt(terms.twapWindow)],
      rule: 'B17',
    } as const
    return {
      recorded: read({ ...contract, functionName: 'recordedPrice' }),
      path: read({ ...contract, functionName: 'pathOf' }),
    }
  })
}

/** What is still to be handed in, or why that is not known. */
export function missingRecords(
  oracles: Oracles,
  terms: Terms,
  needs: readonly PriceNeed[],
  readings: Readings<ReturnType<typeof recordReads>>,
): readonly PriceRecord[] | { readonly reason: string } {
  const records: PriceRecord[] = []
  for (const [index, need] of needs.entries()) {
    const answer = readings[index]
    if (!answer) return { reason: t`Not read yet.` }
    const { recorded, path } = answer
    if (!recorded.isKnown) return { reason: recorded.reason }
    if (recorded.value !== 0n) continue
    if (!path.isKnown) return { reason: path.reason }
    const oracle = need.asset === 'MSTR' ? oracles.mstr : oracles.btc
    const window = BigInt(terms.twapWindow)
    records.push({ ...need, oracle, end: endOf(terms, need), window, path: path.value })
  }
  return records
}

/** Hand in the rounds of a window: anyone may, and nothing of it can be chosen. rules.md B17 */
export function recordAct({ asset, at, oracle, end, window, path }: PriceRecord): Act {
  return actOn(
    { address: oracle, label: t`${asset} average price`, abi: twapOracleAbi },
    {
      title: t`Record the price of ${asset} at ${at}`,
      functionName: 'record',
      args: [end, window, path],
      event: { name: 'PriceRecorded', args: { end, window } },
    },
  )
}
