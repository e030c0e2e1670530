import type { Address } from 'viem'

import { noteNftAbi } from '../../abis/NoteNFT'
import { treasuryAbi } from '../../abis/Treasury'
import { warrantNftAbi } from '../../abis/WarrantNFT'
import { read } from '../chain/read'
import type { Readings } from '../chain/read'
import { knownValue } from '../math/reading'
import { STAKERS_AT_ONCE, stakersReads } from './claims-reads'
import type { Extra } from './live'
import type { SeriesAddresses } from './snapshot'
import { t } from '../words/t'

/** So many NFTs of one kind are read at once; a person asks for more. Anyone may give away dust. trust.md D24 */
export const TOKENS_AT_ONCE = 200

/** What the former block told, so that the next one call can ask for the details of it. */
export type Known = {
  readonly stakers: readonly Address[]
  /** Of those that are to be read. */
  readonly noteCount: bigint
  readonly noteIds: readonly bigint[]
  readonly warrantCount: bigint
  readonly warrantIds: readonly bigint[]
}

export const nothingKnown: Known = {
  stakers: [],
  noteCount: 0n,
  noteIds: [],
  warrantCount: 0n,
  warrantIds: [],
}

/** An NFT of the account with the USDT in it: principal of a Note, par of a Warrant. */
export type Token = { readonly id: bigint; readonly usdtAmount: bigint }

/** At least one. */
export type Some<T> = readonly [T, ...T[]]

export function isSome<T>(list: readonly T[]): list is Some<T> {
  return list.length > 0
}

/** What only the page of one series reads: its stakers, and the account's Notes and Warrants. */
export function seriesReads(
  addresses: SeriesAddresses,
  treasury: Address | undefined,
  account: Address | undefined,
  known: Known,
  mostStakers = STAKERS_AT_ONCE,
) {
  const note = { address: addresses.note, label: t`Notes`, abi: noteNftAbi } as const
  const warrant = { address: addresses.warrant, label: t`Warrants`, abi: warrantNftAbi } as const
  const people = account === undefined ? [] : [account]
  return {
    stakers: stakersReads(addresses, known.stakers, BigInt(mostStakers)),
    budgets: (treasury === undefined ? [] : [treasury]).map((address) =>
      read({
        address,
        label: t`Treasury`,
        abi: treasuryAbi,
        functionName: 'earlyRedemptionBudget',
        args: [addresses.series],
        rule: 'B6',
      }),
    ),
    holdings: people.map((person) => ({
      noteCount: read({ ...note, functionName: 'balanceOf', args: [person] }),
      noteIds: upTo(known.noteCount).map((index) =>
        read({ ...note, functionName: 'tokenOfOwnerByIndex', args: [person, index] }),
      ),
      principals: known.noteIds.map((id) => read({ ...note, functionName: 'principalOf', args: [id] })),
      warrantCount: read({ ...warrant, functionName: 'balanceOf', args: [person] }),
      warrantIds: upTo(known.warrantCount).map((index) =>
        read({ ...warrant, functionName: 'tokenOfOwnerByIndex', args: [person, index] }),
      ),
      pars: known.warrantIds.map((id) => read({ ...warrant, functionName: 'parOf', args: [id] })),
    })),
  }
}

export type SeriesReadings = Readings<ReturnType<typeof seriesReads>>

function upTo(count: bigint): readonly bigint[] {
  // eslint-disable-next-line no-restricted-syntax -- a count of tokens that is bounded, not an amount
  return Array.from({ length: Number(count) }, (_, index) => BigInt(index))
}

/** What this block tells about what to read with the next: up to `most` tokens of a kind. */
export function knownFrom(readings: SeriesReadings, most: number): Known {
  const holdings = readings.holdings[0]
  const count = (held: bigint | undefined = 0n) => (held > BigInt(most) ? BigInt(most) : held)
  return {
    stakers: knownValue(readings.stakers.list) ?? [],
    noteCount: count(knownValue(holdings?.noteCount)),
    noteIds: (holdings?.noteIds ?? []).flatMap((id) => knownValue(id) ?? []),
    warrantCount: count(knownValue(holdings?.warrantCount)),
    warrantIds: (holdings?.warrantIds ?? []).flatMap((id) => knownValue(id) ?? []),
  }
}

/** The extra of the page of one series; undefined reads where there is no such series. */
export function seriesExtra(
  id: string,
  treasury: Address | undefined,
  account: Address | undefined,
  mostTokens: number,
  mostStakers: number,
) {
  const reads = (list: readonly (SeriesAddresses | undefined)[], known: Known) => {
    const addresses = list.find((_, index) => index.toString() === id)
    return addresses && seriesReads(addresses, treasury, account, known, mostStakers)
  }
  return {
    initial: nothingKnown,
    reads,
    learn: (readings) => (readings ? knownFrom(readings, mostTokens) : nothingKnown),
  } satisfies Extra<ReturnType<typeof reads>, Known>
}

/** The account's tokens with their amounts, the largest first; one whose amount is not read yet, or is gone, is left out. */
export function tokensOf(readings: SeriesReadings, kind: 'note' | 'warrant'): readonly Token[] {
  const holdings = readings.holdings[0]
  if (!holdings) return []
  const amounts = kind === 'note' ? holdings.principals : holdings.pars
  const owned = new Set(
    (kind === 'note' ? holdings.noteIds : holdings.warrantIds).map((reading) => knownValue(reading)),
  )
  return amounts
    .flatMap((reading) => {
      const id = reading.source.args[0]
      return reading.isKnown && typeof id === 'bigint' && owned.has(id)
        ? [{ id, usdtAmount: reading.value }]
        : []
    })
    .sort((a, b) => (a.usdtAmount === b.usdtAmount ? 0 : a.usdtAmount > b.usdtAmount ? -1 : 1))
}

/** How many tokens of each kind the account holds, and of how many it has been told which; undefined while unknown. */
export function countsOf(readings: SeriesReadings) {
  const holdings = readings.holdings[0]
  const noteCount = knownValue(holdings?.noteCount)
  const warrantCount = knownValue(holdings?.warrantCount)
  if (!holdings || noteCount === undefined || warrantCount === undefined) return undefined
  const [notesRead, warrantsRead] = [holdings.noteIds.length, holdings.warrantIds.length]
  const isShort = (count: bigint, read: number) => read > 0 && count > BigInt(read)
  const isCut = isShort(noteCount, notesRead) || isShort(warrantCount, warrantsRead)
  return { noteCount, warrantCount, notesRead, warrantsRead, isCut }
}
