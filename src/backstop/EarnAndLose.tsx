import { displayAmount, displayRatio } from '../math/amount'
import { USDT_DECIMALS, usdt } from '../math/tether'
import { classes } from '../ui/classes'
import { payoutSymbol } from './enums'
import { earnedIfFull, worstOf } from './sizing'
import type { Stake } from './sizing'
import type { Terms } from './snapshot'

/** What a stake earns and what it can lose, as plainly as each other. rules.md B9, B10, B13 */
export function EarnAndLose({ terms, stake }: { terms: Terms; stake: Stake }) {
  const { upfrontUsdt, warrants } = earnedIfFull(terms, stake)
  const { lossUsdt } = worstOf(terms, stake)
  const ofWhat =
    stake.kind === 'typed'
      ? ''
      : `With ${usdt(stake.shares)}${stake.kind === 'example' ? ', say' : ' staked'}: `
  const also = warrants === 0n ? '' : `, and ${warrants} ${warrants === 1n ? 'warrant' : 'warrants'}`
  const part = displayRatio(upfrontUsdt, stake.shares)
  return (
    <div className="grid grid-cols-2 divide-x divide-line rounded-md border">
      <Cell
        label="You earn, if sold in full"
        amount={`+${displayAmount(upfrontUsdt, USDT_DECIMALS)}`}
        tone="text-success"
        meaning={`${ofWhat}${part} of the stake, in ${payoutSymbol(terms.upfrontAsset)}${also}${stake.isBelowMinimum ? ', once the minimum is staked' : ''}.`}
      />
      <Cell
        label="You can lose, at worst"
        amount={`−${displayAmount(lossUsdt, USDT_DECIMALS, { round: 'up' })}`}
        tone="text-danger"
        meaning={`${ofWhat}${displayRatio(lossUsdt, stake.shares, { round: 'up' })} of the stake, if it is used and nothing is paid for it.`}
      />
    </div>
  )
}

type CellProps = { label: string; amount: string; tone: string; meaning: string }

function Cell({ label, amount, tone, meaning }: CellProps) {
  return (
    <div role="group" aria-label={label} className="min-w-0 px-3 py-2.5">
      <p aria-hidden="true" className="text-xs text-muted">
        {label}
      </p>
      <p translate="no" className="flex flex-wrap items-baseline gap-x-1">
        <span className={classes('text-lg font-semibold', tone)}>{amount}</span>
        <span className="text-xs text-muted">USDT</span>
      </p>
      <p className="text-xs text-muted">{meaning}</p>
    </div>
  )
}
