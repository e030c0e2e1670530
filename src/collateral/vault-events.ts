import { getAbiItem } from 'viem'

import { vaultEngineAbi } from '../../abis/VaultEngine'
import type { History } from '../chain/history'
import type { EventAmount, EventSummary } from '../system/activity'
import { tusdtUnit } from './snapshot'
import { t } from '../words/t'

const engine = { abi: vaultEngineAbi } as const

/**
 * What happens in vaults and auctions of a type. The first account is whose it is: the owner's, or that of whoever did
 * something to a vault of somebody else, whose owner is told by another event.
 */
export const vaultEventsAbi = [
  getAbiItem({ ...engine, name: 'Opened' }),
  getAbiItem({ ...engine, name: 'Deposited' }),
  getAbiItem({ ...engine, name: 'DepositedFor' }),
  getAbiItem({ ...engine, name: 'Drawn' }),
  getAbiItem({ ...engine, name: 'Repaid' }),
  getAbiItem({ ...engine, name: 'RepaidFor' }),
  getAbiItem({ ...engine, name: 'Withdrawn' }),
  getAbiItem({ ...engine, name: 'Assessed' }),
  getAbiItem({ ...engine, name: 'Liquidated' }),
  getAbiItem({ ...engine, name: 'LiquidatedOther' }),
  getAbiItem({ ...engine, name: 'AuctionReset' }),
  getAbiItem({ ...engine, name: 'Taken' }),
  getAbiItem({ ...engine, name: 'AuctionEnded' }),
] as const

type EventName = (typeof vaultEventsAbi)[number]['name']
export type VaultLog = {
  readonly [Name in EventName]: Pick<
    History<typeof vaultEventsAbi, Name>['logs'][number],
    'eventName' | 'args'
  >
}[EventName]

/** A type of collateral: its token's symbol, and its place in the book, from 1. */
export type TypeName = { readonly name: string; readonly place: number }

type Direction = EventAmount['direction']
const tusdt = (field: string, value: bigint, direction: Direction): EventAmount => ({
  field,
  value,
  decimals: tusdtUnit.decimals,
  unit: tusdtUnit.symbol,
  direction,
})

/** An auction's own page. */
export const auctionPlace = ({ name, place }: TypeName, id: bigint) => ({
  name: t`${name} auction ${id}`,
  href: `/collateral/auctions/${place}/${id}`,
})

/** In the words of the pages; undefined for what has changed nothing. rules.md C11 */
export function describeVaultEvent(log: VaultLog, type: TypeName): EventSummary | undefined {
  const vault = (id: bigint) => ({
    name: t`${type.name} vault ${id}`,
    href: `/collateral/vaults/${type.place}/${id}`,
  })
  const auction = (id: bigint) => auctionPlace(type, id)
  const coin = (field: string, value: bigint, direction: Direction): EventAmount => ({
    field,
    value,
    decimals: 18,
    unit: type.name,
    direction,
  })
  switch (log.eventName) {
    case 'Opened':
      return { what: t`Vault opened`, place: vault(log.args.id), amounts: [] }
    case 'Deposited': {
      const { owner, id, payer, amount } = log.args
      const place = vault(id)
      if (payer === owner)
        return { what: t`Collateral added`, place, amounts: [coin('amount', amount, 'out')] }
      return { what: t`Collateral added`, by: payer, place, amounts: [coin('amount', amount, 'none')] }
    }
    case 'DepositedFor': {
      const { id, owner, amount } = log.args
      const what = t`Collateral added to somebody else’s vault`
      return { what, to: owner, place: vault(id), amounts: [coin('amount', amount, 'out')] }
    }
    case 'Drawn': {
      const { id, to, amount } = log.args
      return { what: t`TUSDT drawn`, to, place: vault(id), amounts: [tusdt('amount', amount, 'in')] }
    }
    case 'Repaid':
      return repaid(log.args, vault(log.args.id))
    case 'RepaidFor': {
      const what = t`Paid back for somebody else’s vault`
      return { what, place: vault(log.args.id), amounts: [tusdt('paid', log.args.paid, 'out')] }
    }
    case 'Withdrawn': {
      const { id, to, amount } = log.args
      return { what: t`Collateral withdrawn`, to, place: vault(id), amounts: [coin('amount', amount, 'in')] }
    }
    case 'Assessed': {
      const { id, lateBefore, late } = log.args
      if (late === lateBefore) return undefined
      const fee = tusdt('late - lateBefore', late - lateBefore, 'none')
      return { what: t`Late fee charged`, place: vault(id), amounts: [fee] }
    }
    case 'Liquidated': {
      const { owner, vaultId, starter, auction: begun } = log.args
      const { lot, principal, interest, late, penalty } = begun
      const owed = tusdt('principal + interest + late', principal + interest + late, 'none')
      const amounts = [coin('lot', lot, 'none'), owed, tusdt('penalty', penalty, 'none')]
      const what = t`Liquidated: collateral for sale, for debt and penalty`
      return { what, ...(starter === owner ? {} : { by: starter }), place: vault(vaultId), amounts }
    }
    case 'LiquidatedOther': {
      const { auctionId, lot, need } = log.args
      const amounts = [coin('lot', lot, 'none'), tusdt('need', need, 'none')]
      return { what: t`Liquidated somebody else’s vault`, place: auction(auctionId), amounts }
    }
    case 'AuctionReset': {
      const { id, top } = log.args
      const first = { ...tusdt('top', top, 'none'), unit: t`TUSDT per ${type.name}` }
      return { what: t`Auction restarted`, place: auction(id), amounts: [first] }
    }
    case 'Taken': {
      const { id, to, taken, paid } = log.args
      const amounts = [tusdt('paid', paid, 'out'), coin('taken', taken, 'in')]
      return { what: t`Bought at auction`, to, place: auction(id), amounts }
    }
    case 'AuctionEnded': {
      const { vaultId, returned } = log.args
      const what =
        returned > 0n ? t`Auction over: collateral returned to the vault` : t`Auction over: nothing left`
      return { what, place: vault(vaultId), amounts: [coin('returned', returned, 'none')] }
    }
  }
}

type Repaid = Extract<VaultLog, { eventName: 'Repaid' }>['args']

/** Late fees, interest, principal, in the order in which they are paid. rules.md C4 */
function repaid({ owner, payer, late, interest, principal }: Repaid, place: EventSummary['place']) {
  const isOwn = payer === owner
  const parts = (
    [
      ['late', t`late fees`, late],
      ['interest', t`interest`, interest],
      ['principal', t`principal`, principal],
    ] as const
  ).filter(([, , value]) => value > 0n)
  const names = parts.map(([, name]) => name)
  const last = names.pop() ?? t`nothing`
  return {
    what: names.length === 0 ? t`Paid back: ${last}` : t`Paid back: ${names.join(', ')} and ${last}`,
    ...(isOwn ? {} : { by: payer }),
    place,
    amounts: parts.map(([field, , value]) => tusdt(field, value, isOwn ? 'out' : 'none')),
  }
}
