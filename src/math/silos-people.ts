/** What people do to the reserve, as SiloEntries.sol and SiloExits.sol have it: in place, on a draft. */
import { burntAtRedemption, capUp, headroom, redeemedXtzDown, valueDown } from './silos'
import { fill } from './silos-conversions'
import { refuse, requireOpen, requirePrice, requireUsdc, type Draft } from './silos-draft'
import { isCrash } from './silos-state'
import { min, saturatingSubtract } from './uint256'

/** Sells USDtz for USDC (6 decimals), 1:1: the inventory first, then new supply under the two keys. rules.md S4, S16 */
export function mint(draft: Draft, amount: bigint, minUsdtz: bigint): void {
  requireOpen(draft)
  requireUsdc(draft)
  if (amount === 0n) refuse('ZeroAmount')
  if (amount < minUsdtz) refuse('BelowMinUsdtz', amount, minUsdtz)
  const fromInventory = min(amount, draft.inventory)
  const created = amount - fromInventory
  if (created > 0n) requireKeys(draft, amount, created)
  draft.books.f1 += amount
  draft.inventory -= fromInventory
  draft.supply += created
}

/** A gift to a silo, for nothing in return. rules.md S17 */
export function seed(draft: Draft, silo: bigint, amount: bigint): void {
  receive(draft, silo, amount)
  const { books } = draft
  if (silo === 1n) books.f1 += amount
  if (silo === 2n) books.x2 += amount
  if (silo === 3n) books.f3 += amount
  if (silo === 4n) books.x4 += amount
}

/** Earnings fill what is missing in Silos 2, 3 and 4, in this order; what is left waits as overflow. rules.md S3 */
export function reportEarnings(draft: Draft, silo: bigint, amount: bigint): void {
  receive(draft, silo, amount)
  if (silo % 2n === 0n) placeXtz(draft, amount)
  else placeUsd(draft, amount)
}

/** $1 in USDC for each USDtz, out of Silo 1. rules.md S11 */
export function redeemUsd(draft: Draft, amount: bigint): void {
  if (amount === 0n) refuse('ZeroAmount')
  requireHeld(draft, amount)
  const burnt = burntAtRedemption(amount, draft.books.f1, draft.supply)
  draft.supply -= burnt
  draft.inventory += amount - burnt
  draft.books.f1 -= amount
}

/** $1 in XTZ for each USDtz, less the spread, out of Silo 2. Returns XTZ paid (6 decimals). rules.md S11 */
export function redeemXtz(draft: Draft, amount: bigint, minXtz: bigint): bigint {
  requirePrice(draft)
  const { books, supply, conditions, parameters } = draft
  if (isCrash(draft, books.x2, supply, conditions.low)) buyForSilo2(draft)
  const v2 = valueDown(books.x2, conditions.low)
  if (v2 < supply) refuse('Silo2Short', v2, supply)
  const xtzPaid = redeemedXtzDown(amount, conditions.high, parameters.xtzSpreadBps)
  if (xtzPaid === 0n) refuse('ZeroAmount')
  if (xtzPaid < minXtz) refuse('BelowMinXtz', xtzPaid, minXtz)
  requireHeld(draft, amount)
  draft.supply -= amount
  books.x2 -= xtzPaid
  return xtzPaid
}

/** Silo 3 buys XTZ until Silo 2 is worth the supply again. rules.md S5 */
export function replenish(draft: Draft): void {
  requirePrice(draft)
  requireUsdc(draft)
  const { books, supply, conditions } = draft
  if (!isCrash(draft, books.x2, supply, conditions.low) || books.f3 === 0n) refuse('NothingToReplenish')
  buyForSilo2(draft)
}

/** Somebody takes what is owed to them, in base units of the token. rules.md S18 */
export function claim({ books }: Draft, token: 'usd' | 'xtz', amount: bigint): void {
  if (amount === 0n) refuse('ZeroAmount')
  if (token === 'usd') books.owedUsd -= amount
  else books.owedXtz -= amount
}

function buyForSilo2(draft: Draft): void {
  const { books, supply, conditions } = draft
  const missing = capUp(supply, conditions.low) - books.x2
  const { spent, received } = fill(draft, 'Replenish', true, missing, books.f3)
  books.f3 -= spent
  books.x2 += received
}

function receive(draft: Draft, silo: bigint, amount: bigint): void {
  requireOpen(draft)
  if (silo < 1n || silo > 4n) refuse('NoSuchSilo', silo)
  if (silo % 2n === 1n) requireUsdc(draft)
  if (amount === 0n) refuse('ZeroAmount')
}

function placeXtz(draft: Draft, amount: bigint): void {
  const { books, supply, conditions } = draft
  if (conditions.low === 0n) {
    books.x2 += amount
    return
  }
  const part = min(amount, saturatingSubtract(capUp(supply, conditions.low), books.x2))
  books.x2 += part
  const missing = saturatingSubtract(supply, books.f3)
  const { spent, received } = fill(draft, 'Earnings', false, missing, amount - part)
  books.f3 += received
  books.x4 += amount - part - spent
}

function placeUsd(draft: Draft, amount: bigint): void {
  const { books, supply, conditions } = draft
  const cap = conditions.low === 0n ? 0n : capUp(supply, conditions.low)
  const base = fill(draft, 'Earnings', true, saturatingSubtract(cap, books.x2), amount)
  books.x2 += base.received
  const left = amount - base.spent
  const part = min(left, saturatingSubtract(supply, books.f3))
  const growth = fill(draft, 'Earnings', true, saturatingSubtract(cap, books.x4), left - part)
  books.x4 += growth.received
  books.f3 += left - growth.spent
}

/** The two keys. rules.md S4 */
function requireKeys(draft: Draft, amount: bigint, created: bigint): void {
  const { isLatched, supply, inventory, books, conditions, parameters } = draft
  if (!isLatched || supply + created < parameters.latchMinSupply) return
  requirePrice(draft)
  const room = headroom(inventory, valueDown(books.x2, conditions.low), supply, parameters.latchMinSupply)
  if (amount > room) refuse('ExceedsHeadroom', amount, room)
}

/** What the reserve holds as inventory nobody can redeem. */
function requireHeld({ supply, inventory }: Draft, amount: bigint): void {
  const circulating = supply - inventory
  if (amount > circulating) refuse('InsufficientBalance', amount, circulating)
}
