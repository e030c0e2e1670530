import { erc20Abi, type Address } from 'viem'

import { taoBackingAbi } from '../../abis/TaoBacking'
import { tusdtBookAbi } from '../../abis/TusdtBook'
import { vaultEngineAbi } from '../../abis/VaultEngine'
import type { Contracts } from '../chain/contracts'
import type { KnownReads } from '../chain/known'
import { read, type Readings } from '../chain/read'
import { knownValue, type Reading } from '../math/reading'
import type { collateralNeeds } from './contracts'
import { moduleReads, settingsReads } from './governed-reads'
import { learnLegs, legReads, noLegs, type KnownLegs } from './price-legs'
import { t } from '../words/t'

export type CollateralAddresses = Contracts<typeof collateralNeeds>

export const tusdtUnit = { symbol: 'TUSDT', decimals: 18 } as const
export const taoUnit = { symbol: 'TAO', decimals: 18 } as const
export const usdcUnit = { symbol: 'USDC', decimals: 6 } as const

/** The contracts give at most so many entries of a list in one answer. */
export const PAGE = 100
/** So much of what others can make grow is read: types, and pages of 100 vaults and auctions of each. */
const MOST_TYPES = 24
const MOST_PAGES = 20

/** What a type's reads need to know first. */
export type KnownType = {
  readonly engine: Address
  readonly collateral: Address | undefined
  readonly module: Address | undefined
  readonly legs?: KnownLegs
  readonly vaultPages: number
  readonly auctionPages: number
}
export type CollateralKnown = {
  readonly osm: Address | undefined
  readonly tusdt: Address | undefined
  readonly usdc: Address | undefined
  readonly tao: Address | undefined
  readonly settings: Address | undefined
  readonly types: readonly KnownType[]
  /** The due date that the interest of the vault on screen is from. */
  readonly date: bigint | undefined
}

/** Which lists a page shows. */
export type Lists = {
  readonly vaults: boolean
  readonly auctions: boolean
  /** What the prices of subnet tokens are made of, and what waits for prices and for the backing. */
  readonly upkeep?: boolean
  /** One vault of the type with this place in the book, with its last due date. */
  readonly vault?: { readonly place: number; readonly id: bigint }
  /** One auction of the type with this place in the book. */
  readonly auction?: { readonly place: number; readonly id: bigint }
  /** It has forms: what whoever is connected has of each token is read, too. */
  readonly hasForms?: boolean
}

const pagesOf = (count: number) => Array.from({ length: count }, (_, index) => BigInt(index * PAGE + 1))

const balanceRead = (token: Address, label: string, account: Address) =>
  read({ address: token, label, abi: erc20Abi, functionName: 'balanceOf', args: [account] })

function typeReads(
  { engine, collateral, module, legs, vaultPages, auctionPages }: KnownType,
  lists: Lists,
  account: Address | undefined,
) {
  const isUpkeep = lists.upkeep === true
  const vaults = { address: engine, label: t`Vaults of a type`, abi: vaultEngineAbi } as const
  const token = collateral && ({ address: collateral, label: t`Collateral`, abi: erc20Abi } as const)
  const page = (from: bigint) => [from, BigInt(PAGE)] as const
  return {
    engine,
    collateral: read({ ...vaults, functionName: 'collateral', args: [], rule: 'C3' }),
    symbol: token && read({ ...token, functionName: 'symbol', args: [] }),
    balance: collateral && account && balanceRead(collateral, t`Collateral`, account),
    parameters: read({ ...vaults, functionName: 'parameters', args: [], rule: 'C3' }),
    pending: read({ ...vaults, functionName: 'pendingChanges', args: [], rule: 'C3' }),
    state: read({ ...vaults, functionName: 'typeState', args: [], rule: 'C4' }),
    firstDueAt:
      lists.hasForms === true
        ? read({ ...vaults, functionName: 'firstDueAt', args: [], rule: 'C13' })
        : undefined,
    module: module && moduleReads(module, t`Delayed price of a collateral`, isUpkeep),
    legs: module && isUpkeep ? legReads(module, legs ?? noLegs) : undefined,
    vaults: pagesOf(lists.vaults ? vaultPages : 0).map((from) =>
      read({ ...vaults, functionName: 'vaults', args: page(from), rule: 'C4' }),
    ),
    auctions: pagesOf(lists.auctions ? auctionPages : 0).map((from) =>
      read({ ...vaults, functionName: 'auctions', args: page(from), rule: 'C7' }),
    ),
  }
}

function vaultReads(engine: Address | undefined, id: bigint, date: bigint | undefined) {
  if (engine === undefined) return undefined
  const vaults = { address: engine, label: t`Vaults of a type`, abi: vaultEngineAbi } as const
  return {
    vault: read({ ...vaults, functionName: 'vault', args: [id], rule: 'C4' }),
    firstDueAt: read({ ...vaults, functionName: 'firstDueAt', args: [], rule: 'C13' }),
    dueDate:
      date === undefined
        ? undefined
        : read({ ...vaults, functionName: 'dueDate', args: [date], rule: 'C13' }),
  }
}

function auctionRead(engine: Address | undefined, id: bigint) {
  if (engine === undefined) return undefined
  const vaults = { address: engine, label: t`Vaults of a type`, abi: vaultEngineAbi } as const
  return read({ ...vaults, functionName: 'status', args: [id], rule: 'C7' })
}

/** What an account has of the three tokens, as far as they are known. */
function holderReads(
  { tusdt, usdc, tao }: Pick<CollateralKnown, 'tusdt' | 'usdc' | 'tao'>,
  account: Address,
) {
  return {
    tusdt: tusdt && balanceRead(tusdt, 'TUSDT', account),
    usdc: usdc && balanceRead(usdc, 'USDC', account),
    tao: tao && balanceRead(tao, 'TAO', account),
  }
}

/**
 * Book, backing and every type at one block; what to ask of a type is learned from the book and from its engine. With an
 * `account`, what it has of each token.
 */
export function collateralSource(addresses: CollateralAddresses, lists: Lists, account?: Address) {
  const backing = { address: addresses.backing, label: t`Backing of TUSDT`, abi: taoBackingAbi } as const
  const book = { address: addresses.book, label: t`Book of TUSDT`, abi: tusdtBookAbi } as const
  const isUpkeep = lists.upkeep === true
  const reads = ({ osm, settings, types, date, ...tokens }: CollateralKnown) => ({
    tusdt: read({ ...book, functionName: 'tusdt', args: [], rule: 'C1' }),
    usdc: read({ ...book, functionName: 'usdc', args: [], rule: 'C1' }),
    tao: read({ ...backing, functionName: 'tao', args: [], rule: 'C1' }),
    holder: account && holderReads(tokens, account),
    book: read({ ...book, functionName: 'state', args: [], rule: 'C1' }),
    backing: read({ ...backing, functionName: 'state', args: [], rule: 'C1' }),
    ledger: read({ ...backing, functionName: 'ledger', args: [], rule: 'C11' }),
    sale: read({ ...backing, functionName: 'saleStatus', args: [], rule: 'C12' }),
    osm: read({ ...backing, functionName: 'osm', args: [], rule: 'C8' }),
    module: osm && moduleReads(osm, t`Delayed price of TAO`, isUpkeep),
    settings: read({ ...backing, functionName: 'settings', args: [], rule: 'C3' }),
    waiting: settings && isUpkeep ? settingsReads(settings) : undefined,
    types: types.map((type) => typeReads(type, lists, account)),
    vault: lists.vault && vaultReads(types[lists.vault.place - 1]?.engine, lists.vault.id, date),
    auction: lists.auction && auctionRead(types[lists.auction.place - 1]?.engine, lists.auction.id),
  })
  type Data = Readings<ReturnType<typeof reads>>

  return {
    initial: {
      osm: undefined,
      tusdt: undefined,
      usdc: undefined,
      tao: undefined,
      settings: undefined,
      types: [],
      date: undefined,
    },
    reads,
    learn(data: Data, known: CollateralKnown): CollateralKnown | undefined {
      const { book: told, osm, types, vault } = data
      if (!told.isKnown) return undefined
      const [, , , , engines] = told.value
      const stored = knownValue(vault?.vault)?.stored
      return {
        date: stored && stored.due > 0n ? stored.nextDate - 1n : known.date,
        osm: knownValue(osm) ?? known.osm,
        tusdt: knownValue(data.tusdt) ?? known.tusdt,
        usdc: knownValue(data.usdc) ?? known.usdc,
        tao: knownValue(data.tao) ?? known.tao,
        settings: knownValue(data.settings) ?? known.settings,
        types: engines.slice(0, MOST_TYPES).map((engine): KnownType => {
          const former = known.types.find((type) => type.engine === engine)
          const seen = types.find((type) => type.engine === engine)
          const counts = knownValue(seen?.state)
          return {
            engine,
            collateral: knownValue(seen?.collateral) ?? former?.collateral,
            module: knownValue(seen?.parameters)?.priceModule ?? former?.module,
            ...(seen?.legs && { legs: learnLegs(seen.legs, former?.legs ?? noLegs) }),
            vaultPages: pageCount(counts?.vaults, former?.vaultPages),
            auctionPages: pageCount(counts?.auctions, former?.auctionPages),
          }
        }),
      }
    },
    lasting: (known: CollateralKnown) => ({ ...known, date: undefined }),
  } satisfies KnownReads<CollateralKnown, ReturnType<typeof reads>>
}

export type CollateralData = Readings<ReturnType<ReturnType<typeof collateralSource>['reads']>>
export type TypeData = CollateralData['types'][number]

type ValueOf<R> = R extends { readonly isKnown: true; readonly value: infer V } ? V : never
export type Parameters = ValueOf<TypeData['parameters']>
export type TypeState = ValueOf<TypeData['state']>
export type Prices = TypeState['prices']
export type VaultView = ValueOf<TypeData['vaults'][number]>[number]
export type AuctionStatus = ValueOf<TypeData['auctions'][number]>[number]
export type BackingState = ValueOf<CollateralData['backing']>
export type Pending = ValueOf<TypeData['pending']>[number]
export type ModuleData = Exclude<CollateralData['module'], undefined | ''>

function pageCount(count: bigint | undefined, former: number | undefined): number {
  if (count === undefined) return former ?? 1
  const pages = (count + BigInt(PAGE) - 1n) / BigInt(PAGE)
  // eslint-disable-next-line no-restricted-syntax -- a count of pages, not an amount
  return pages > BigInt(MOST_PAGES) ? MOST_PAGES : Math.max(1, Number(pages))
}

/** One collateral type, as far as it could be read. */
export type CollateralType = Omit<TypeData, 'symbol' | 'vaults' | 'auctions'> & {
  /** From 1, in the order of the book, which never removes one. */
  readonly place: number
  /** The token's symbol, or the beginning of the engine's address. */
  readonly name: string
  readonly vaults: Reading<readonly VaultView[]>
  readonly auctions: Reading<readonly AuctionStatus[]>
}

/** Everything of one block. */
export type Collateral = Omit<CollateralData, 'types' | 'osm'> & {
  readonly blockNumber: bigint
  readonly timestamp: bigint
  readonly isStale: boolean
  readonly types: readonly CollateralType[]
  /** Types in the book that are not read: there are too many. */
  readonly leftOut: number
}

/**
 * The answers as pages use them; undefined while something has only just been learned and is not asked yet. A former
 * answer may be another account's: that is left out.
 */
export function collateralOf(
  data: CollateralData,
  known: CollateralKnown,
  account?: Address,
): Omit<Collateral, 'blockNumber' | 'timestamp' | 'isStale'> | undefined {
  const engines = knownValue(data.book)?.[4] ?? []
  const isAsked = (type: TypeData, index: number) =>
    (type.symbol !== undefined || !type.collateral.isKnown) &&
    (type.module !== undefined || !type.parameters.isKnown) &&
    known.types[index] !== undefined
  if (engines.length > 0 && known.types.length === 0) return undefined
  if (!data.types.every(isAsked) || (data.osm.isKnown && data.module === undefined)) return undefined
  const { book, backing, ledger, sale, module, settings, waiting, types, vault, auction } = data
  const { tusdt, usdc, tao } = data
  const isOwn = (balance: Reading<bigint> | undefined) => balance?.source.args[0] === account
  const holder = data.holder && isOwn(data.holder.tusdt) ? data.holder : undefined
  return {
    ...{ book, backing, ledger, sale, module, settings, waiting, vault, auction },
    ...{ tusdt, usdc, tao, holder },
    leftOut: Math.max(0, engines.length - MOST_TYPES),
    types: types.map(({ symbol, vaults, auctions, balance, ...type }, index) => ({
      ...type,
      balance: isOwn(balance) ? balance : undefined,
      place: index + 1,
      name: knownValue(symbol) ?? `${type.engine.slice(0, 6)}…${type.engine.slice(-4)}`,
      vaults: allOf(vaults, type.state),
      auctions: allOf(auctions, type.state),
    })),
  }
}

/** A list of several pages, or the reason why it is not whole. */
function allOf<T>(pages: readonly Reading<readonly T[]>[], state: TypeData['state']): Reading<readonly T[]> {
  const missing = pages.find(({ isKnown }) => !isKnown)
  if (missing && !missing.isKnown) return missing
  const { source } = pages[0] ?? state
  return { isKnown: true, value: pages.flatMap((page) => (page.isKnown ? page.value : [])), source }
}
