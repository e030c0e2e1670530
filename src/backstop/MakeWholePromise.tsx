import { BTC_UNIT } from '../math/backstop'
import { assetToUsdtDown } from '../math/backstop-settlement'
import { displayBps } from '../math/amount'
import { knownValue } from '../math/reading'
import type { Reading } from '../math/reading'
import { usdt } from '../math/tether'
import { Callout } from '../ui/Callout'
import { Term } from '../ui/Term'
import type { Prices } from './claims-view'
import { makeWholeSource } from './enums'
import { btc } from './format'
import { needOfAll } from './make-whole'
import { worstOf } from './sizing'
import type { Stake } from './sizing'
import type { Backstop, Series } from './snapshot'
import { terms as words } from './terms'
import type { Total } from './view'
import { rich } from '../words/rich'
import { t } from '../words/t'

type MakeWholePromiseProps = {
  backstop: Backstop
  series: Series
  stake: Stake
  prices: Prices | undefined
  /** BTC of the treasury; undefined while it is read. */
  treasuryBtc: Reading<bigint> | undefined
}

/** The worst case in words, and what the promise to make up for it weighs. rules.md B12, B13 */
export function MakeWholePromise({ backstop, series, stake, prices, treasuryBtc }: MakeWholePromiseProps) {
  const { terms } = series
  const { usedUsdt, owedUsdt, lossUsdt } = worstOf(terms, stake)
  const compensationBps = BigInt(terms.compensationBps)
  const up = (value: bigint) => usdt(value, { round: 'up' })
  return (
    <Callout tone="warn" title={t`You can lose up to ${up(lossUsdt)} of ${usdt(stake.shares)}.`}>
      <div>{rich`Up to ${up(usedUsdt)} of your stake can be used to repay ${(<Term of={words.note}>{t`Notes`}</Term>)}. As its ${(<Term of={words.makeWhole}>{t`make-whole`}</Term>)} you would get ${usdt(owedUsdt)} in MSTR and BTC, not more than ${displayBps(compensationBps)} of it.`}</div>
      <p className="mt-1">
        {terms.reserveUsdt === 0n
          ? t`No MSTR is put aside for it`
          : t`${usdt(terms.reserveUsdt)} worth of MSTR is put aside for all stakers at the sale`}
        {t`; the rest is BTC, ${makeWholeSource(terms.makeWholeOrder)}.`}
      </p>
      {prices && (
        <p className="mt-1">
          <Weighed backstop={backstop} prices={prices} treasuryBtc={treasuryBtc} />
        </p>
      )}
      <p className="mt-1">{t`What can’t be paid stays owed; nobody guarantees it.`}</p>
    </Callout>
  )
}

type WeighedProps = Pick<MakeWholePromiseProps, 'backstop' | 'treasuryBtc'> & { prices: Prices }

/** All series draw on one treasury. */
function Weighed({ backstop, prices, treasuryBtc }: WeighedProps) {
  const isWhole = backstop.unreadable.length === 0
  const need = (which: 'now' | 'worst'): Total => {
    const { value, isComplete } = needOfAll(backstop.series, prices, which)
    return { value, isComplete: isComplete && isWhole }
  }
  const held = knownValue(treasuryBtc)
  const holds =
    held !== undefined
      ? t`The treasury holds ${btc(held)} (${usdt(assetToUsdtDown(held, BTC_UNIT, prices.btcUsdt))}).`
      : treasuryBtc
        ? t`What the treasury holds could not be read.`
        : t`Reading what the treasury holds.`
  return (
    <>
      {holds}{' '}
      {t`All series together would need ${needText(need('now'))} of it if their Notes were due now, and ${needText(need('worst'))} at worst: if everything is sold that may be, no more warrants are exercised, and MSTR is worth nothing.`}
    </>
  )
}

function needText({ value, isComplete }: Total): string {
  const text = usdt(value, { round: 'up' })
  return isComplete ? text : t`at least ${text}`
}
