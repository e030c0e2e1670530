import { displayRatio } from '../math/amount'
import { knownValue } from '../math/reading'
import { displayDateTime } from '../math/time'
import { WAD } from '../math/units'
import type { Todo } from '../system/overview'
import { listAuctions } from './auction-view'
import { priceText, tusdtText } from './format'
import { risksOf, type Risk, type TypeRisk } from './risk-view'
import type { Collateral, CollateralType, VaultView } from './snapshot'
import { t } from '../words/t'

/** A vault of the account's, and its page. */
export type OwnVault = { readonly type: CollateralType; readonly vault: VaultView; readonly href: string }

export function ownVaults(types: readonly CollateralType[], account: string): readonly OwnVault[] {
  return types.flatMap((type) =>
    (knownValue(type.vaults) ?? [])
      .filter(({ stored }) => isSame(stored.owner, account))
      .map((vault) => ({ type, vault, href: `/collateral/vaults/${type.place}/${vault.id}` })),
  )
}

/** What threatens the account's own vaults, at the time of the block `timestamp`. rules.md C7, C10, C13 */
export function todosOf(
  { types, timestamp }: Pick<Collateral, 'types' | 'timestamp'>,
  account: string,
): readonly Todo[] {
  const dangers = risksOf(types).judged.flatMap((one) =>
    one.risks.filter(({ owner }) => isSame(owner, account)).flatMap((risk) => dangerOf(one, risk, timestamp)),
  )
  const owned = ownVaults(types, account)
  const sold = listAuctions(types).running.flatMap(({ type, auction }): readonly Todo[] => {
    const own = owned.some((one) => one.type === type && one.vault.id === auction.stored.vaultId)
    if (!own) return []
    const what = t`${type.name} vault ${auction.stored.vaultId} was liquidated`
    return [
      {
        ...{ key: `auction ${type.place}/${auction.id}`, what, action: t`View` },
        why: t`Its collateral is for sale; what is not needed comes back to the vault.`,
        href: `/collateral/auctions/${type.place}/${auction.id}`,
      },
    ]
  })
  const due = owned.flatMap(({ type, vault, href }): readonly Todo[] =>
    vault.graceEndsAt === 0n
      ? []
      : [
          {
            ...{ key: `due ${type.place}/${vault.id}`, href, action: t`Pay` },
            what: t`Pay the interest of ${type.name} vault ${vault.id}`,
            why: t`${tusdtText(vault.stored.due)} TUSDT was due; unpaid after ${displayDateTime(vault.graceEndsAt)} it costs a late fee.`,
            amount: `${tusdtText(vault.stored.due)} TUSDT`,
            usdWad: vault.stored.due,
            ...(vault.graceEndsAt > timestamp && { voidAt: vault.graceEndsAt }),
          },
        ],
  )
  return [...dangers, ...sold, ...due]
}

function dangerOf(
  { type, price, next, priceState }: TypeRisk,
  risk: Risk,
  timestamp: bigint,
): readonly Todo[] {
  if (priceState !== 'Fresh' || (risk.band !== 'liquidatable' && risk.band !== 'danger')) return []
  const limit = priceText(risk.crossing, { round: 'up' })
  const name = t`${type.name} vault ${risk.id}`
  const rest = {
    ...{ key: `danger ${type.place}/${risk.id}`, action: t`Make it safe`, isDanger: true },
    href: `/collateral/vaults/${type.place}/${risk.id}`,
    usdWad: risk.debt,
  }
  if (risk.band === 'liquidatable') {
    const why = t`The price is ${priceText(price)} USD, its liquidation price ${limit}.`
    return [{ ...rest, why, what: t`${name} can be liquidated now`, voidAt: timestamp }]
  }
  if (risk.fallsNext) {
    const at = knownValue(type.state)?.prices.nextAt
    const when = at === undefined ? t`with the next price` : t`from ${displayDateTime(at)} on`
    const why = t`The next price is ${priceText(next)} USD, its liquidation price ${limit}.`
    const what = t`${name} can be liquidated ${when}`
    return [{ ...rest, why, what, ...(at !== undefined && { voidAt: at }) }]
  }
  const why = t`The price is ${priceText(price)} USD, its liquidation price ${limit}.`
  const away = displayRatio(risk.distance, WAD, { maxFractionDigits: 1 })
  return [{ ...rest, why, what: t`${name} is near liquidation`, amount: t`${away} away` }]
}

function isSame(owner: string, account: string): boolean {
  return owner.toLowerCase() === account.toLowerCase()
}
