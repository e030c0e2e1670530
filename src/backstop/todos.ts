import { displayAmount } from '../math/amount'
import { usdt, USDT_DECIMALS } from '../math/tether'
import { displayDateTime } from '../math/time'
import { phaseOf } from './enums'
import { finalizeGate } from './keeper-gates'
import type { Series } from './snapshot'
import { claimNow, claimParts, splitOf, totalOf } from './view'
import { knownValue } from '../math/reading'
import type { Todo } from '../system/overview'
import { par, worthDown } from '../system/worth'
import { claimUsd, type UsdPrices } from './worth'
import { inRow, plural, t } from '../words/t'

/**
 * What the account can do at the time of the block `now`. Unknown parts of the snapshot never make a todo.
 */
export function todosOf(series: readonly Series[], now: bigint, prices: UsdPrices): readonly Todo[] {
  return [
    ...withdrawTodo(series),
    ...series.flatMap((one) => claimTodo(one, prices)),
    ...series.flatMap((one) => dutyTodo(one, now)),
    ...stakeTodo(series),
  ]
}

function withdrawTodo(series: readonly Series[]): readonly Todo[] {
  const released = series.filter((one) => (splitOf(one)?.claimable ?? 0n) > 0n)
  const parts = released.map((one) => splitOf(one)?.claimable)
  const [first] = released
  if (!first) return []
  const { value } = totalOf(parts)
  return [
    {
      key: 'withdraw',
      what: t`Withdraw ${usdt(value)}`,
      why: plural(parts.length, 'Released in one series', 'Released in {n} series'),
      href: parts.length === 1 ? `/withdraw?part=${first.id}` : '/withdraw',
      action: t`Withdraw`,
      amount: usdt(value),
      usdWad: worthDown(value, USDT_DECIMALS, par('USDT')),
    },
  ]
}

function claimTodo({ id, name, terms, state, position }: Series, prices: UsdPrices): readonly Todo[] {
  const known = knownValue(position)
  const now = knownValue(state)
  if (!known || !now) return []
  // Released USDT has its own line above.
  const due = { ...claimNow(terms, known), usdtAmount: 0n }
  const mayRank =
    now.isFinalized && now.warrantTotal > 0n && !now.isWarrantAllocationComplete && known.shares > 0n
  const items = [...claimParts(due), ...(mayRank ? [t`warrants`] : [])]
  if (items.length === 0) return []
  const usdWad = claimUsd(due, prices)
  const todo = {
    ...(usdWad !== undefined && { usdWad, amount: `${displayAmount(usdWad, 18)} USD` }),
    key: `claim ${id}`,
    what: t`Claim ${inRow(items)}`,
    href: `/claims?part=${id}`,
    action: t`Claim`,
  }
  // A warrant is worth something until the bond matures, claimed or not. rules.md B6
  const doExpire = (due.warrants > 0n || mayRank) && phaseOf(now) === 'Tenor'
  if (!doExpire) return [{ ...todo, why: name }]
  const { maturity } = terms
  return [
    {
      ...todo,
      why: t`${name}: warrants can be exercised until ${displayDateTime(maturity)}`,
      voidAt: maturity,
    },
  ]
}

/** What anyone may do for a series this account has a stake in. */
function dutyTodo({ id, name, terms, state, position }: Series, now: bigint): readonly Todo[] {
  const known = knownValue(state)
  const shares = knownValue(position)?.shares ?? 0n
  if (!known || shares === 0n) return []
  const href = `/series/${id}?part=duties`
  if (finalizeGate(terms, known, now).isMet)
    return [
      {
        key: `finalize ${id}`,
        what: t`Finalize the sale of ${name}`,
        why: t`It has ended: anyone may, and the stake that no Note needs is released`,
        href,
        action: t`Finalize`,
      },
    ]
  if (phaseOf(known) !== 'Matured') return []
  return [
    {
      key: `settle ${id}`,
      what: t`Settle ${name}`,
      why: t`It has matured: anyone may`,
      href,
      action: t`Settle`,
    },
  ]
}

function stakeTodo(series: readonly Series[]): readonly Todo[] {
  const open = series.filter(
    ({ state }) => state.isKnown && phaseOf(state.value) === 'Staking' && !state.value.isPaused,
  )
  const [first] = open
  if (!first) return []
  return [
    {
      key: 'stake',
      what:
        open.length === 1
          ? t`Stake in ${first.name}`
          : plural(open.length, 'Stake in one of {n} series', 'Stake in one of {n} series'),
      why: t`Open for staking now`,
      href: '/stake',
      action: t`Stake`,
      isOffer: true,
    },
  ]
}
