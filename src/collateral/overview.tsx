import type { Person } from '../chain/use-person'
import { knownValue } from '../math/reading'
import { displayDateTime } from '../math/time'
import type { OverviewView, Todo } from '../system/overview'
import { listAuctions } from './auction-view'
import { BackingFigures } from './BackingFigures'
import { Unreadable } from './CollateralFrame'
import { priceText, tusdtText } from './format'
import { risksOf, type Risk, type TypeRisk } from './risk-view'
import type { Collateral, Lists } from './snapshot'
import { useCollateral } from './use-collateral'

const lists: Lists = { vaults: false, auctions: false }
/** Whoever is connected may have vaults of his own among them. */
const ownLists: Lists = { vaults: true, auctions: true }

/** TUSDT at a glance, the same for everybody; for an owner of vaults, what threatens them. */
export function useOverview({ account }: Person): OverviewView {
  const view = useCollateral(account === undefined ? lists : ownLists)
  if (view.status !== 'ready') return view
  if (!view.book.isKnown)
    return { status: 'error', reason: view.book.reason, retry: () => window.location.reload() }
  const areRead = view.types.every(({ vaults, auctions }) => vaults.isKnown && auctions.isKnown)
  return {
    status: 'ready',
    isStale: view.isStale,
    todos: account === undefined ? [] : todosOf(view, account),
    isWhole: view.backing.isKnown && areRead && view.leftOut === 0,
    warning: <Unreadable collateral={view} />,
    figures: <BackingFigures book={view.book} backing={view.backing} />,
  }
}

/** What threatens the account's own vaults: danger first, then auctions, then interest that is due. rules.md C7, C10, C13 */
export function todosOf({ types }: Pick<Collateral, 'types'>, account: string): readonly Todo[] {
  const isOwn = (owner: string) => owner.toLowerCase() === account.toLowerCase()
  const dangers = risksOf(types).judged.flatMap((one) =>
    one.risks.filter(({ owner }) => isOwn(owner)).flatMap((risk) => dangerOf(one, risk)),
  )
  const owned = types.flatMap((type) =>
    (knownValue(type.vaults) ?? [])
      .filter(({ stored }) => isOwn(stored.owner))
      .map((vault) => ({ type, vault, href: `/collateral/vaults/${type.place}/${vault.id}` })),
  )
  const sold = listAuctions(types).running.flatMap(({ type, auction }): readonly Todo[] => {
    const own = owned.some((one) => one.type === type && one.vault.id === auction.stored.vaultId)
    if (!own) return []
    const what = `${type.name} vault ${auction.stored.vaultId} was liquidated`
    return [
      {
        ...{ key: `auction ${type.place}/${auction.id}`, what, action: 'Look' },
        why: 'Its collateral is for sale; what is not needed comes back to the vault.',
        href: `/collateral/auctions/${type.place}/${auction.id}`,
      },
    ]
  })
  const due = owned.flatMap(({ type, vault, href }): readonly Todo[] =>
    vault.graceEndsAt === 0n
      ? []
      : [
          {
            ...{ key: `due ${type.place}/${vault.id}`, href, action: 'Pay' },
            what: `Pay the interest of ${type.name} vault ${vault.id}`,
            why: `${tusdtText(vault.stored.due)} TUSDT was due; unpaid after ${displayDateTime(vault.graceEndsAt)} it costs a late fee.`,
          },
        ],
  )
  return [...dangers, ...sold, ...due]
}

function dangerOf({ type, price, next, priceState }: TypeRisk, risk: Risk): readonly Todo[] {
  if (priceState !== 'Fresh' || (risk.band !== 'liquidatable' && risk.band !== 'danger')) return []
  const limit = priceText(risk.crossing, { round: 'up' })
  const name = `${type.name} vault ${risk.id}`
  const rest = { href: `/collateral/vaults/${type.place}/${risk.id}`, action: 'Make it safe' }
  const key = `danger ${type.place}/${risk.id}`
  if (risk.band === 'liquidatable') {
    const why = `The price is ${priceText(price)} USD, its liquidation price ${limit}.`
    return [{ ...rest, key, why, what: `${name} can be liquidated now` }]
  }
  if (risk.fallsNext) {
    const at = knownValue(type.state)?.prices.nextAt
    const when = at === undefined ? 'with the next price' : `from ${displayDateTime(at)} on`
    const why = `The next price is ${priceText(next)} USD, its liquidation price ${limit}.`
    return [{ ...rest, key, why, what: `${name} can be liquidated ${when}` }]
  }
  const why = `The price is ${priceText(price)} USD, its liquidation price ${limit}.`
  return [{ ...rest, key, why, what: `${name} is near liquidation` }]
}
