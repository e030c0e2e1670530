import { knownValue } from '../math/reading'
import type { Dated } from '../system/overview'
import { changeText, priceText, tusdtText } from './format'
import type { Collateral } from './snapshot'
import { ownVaults, type OwnVault } from './todos'
import { t } from '../words/t'

/**
 * What comes for the account's vaults at the time of the block `timestamp`: steps of their prices, interest, and what is
 * late. rules.md C8, C13
 */
export function datesOf(
  { types, timestamp }: Pick<Collateral, 'types' | 'timestamp'>,
  account: string,
): readonly Dated[] {
  const owned = ownVaults(types, account).filter(({ vault }) => vault.debt > 0n)
  return [
    ...types.flatMap((type) => stepOf(owned.filter((own) => own.type === type))),
    ...owned.flatMap((own) => interestOf(own, timestamp)),
  ]
}

/** One price for all vaults of a type. */
function stepOf([first]: readonly OwnVault[]): readonly Dated[] {
  const prices = knownValue(first?.type.state)?.prices
  // A price that stays as it is changes nothing for a vault.
  if (!first || !prices || prices.next === 0n || prices.next === prices.current) return []
  const { place, name } = first.type
  const change = prices.current === 0n ? '' : ` (${changeText(prices.current, prices.next)})`
  return [
    {
      ...{ key: `price ${place}`, at: prices.nextAt, href: first.href },
      what: t`${name} becomes ${priceText(prices.next)} USD${change}`,
      detail: t`Known already, by time alone: your vaults are judged by it from then on.`,
    },
  ]
}

function interestOf({ type, vault, href }: OwnVault, timestamp: bigint): readonly Dated[] {
  const name = t`${type.name} vault ${vault.id}`
  const { nextDueAt, graceEndsAt, stored, interest } = vault
  const key = `${type.place}/${vault.id}`
  const isLate = graceEndsAt !== 0n && graceEndsAt <= timestamp
  return [
    ...(stored.art === 0n
      ? []
      : [
          {
            ...{ key: `due ${key}`, at: nextDueAt, href },
            what: t`Interest of ${name} is due`,
            detail: t`${tusdtText(interest)} TUSDT so far, and it grows.`,
          },
        ]),
    ...(graceEndsAt === 0n
      ? []
      : [
          {
            ...{ key: `late ${key}`, at: graceEndsAt, href },
            ...(isLate && { isMissed: true }),
            what: isLate
              ? t`Interest of ${name} was not paid in time`
              : t`Interest of ${name} costs a late fee`,
            detail: t`${tusdtText(stored.due)} TUSDT is due.`,
          },
        ]),
  ]
}
