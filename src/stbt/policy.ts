import { plainText } from '../chain/plain-text'
import { WAD } from '../math/units'
import { dayFrom } from './format'
import { t } from '../words/t'

/** What the issuer says stands behind the supply, and of when that is. Nothing on chain proves it. rules.md T17 */
export type Holding = {
  readonly asset: Asset
  /** What it is called: "US 912797KS5". */
  readonly name: string
  /** 18 decimals. */
  readonly usd: bigint
  /** New York date; undefined for what is due at any time. */
  readonly matures: bigint | undefined
}
export type Composition = {
  /** New York date. */
  readonly asOf: bigint
  readonly holdings: readonly Holding[]
}

export const assets = {
  bills: t`Treasury bills`,
  repos: t`Reverse repos, fully collateralized`,
  cash: t`Cash`,
  other: t`Other`,
} as const
export type Asset = keyof typeof assets

/**
 * What the issuer promises and no contract enforces: config.json says it, with a date, for it moves. Rates are 1e18 =
 * 100%. rules.md T10, T11, T17, T18
 */
export type Policy = {
  /** Which kind the contracts are, where config.json says so. */
  readonly rules: 'ours' | 'live' | undefined
  /** Of when these figures are, in words or as a date. */
  readonly dated: string
  readonly issuanceDays: bigint
  readonly redemptionDays: bigint
  /** Whole USD; up to so much a redemption is paid the same day. 0 = there is no such promise. */
  readonly instantUsd: bigint
  readonly serviceFeeRate: bigint
  readonly redemptionFeeRate: bigint
  /** The longest a Treasury bill may run, in days. */
  readonly billDays: bigint
  /** Whether the price that a settlement notes contains the conversion to the coin. rules.md T8 */
  readonly isConversionInPrice: boolean
  /** Decimals of the rate and the price that a settlement notes: with 18, 1e18 is 1. rules.md T8 */
  readonly noteDecimals: bigint
  readonly composition: Composition | undefined
}

/** The issuer's terms of 2023. */
export const defaultPolicy: Policy = {
  rules: undefined,
  dated: '2023',
  issuanceDays: 4n,
  redemptionDays: 5n,
  instantUsd: 0n,
  serviceFeeRate: WAD / 1_000n,
  redemptionFeeRate: WAD / 1_000n,
  billDays: 183n,
  isConversionInPrice: true,
  noteDecimals: 18n,
  composition: undefined,
}

export type PolicyResult =
  { readonly isOk: true; readonly policy: Policy } | { readonly isOk: false; readonly problem: string }

const PLACE = 'policies.stbt'
const MOST_HOLDINGS = 200
/** What tells how the contracts are to be read, and is no figure of some day. */
const undated: readonly string[] = ['rules', 'isConversionInPrice', 'noteDecimals']

/** Checks `policies.stbt` of config.json; what is not said there is as in 2023. A problem is one sentence. */
export function parsePolicy(json: unknown): PolicyResult {
  try {
    return { isOk: true, policy: json === undefined ? defaultPolicy : policyOf(json) }
  } catch (error) {
    if (error instanceof PolicyError) return { isOk: false, problem: `config.json: ${error.message}` }
    throw error
  }
}

class PolicyError extends Error {}

function policyOf(json: unknown): Policy {
  const given = fieldsOf(json, PLACE, [
    'rules',
    'dated',
    'issuanceDays',
    'redemptionDays',
    'instantUsd',
    'serviceFeeBps',
    'redemptionFeeBps',
    'billDays',
    'isConversionInPrice',
    'noteDecimals',
    'composition',
  ])
  const whole = (name: string, most: number, otherwise: bigint) =>
    given[name] === undefined ? otherwise : wholeOf(given[name], `${PLACE}.${name}`, most)
  const rate = (name: string, otherwise: bigint) =>
    given[name] === undefined ? otherwise : (wholeOf(given[name], `${PLACE}.${name}`, 10_000) * WAD) / 10_000n
  const { rules, isConversionInPrice = true, composition } = given
  if (rules !== undefined && rules !== 'ours' && rules !== 'live')
    throw new PolicyError(`${PLACE}.rules must be "ours" or "live".`)
  if (typeof isConversionInPrice !== 'boolean')
    throw new PolicyError(`${PLACE}.isConversionInPrice must be true or false.`)
  return {
    rules,
    // What is changed needs a date of its own: a figure without one is taken for today's.
    dated: Object.keys(given).every((name) => undated.includes(name))
      ? defaultPolicy.dated
      : textOf(given['dated'], `${PLACE}.dated`),
    issuanceDays: whole('issuanceDays', 60, defaultPolicy.issuanceDays),
    redemptionDays: whole('redemptionDays', 60, defaultPolicy.redemptionDays),
    instantUsd: whole('instantUsd', 1e12, defaultPolicy.instantUsd),
    serviceFeeRate: rate('serviceFeeBps', defaultPolicy.serviceFeeRate),
    redemptionFeeRate: rate('redemptionFeeBps', defaultPolicy.redemptionFeeRate),
    billDays: whole('billDays', 3_650, defaultPolicy.billDays),
    isConversionInPrice,
    noteDecimals: whole('noteDecimals', 36, defaultPolicy.noteDecimals),
    composition: composition === undefined ? undefined : compositionOf(composition),
  }
}

function compositionOf(json: unknown): Composition {
  const place = `${PLACE}.composition`
  const { asOf, holdings } = fieldsOf(json, place, ['asOf', 'holdings'])
  if (!Array.isArray(holdings) || holdings.length > MOST_HOLDINGS)
    throw new PolicyError(`${place}.holdings must be a list of at most ${MOST_HOLDINGS}.`)
  return {
    asOf: dateOf(asOf, `${place}.asOf`),
    holdings: holdings.map((holding, index) => holdingOf(holding, `${place}.holdings[${index}]`)),
  }
}

function holdingOf(json: unknown, place: string): Holding {
  const { asset, name, usd, matures } = fieldsOf(json, place, ['asset', 'name', 'usd', 'matures'])
  if (typeof asset !== 'string' || !Object.hasOwn(assets, asset))
    throw new PolicyError(`${place}.asset must be one of ${Object.keys(assets).join(', ')}.`)
  return {
    asset: asset as Asset,
    name: name === undefined ? '' : textOf(name, `${place}.name`),
    usd: wholeOf(usd, `${place}.usd`, 1e12) * WAD,
    matures: matures === undefined ? undefined : dateOf(matures, `${place}.matures`),
  }
}

function fieldsOf(json: unknown, place: string, names: readonly string[]): Readonly<Record<string, unknown>> {
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    throw new PolicyError(`${place} must be settings in braces.`)
  const foreign = Object.keys(json).filter((name) => !names.includes(name))
  if (foreign.length > 0)
    throw new PolicyError(`${place} has a setting that does not exist: ${foreign.join(', ')}.`)
  return json as Record<string, unknown>
}

function wholeOf(value: unknown, place: string, most: number): bigint {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > most)
    throw new PolicyError(`${place} must be a whole number from 0 to ${most}.`)
  return BigInt(value)
}

function textOf(value: unknown, place: string): string {
  if (typeof value !== 'string' || plainText(value, 60) === '')
    throw new PolicyError(`${place} must be a text in quotes.`)
  return plainText(value, 60)
}

function dateOf(value: unknown, place: string): bigint {
  const day = typeof value === 'string' ? dayFrom(value) : undefined
  if (day === undefined) throw new PolicyError(`${place} must be a date like "2026-06-01".`)
  return day
}

/** What of a composition the policy does not allow: for each holding, why. rules.md T17 */
export function offPolicy(
  { asset, matures }: Holding,
  { asOf }: Composition,
  { billDays }: Policy,
): string | undefined {
  if (asset === 'other') return t`Not among the assets that the policy names`
  if (asset !== 'bills') return undefined
  if (matures === undefined) return t`No maturity is told`
  return matures - asOf > billDays ? t`Runs longer than ${billDays} days` : undefined
}
