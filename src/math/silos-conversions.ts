/** Conversions on a pair, within their bounds, as SiloConversions.sol makes them. rules.md S13 */
import { boughtMaxUp, boughtMinDown, pairInputUp, pairOutputDown, soldMaxUp, soldMinDown } from './silos'
import { refuse, requireUsdc, type Cause, type Draft } from './silos-draft'

type Fill = { readonly spent: bigint; readonly received: bigint }
const nothing: Fill = { spent: 0n, received: 0n }

/**
 * Fills a deficit of `wanted`: by exact output, or, where `available` does not reach, by exact input of all of it. Worse
 * than the bound, it is skipped; both are noted. Amounts in base units of the tokens received and paid.
 */
export function fill(draft: Draft, cause: Cause, buysXtz: boolean, wanted: bigint, available: bigint): Fill {
  if (wanted === 0n || available === 0n) return nothing
  const made = tryFill(draft, buysXtz, wanted, available)
  draft.conversions.push(
    made ? { cause, isMade: true, buysXtz, ...made } : { cause, isMade: false, buysXtz, wanted, available },
  )
  return made ?? nothing
}

/**
 * Spends an amount by exact input, or throws Refused: what is worse than the bound is not done at all. An amount too
 * small to bring anything is left alone.
 */
export function spend(draft: Draft, cause: Cause, buysXtz: boolean, amount: bigint): Fill {
  const least = leastOut(draft, buysXtz, amount)
  if (least === 0n) return nothing
  requireUsdc(draft)
  const { reserveIn, reserveOut } = reservesOf(draft, buysXtz)
  const received = pairOutputDown(amount, reserveIn, reserveOut)
  if (received < least) refuse('BelowMinOut', received, least)
  const made = swap(draft, buysXtz, amount, received)
  draft.conversions.push({ cause, isMade: true, buysXtz, ...made })
  return made
}

function tryFill(draft: Draft, buysXtz: boolean, wanted: bigint, available: bigint): Fill | undefined {
  const { priceState, isUsdcSound } = draft.conditions
  if (priceState !== 'Fresh' || !isUsdcSound) return undefined
  const { reserveIn, reserveOut } = reservesOf(draft, buysXtz)
  const most = mostIn(draft, buysXtz, wanted)
  if (wanted < reserveOut) {
    const needed = pairInputUp(wanted, reserveIn, reserveOut)
    if (needed <= most && needed <= available) return swap(draft, buysXtz, needed, wanted)
  }
  if (most <= available) return undefined
  const least = leastOut(draft, buysXtz, available)
  const received = pairOutputDown(available, reserveIn, reserveOut)
  return least > 0n && received >= least ? swap(draft, buysXtz, available, received) : undefined
}

function swap(draft: Draft, buysXtz: boolean, spent: bigint, received: bigint): Fill {
  const { usd, xtz } = draft.pool
  draft.pool = buysXtz ? { usd: usd + spent, xtz: xtz - received } : { usd: usd - received, xtz: xtz + spent }
  return { spent, received }
}

function reservesOf({ pool: { usd, xtz } }: Draft, buysXtz: boolean) {
  return buysXtz ? { reserveIn: usd, reserveOut: xtz } : { reserveIn: xtz, reserveOut: usd }
}

/** The most that may be paid for an output. Rounds up. */
function mostIn({ conditions: { low, high }, parameters }: Draft, buysXtz: boolean, out: bigint): bigint {
  const { slippageBps } = parameters
  return buysXtz ? boughtMaxUp(out, high, slippageBps) : soldMaxUp(out, low, slippageBps)
}

/** The least an input must bring. Rounds down. */
function leastOut({ conditions: { low, high }, parameters }: Draft, buysXtz: boolean, input: bigint): bigint {
  const { slippageBps } = parameters
  return buysXtz ? boughtMinDown(input, high, slippageBps) : soldMinDown(input, low, slippageBps)
}
