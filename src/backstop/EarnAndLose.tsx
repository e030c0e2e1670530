import { displayAmount, displayRatio } from '../math/amount'
import { USDT_DECIMALS, usdt } from '../math/tether'
import { classes } from '../ui/classes'
import { payoutSymbol } from './enums'
import { earnedIfFull, worstOf } from './sizing'
import type { Stake } from './sizing'
import type { Terms } from './snapshot'
import { plural, t } from '../words/t'

/** What a stake earns and what it can lose, as plainly as each other. rules.md B9, B10, B13 */
export function EarnAndLose({ terms, stake }: { terms: Terms; stake: Stake }) {
  const { upfrontUsdt, warrants } = earnedIfFull(terms, stake)
  const { lossUsdt } = worstOf(terms, stake)
  const ofWhat = {
    typed: '',
    staked: t`With ${usdt(stake.shares)} staked: `,
    example: t`With ${usdt(stake.shares)}, say: `,
  }[stake.kind]
  const also = warrants === 0n ? '' : t`, and ${plural(warrants, '{n} warrant', '{n} warrants')}`
  const part = displayRatio(upfrontUsdt, stake.shares)
  return (
    <div className="grid grid-cols-2 divide-x divide-line rounded-md border">
      <Cell
        label={t`You earn, if sold in full`}
        amount={`+${displayAmount(upfrontUsdt, USDT_DECIMALS)}`}
        tone="text-success"
        meaning={t`${ofWhat}${part} of the stake, in ${payoutSymbol(terms.upfrontAsset)}${also}${stake.isBelowMinimum ? t`, once the minimum is staked` : ''}.`}
      />
      <Cell
        label={t`You can lose, at worst`}
        amount={`−${displayAmount(lossUsdt, USDT_DECIMALS, { round: 'up' })}`}
        tone="text-danger"
        meaning={t`${ofWhat}${displayRatio(lossUsdt, stake.shares, { round: 'up' })} of the stake, if it is used and nothing is paid for it.`}
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
        <bdi className={classes('text-lg font-semibold', tone)}>{amount}</bdi>
        <span className="text-xs text-muted">USDT</span>
      </p>
      <p className="text-xs text-muted">{meaning}</p>
    </div>
  )
}
