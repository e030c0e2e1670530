import { dueNow, nextDue, type Due, type VaultNow } from '../math/collateral-due'
import { ladderOf, outlookAt, outlookInAYear, type Outlook, type Rung } from '../math/collateral-steer'
import { knownValue } from '../math/reading'
import { riskOf, type Risk } from './risk-view'
import type { Collateral, CollateralType, Parameters, Pending, Prices, VaultView } from './snapshot'
import type { VaultCase } from './vault-case'
import { priceStateOf, type PriceStateName } from './words'
import { t } from '../words/t'

export const FALLS = [1_000n, 2_500n, 5_000n] as const

/** Place of the liquidation ratio among a type's parameters. */
const LIQUIDATION_RATIO = 1

/** One vault of one block, with what it stands and falls with. */
export type VaultStand = {
  readonly view: VaultView
  readonly parameters: Parameters
  readonly prices: Prices
  readonly priceState: PriceStateName
  /** Undefined without debt, and without any price. */
  readonly risk: Risk | undefined
  readonly ladder: readonly Rung[]
  /** The ladder with the liquidation ratio that waits, and from when on it may hold. */
  readonly pending:
    { readonly ratio: bigint; readonly at: bigint; readonly ladder: readonly Rung[] } | undefined
}

/** Interest: what is due and when, and what becomes of the limit. */
export type InterestStand = {
  readonly dueNow: Due | undefined
  readonly nextDue: Due | undefined
  readonly now: Outlook
  readonly inAYear: Outlook
}

/** The vault on screen, as far as it and its type could be read; else why not. */
export function standOf(collateral: Collateral, type: CollateralType): VaultStand | { readonly why: string } {
  const { state, parameters } = type
  const vault = collateral.vault?.vault
  const unread = [vault, state, parameters].find((reading) => reading?.isKnown === false)
  if (unread) return { why: unread.reason }
  if (!vault?.isKnown || !state.isKnown || !parameters.isKnown) return { why: t`It was not read.` }
  const view = vault.value
  const { prices } = state.value
  const { liquidationRatio } = parameters.value
  const position = { debt: view.debt, collateral: view.stored.collateral }
  const ladder = (ratio: bigint) => (prices.current === 0n ? [] : ladderOf(position, ratio, prices, FALLS))
  const waiting = pendingRatio(knownValue(type.pending))
  return {
    view,
    parameters: parameters.value,
    prices,
    priceState: priceStateOf(prices),
    risk:
      view.debt > 0n && prices.current > 0n
        ? riskOf(view, liquidationRatio, prices.current, prices.next)
        : undefined,
    ladder: ladder(liquidationRatio),
    pending: waiting && { ratio: waiting.value, at: waiting.effectiveAt, ladder: ladder(waiting.value) },
  }
}

function pendingRatio(pending: readonly Pending[] | undefined): Pending | undefined {
  const change = pending?.[LIQUIDATION_RATIO]
  return change && change.effectiveAt > 0n ? change : undefined
}

/** The vault on screen as its arithmetic goes on from it; undefined where its dates are not known. rules.md C13 */
export function caseOf(
  { vault: told, timestamp }: Pick<Collateral, 'vault' | 'timestamp'>,
  { view, parameters, prices }: Pick<VaultStand, 'view' | 'parameters' | 'prices'>,
): VaultCase | undefined {
  const { feeRay, lateBps, graceSeconds, mintRatio, liquidationRatio, dust } = parameters
  const firstDueAt = knownValue(told?.firstDueAt)
  if (firstDueAt === undefined) return undefined
  const lastDate = lastDateOf(told?.dueDate, view)
  if (view.stored.due > 0n && lastDate === undefined) return undefined
  return {
    now: { vault: view.stored, rate: { rate: view.rate, at: timestamp }, lastDate },
    calendar: { firstDueAt, feeRay, lateBps, graceSeconds },
    ratios: { mintRatio, liquidationRatio },
    ...{ prices, dust },
  }
}

/** Interest of the vault on screen; undefined where none grows, and where its dates are not known. rules.md C13, C14 */
export function interestOf(
  collateral: Pick<Collateral, 'vault' | 'timestamp'>,
  stand: Pick<VaultStand, 'view' | 'parameters' | 'prices'>,
): InterestStand | undefined {
  const one = caseOf(collateral, stand)
  if (!one || stand.view.stored.art === 0n) return undefined
  const { now, calendar, ratios, prices } = one
  return {
    dueNow: dueNow(now, calendar),
    nextDue: nextDue(now, calendar),
    now: outlookAt(now, calendar, now.rate.at, ratios.liquidationRatio, prices.current),
    inAYear: outlookInAYear(now, calendar, ratios.liquidationRatio, prices.current),
  }
}

type DateReading = NonNullable<Collateral['vault']>['dueDate']

/** The date that the vault's due interest is from; undefined where there is none, or it was asked for another one. */
function lastDateOf(reading: DateReading, { stored }: VaultView): VaultNow['lastDate'] {
  if (stored.due === 0n || !reading?.isKnown || reading.source.args[0] !== stored.nextDate - 1n)
    return undefined
  const [{ rate, lateBps, graceSeconds }] = reading.value
  return { rate, lateBps: BigInt(lateBps), graceSeconds: BigInt(graceSeconds) }
}
