import type { Address } from 'viem'

import { noteNftAbi } from '../../abis/NoteNFT'
import { treasuryAbi } from '../../abis/Treasury'
import { warrantNftAbi } from '../../abis/WarrantNFT'
import { read } from '../chain/read'
import type { Readings } from '../chain/read'
import { knownValue } from '../math/reading'
import { stakersReads } from './claims-reads'
import type { Extra } from './live'
import type { SeriesAddresses } from './snapshot'

/** NFTs of one kind shown at most; the page says when there are more. */
export const MOST_TOKENS = 40

/** What the former block told, so that the next one call can ask for the details of it. */
export type Known = {
  readonly stakers: readonly Address[]
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
) {
  const note = { address: addresses.note, label: 'Notes', abi: noteNftAbi } as const
  const warrant = { address: addresses.warrant, label: 'Warrants', abi: warrantNftAbi } as const
  const people = account === undefined ? [] : [account]
  return {
    stakers: stakersReads(addresses, known.stakers),
    budgets: (treasury === undefined ? [] : [treasury]).map((address) =>
      read({
        address,
        label: 'Treasury',
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
  return Array.from({ length: MOST_TOKENS }, (_, index) => BigInt(index)).filter((index) => index < count)
}

/** What this block tells about what to read with the next. */
export function knownFrom(readings: SeriesReadings): Known {
  const holdings = readings.holdings[0]
  return {
    stakers: knownValue(readings.stakers.list) ?? [],
    noteCount: knownValue(holdings?.noteCount) ?? 0n,
    noteIds: (holdings?.noteIds ?? []).flatMap((id) => knownValue(id) ?? []),
    warrantCount: knownValue(holdings?.warrantCount) ?? 0n,
    warrantIds: (holdings?.warrantIds ?? []).flatMap((id) => knownValue(id) ?? []),
  }
}

/** The extra of the page of one series; undefined reads where there is no such series. */
export function seriesExtra(id: string, treasury: Address | undefined, account: Address | undefined) {
  const reads = (list: readonly SeriesAddresses[], known: Known) => {
    const addresses = list.find((_, index) => index.toString() === id)
    return addresses && seriesReads(addresses, treasury, account, known)
  }
  return {
    initial: nothingKnown,
    reads,
    learn: (readings) => (readings ? knownFrom(readings) : nothingKnown),
  } satisfies Extra<ReturnType<typeof reads>, Known>
}

/** The account's tokens with their amounts; a token whose amount is not read yet, or is gone, is left out. */
export function tokensOf(readings: SeriesReadings, kind: 'note' | 'warrant'): readonly Token[] {
  const holdings = readings.holdings[0]
  if (!holdings) return []
  const amounts = kind === 'note' ? holdings.principals : holdings.pars
  const owned = new Set(
    (kind === 'note' ? holdings.noteIds : holdings.warrantIds).map((reading) => knownValue(reading)),
  )
  return amounts.flatMap((reading) => {
    const id = reading.source.args[0]
    return reading.isKnown && typeof id === 'bigint' && owned.has(id)
      ? [{ id, usdtAmount: reading.value }]
      : []
  })
}
