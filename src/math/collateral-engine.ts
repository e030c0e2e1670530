/**
 * The vaults of one collateral type one step further, as VaultEngine.sol takes it: every action drips, looks at the due
 * dates of its vault, works on a copy and saves it. Compared with the contract's bytecode step by step over whole histories.
 * The ceiling is that of a type without a pool. More dates at once than one transaction holds are not told here.
 */
import { isSafe } from './collateral'
import { afterReset, afterTake, auctionOf, needsReset, priceAt, type Settlement } from './collateral-auction'
import { assessed, datesPassed, debtOf, rolled, type DueDate, type Vault } from './collateral-due'
import type { EngineAdvance, EngineAuction, EngineBooks, EngineEvent, EngineRefusal, EngineState } from './collateral-engine-state' // prettier-ignore
import { afterDraw, afterRepayment } from './collateral-vault'
import { add, min } from './uint256'

/** How an action ends that is refused; `advanceEngine` catches it and returns it as a value. */
class Refused extends Error {
  constructor(readonly refusal: EngineRefusal) {
    super(refusal)
  }
}

/**
 * The state after an event, or the same state and why the event is refused. Pure; every amount is exact, in the contract's
 * own rounding. Throws a RangeError beyond a uint256. rules.md C4 to C7, C13
 */
export function advanceEngine(state: EngineState, event: EngineEvent): EngineAdvance {
  try {
    return { isTaken: true, state: apply(state, event) }
  } catch (error) {
    if (error instanceof Refused) return { isTaken: false, state, refusal: error.refusal }
    throw error
  }
}

/** The state as views tell it: the rate of now, and every date looked at that has passed. */
export function engineNow(state: EngineState): EngineState {
  const now = dripped(state)
  return { ...now, vaults: now.vaults.map((_, place) => load(now, place + 1)) }
}

function apply(state: EngineState, event: EngineEvent): EngineState {
  switch (event.kind) {
    case 'time':
      return { ...state, time: event.time }
    case 'price':
      return { ...state, price: event.price }
    case 'pause':
      return { ...state, isPaused: event.isPaused }
    case 'reset':
      return reset(state, event.id)
    case 'take':
      return take(state, event)
    case 'open':
      return open(dripped(state), event.amount, event.drawn)
    case 'deposit':
      return deposit(dripped(state), event.id, event.amount)
    case 'draw':
      return drawMore(dripped(state), event.id, event.amount)
    case 'repay': {
      const now = dripped(state)
      return repay(now, event.id, load(now, event.id), event.atMost)
    }
    case 'withdraw':
      return withdraw(dripped(state), event.id, event.amount)
    case 'close':
      return close(dripped(state), event.id, event.maxDebt)
    case 'assess': {
      const now = dripped(state)
      return save(now, event.id, load(now, event.id))
    }
    case 'liquidate':
      return liquidate(dripped(state), event.id)
  }
}

function deposit(state: EngineState, id: number, amount: bigint): EngineState {
  const vault = load(state, id)
  if (amount === 0n) refuse('Nothing')
  return save(state, id, { ...vault, collateral: add(vault.collateral, amount) })
}

function drawMore(state: EngineState, id: number, amount: bigint): EngineState {
  if (state.isPaused) refuse('EnforcedPause')
  const vault = load(state, id)
  if (amount === 0n) refuse('Nothing')
  return draw(state, id, vault, amount)
}

function withdraw(state: EngineState, id: number, amount: bigint): EngineState {
  const vault = load(state, id)
  if (amount === 0n) refuse('Nothing')
  if (amount > vault.collateral) refuse('ExceedsCollateral')
  const left = { ...vault, collateral: vault.collateral - amount }
  if (debtOf(left, state.rate.rate) > 0n) requireCovered(state, left)
  return save(state, id, left)
}

function open(state: EngineState, amount: bigint, drawn: bigint): EngineState {
  if (state.isPaused) refuse('EnforcedPause')
  const nextDate = datesPassed(state.terms.firstDueAt, state.time)
  const vault: Vault = { collateral: amount, art: 0n, principal: 0n, late: 0n, due: 0n, nextDate }
  const id = state.vaults.length + 1
  const opened = { ...state, vaults: [...state.vaults, vault] }
  return drawn === 0n ? opened : draw(opened, id, vault, drawn)
}

function draw(state: EngineState, id: number, vault: Vault, amount: bigint): EngineState {
  const after = afterDraw(vault, state.rate.rate, amount)
  if (debtOf(after, state.rate.rate) < state.terms.dust) refuse('BelowDust')
  const ceiling = refreshed(state)
  const principalOwed = add(state.books.principalOwed, amount)
  if (principalOwed > ceiling.most) refuse('AboveCeiling')
  requireCovered(state, after)
  return save({ ...state, ceiling, books: { ...state.books, principalOwed } }, id, after)
}

function repay(state: EngineState, id: number, vault: Vault, atMost: bigint): EngineState {
  const { paid, principal, late, interest, vault: after } = afterRepayment(vault, state.rate.rate, atMost, state.terms.dust) // prettier-ignore
  if (paid === 0n) refuse('Nothing')
  return save({ ...state, books: collected(state.books, principal, add(late, interest)) }, id, after)
}

function close(state: EngineState, id: number, maxDebt: bigint): EngineState {
  const vault = load(state, id)
  const debt = debtOf(vault, state.rate.rate)
  if (debt > maxDebt) refuse('DebtAboveMaximum')
  if (debt + vault.collateral === 0n) refuse('Nothing')
  const free = debt === 0n ? save(state, id, vault) : repay(state, id, vault, debt)
  const left = free.vaults[id - 1] ?? vault
  return save(free, id, { ...left, collateral: 0n })
}

function liquidate(state: EngineState, id: number): EngineState {
  const vault = load(state, id)
  const { terms, time, rate, price } = state
  if (price.current === 0n) refuse('NoPrice')
  const isCovered = isSafe(debtOf(vault, rate.rate), vault.collateral, price.current, terms.liquidationRatio)
  if (isCovered) refuse('Covered')
  const auction = { ...auctionOf(vault, rate.rate, price.current, terms, time), vaultId: id, endedAt: 0n }
  const empty = { ...vault, collateral: 0n, art: 0n, principal: 0n, late: 0n, due: 0n }
  return save({ ...state, auctions: [...state.auctions, auction] }, id, empty)
}

function reset(state: EngineState, id: number): EngineState {
  const auction = running(state, id)
  if (state.price.current === 0n) refuse('NoPrice')
  if (!mustReset(state, auction)) refuse('NoResetNeeded')
  const begun = { ...auction, ...afterReset(auction, state.price.current, state.terms, state.time) }
  return saveAuction(state, id, begun)
}

function take(state: EngineState, event: Extract<EngineEvent, { readonly kind: 'take' }>): EngineState {
  if (event.ask === 0n) refuse('Nothing')
  const auction = running(state, event.id)
  if (state.price.current === 0n) refuse('NoPrice')
  if (mustReset(state, auction)) refuse('NeedsReset')
  const price = priceAt(auction, state.time)
  if (price > event.maxPrice) refuse('AboveMaximum')
  const settled = afterTake(auction, event.ask, price, state.terms.dust) ?? refuse('AllOrNothing')
  return settle(state, event.id, auction, settled)
}

function settle(state: EngineState, id: number, auction: EngineAuction, settled: Settlement): EngineState {
  const { payment, keeperPart, end } = settled
  const surplus = payment.interest + payment.late + payment.penalty - keeperPart
  const paid = { ...state, books: collected(state.books, payment.principal, surplus) }
  if (end === undefined) return saveAuction(paid, id, { ...auction, ...settled.auction })
  const nothing = { lot: 0n, principal: 0n, interest: 0n, late: 0n, penalty: 0n }
  const over = saveAuction(paid, id, { ...auction, ...nothing, endedAt: state.time })
  const returned = end.returned === 0n ? over : giveBack(dripped(over), auction.vaultId, end.returned)
  return { ...returned, books: writtenOff(returned.books, end.badDebt) }
}

function giveBack(state: EngineState, id: number, amount: bigint): EngineState {
  const vault = load(state, id)
  return save(state, id, { ...vault, collateral: add(vault.collateral, amount) })
}

/** The rate of now, and every date on the way. */
function dripped(state: EngineState): EngineState {
  const { rate, dates } = rolled(state.rate, state.terms, state.time)
  return { ...state, rate, dates: new Map([...state.dates, ...dates]) }
}

function load(state: EngineState, id: number): Vault {
  const vault = state.vaults[id - 1] ?? refuse('NoSuchVault')
  const dateOf = (number: bigint): DueDate => {
    const date = state.dates.get(number)
    if (date === undefined) throw new RangeError(`Nothing is known of due date ${number}.`)
    return date
  }
  return assessed(vault, state.terms.firstDueAt, dateOf, state.time)
}

function save(state: EngineState, id: number, vault: Vault): EngineState {
  return { ...state, vaults: state.vaults.with(id - 1, vault) }
}

function running(state: EngineState, id: number): EngineAuction {
  const auction = state.auctions[id - 1] ?? refuse('NoSuchAuction')
  return auction.endedAt === 0n ? auction : refuse('AuctionOver')
}

function saveAuction(state: EngineState, id: number, auction: EngineAuction): EngineState {
  return { ...state, auctions: state.auctions.with(id - 1, auction) }
}

function mustReset({ price, time }: EngineState, auction: EngineAuction): boolean {
  return auction.startedAt < price.unfrozenAt || needsReset(auction, time)
}

function requireCovered({ price, rate, terms }: EngineState, vault: Vault): void {
  if (price.low === 0n) refuse('NoPrice')
  if (!isSafe(debtOf(vault, rate.rate), vault.collateral, price.low, terms.mintRatio)) refuse('NotCovered')
}

/** Up by at most a gap, and only a while after the last raise; down at once. rules.md C9 */
function refreshed({ ceiling, terms, time }: EngineState): EngineState['ceiling'] {
  if (terms.line <= ceiling.most) return { ...ceiling, most: terms.line }
  if (time < ceiling.raisedAt + terms.ttlSeconds) return ceiling
  return { most: min(terms.line, ceiling.most + terms.gap), raisedAt: time }
}

function collected(books: EngineBooks, principal: bigint, surplus: bigint): EngineBooks {
  const principalOwed = books.principalOwed - principal
  return burnt({ ...books, principalOwed, surplus: books.surplus + surplus })
}

function writtenOff(books: EngineBooks, amount: bigint): EngineBooks {
  const principalOwed = books.principalOwed - amount
  return burnt({ ...books, principalOwed, badDebt: books.badDebt + amount })
}

/** Surplus burns bad debt first. rules.md C4 */
function burnt(books: EngineBooks): EngineBooks {
  const amount = min(books.surplus, books.badDebt)
  return { ...books, surplus: books.surplus - amount, badDebt: books.badDebt - amount }
}

function refuse(refusal: EngineRefusal): never {
  throw new Refused(refusal)
}
