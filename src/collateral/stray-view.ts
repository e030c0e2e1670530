import { erc20Abi, type Address } from 'viem'

import { tusdtBookAbi } from '../../abis/TusdtBook'
import { vaultEngineAbi } from '../../abis/VaultEngine'
import { read, type Readings } from '../chain/read'
import { exactText, type Unit } from '../math/amount'
import { knownValue, type Reading } from '../math/reading'
import { saturatingSubtract } from '../math/uint256'
import { backingOf, bookOf, engineOf, planTypeOf, type BackingContext, type PlanType } from './plan-parts'
import { taoUnit, tusdtUnit, usdcUnit, type CollateralType } from './snapshot'
import type { Place, Stray } from './upkeep-plans'
import { t } from '../words/t'

type Tokens = Pick<BackingContext, 'addresses' | 'tusdt' | 'usdc' | 'tao'>

const balance = (token: Address, label: string, holder: Address) =>
  read({ address: token, label, abi: erc20Abi, functionName: 'balanceOf', args: [holder], rule: 'C11' })

/** What the book and the vaults have of the tokens of TUSDT, and what of it is booked: at one block. */
export function strayReads(tokens: Tokens, types: readonly PlanType[]) {
  const book = bookOf(tokens).address
  const of = (holder: Address) => ({
    tusdt: balance(tokens.tusdt, 'TUSDT', holder),
    usdc: balance(tokens.usdc, 'USDC', holder),
    tao: balance(tokens.tao, 'TAO', holder),
  })
  return {
    books: read({
      address: book,
      label: t`Book of TUSDT`,
      abi: tusdtBookAbi,
      functionName: 'books',
      args: [],
    }),
    book: of(book),
    engines: types.map((type) => ({
      type,
      ...of(type.engine),
      collateral: balance(type.token, type.name, type.engine),
      held: read({
        ...{ address: type.engine, label: engineOf(type).label, abi: vaultEngineAbi },
        ...{ functionName: 'held', args: [], rule: 'C11' },
      }),
    })),
  }
}

export type StrayData = Readings<ReturnType<typeof strayReads>>

/** What is beyond the books and can be read, each with where it goes. rules.md C11 */
export function straysIn({ tusdt, usdc, tao }: Tokens, data: StrayData): readonly Stray[] {
  const stray = (
    place: Place,
    token: Address,
    unit: Unit,
    amount: bigint | undefined,
    becomes: (text: string) => string,
  ) => {
    if (amount === undefined || amount === 0n) return []
    const text = exactText(amount, unit)
    return [{ place, token, text, becomes: becomes(text) }]
  }
  const books = knownValue(data.books)
  const backed = (text: string) => t`${text} goes to the backing, where anyone books it`
  const tokensAt = (place: Place, at: Pick<StrayData['book'], 'usdc' | 'tao'>) => [
    ...stray(place, usdc, usdcUnit, knownValue(at.usdc), backed),
    ...stray(place, tao, taoUnit, knownValue(at.tao), backed),
  ]
  const burnt = (text: string) => t`${text} burns bad debt; what is left of it is burnt, too`
  const toBook = (text: string) => t`${text} goes to the book, where it burns bad debt`
  const toGovernance = (text: string) => t`${text} goes to governance`
  return [
    ...stray('book', tusdt, tusdtUnit, beyond(data.book.tusdt, books?.surplus), burnt),
    ...tokensAt('book', data.book),
    ...data.engines.flatMap(({ type, collateral, held, ...at }) => {
      const own = beyond(collateral, knownValue(held))
      const isTao = type.token.toLowerCase() === tao.toLowerCase()
      return [
        ...stray(type, tusdt, tusdtUnit, knownValue(at.tusdt), toBook),
        ...(isTao
          ? [
              ...stray(type, usdc, usdcUnit, knownValue(at.usdc), backed),
              ...stray(type, tao, taoUnit, own, backed),
            ]
          : [
              ...tokensAt(type, at),
              ...stray(type, type.token, { symbol: type.name, decimals: 18 }, own, toGovernance),
            ]),
      ]
    }),
  ]
}

const beyond = (held: Reading<bigint>, booked: bigint | undefined) =>
  held.isKnown && booked !== undefined ? saturatingSubtract(held.value, booked) : undefined

/** The contracts that may hold something by mistake, by what people call them. */
export function placesOf(tokens: Pick<BackingContext, 'addresses'>, types: readonly CollateralType[]) {
  const known = types.flatMap((type) => planTypeOf(type) ?? [])
  return [
    { id: 'backing', place: 'backing' as Place, label: t`The backing`, address: backingOf(tokens).address },
    { id: 'book', place: 'book' as Place, label: t`The book`, address: bookOf(tokens).address },
    ...known.map((type) => {
      return { id: `${type.place}`, place: type, label: engineOf(type).label, address: type.engine }
    }),
  ]
}
