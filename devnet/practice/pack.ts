/** Makes what a practice in the browser begins with out of anvil's dump. */
import { gzipSync, strToU8 } from 'fflate'
import type { Address, Hex } from 'viem'
import { short, type Packed, type PackedEvent } from '../../src/practice/packed'

/** Of anvil's dump what is read here. */
export type Dump = {
  readonly best_block_number: number
  readonly accounts: Readonly<Record<Address, DumpedAccount>>
  readonly blocks: readonly { readonly header: { readonly number: Hex; readonly timestamp: Hex } }[]
  readonly transactions: readonly DumpedTransaction[]
}
type DumpedAccount = {
  readonly nonce: number
  readonly balance: Hex
  readonly code: Hex
  readonly storage: Readonly<Record<Hex, Hex>>
}
type DumpedTransaction = {
  readonly info: { readonly transaction_index: number }
  readonly receipt: {
    readonly logs: readonly {
      readonly address: Address
      readonly topics: readonly Hex[]
      readonly data: Hex
    }[]
  }
  readonly block_number: number
}

/** Each text once, and where it is. */
class Places {
  readonly all: string[] = []
  readonly #places = new Map<string, number>()

  of(text: string): number {
    const known = this.#places.get(text)
    if (known !== undefined) return known
    this.#places.set(text, this.all.length)
    return this.all.push(text) - 1
  }
}

/** The chain of a dump and its contracts, packed. */
export function pack(dump: Dump, contracts: Packed['contracts']): Packed {
  const codes = new Places()
  const words = new Places()
  const accounts = Object.entries(dump.accounts).map(
    ([address, { nonce, balance, code, storage }]): Packed['accounts'][number] => {
      const account = [address as Address, nonce, short(balance)] as const
      if (code === '0x') return account
      const slots = Object.entries(storage).flatMap(([key, value]) => [short(key), short(value)])
      return [...account, codes.of(code.slice(2)), slots.join()]
    },
  )
  const times = dump.blocks
    .map(({ header }) => ({ number: Number(header.number), seconds: Number(header.timestamp) }))
    .sort((a, b) => a.number - b.number)
    .map(({ seconds }) => seconds)
  const transactions = dump.transactions.toSorted(
    (a, b) => a.block_number - b.block_number || a.info.transaction_index - b.info.transaction_index,
  )
  let last = 0
  const events = transactions.flatMap(({ info, receipt, block_number }) =>
    receipt.logs.map(({ address, topics, data }): PackedEvent => {
      const blocks = block_number - last
      last = block_number
      const places = topics.map((topic) => words.of(short(topic)))
      return [blocks, info.transaction_index, words.of(short(address)), places, data.slice(2)]
    }),
  )
  return {
    contracts,
    codes: codes.all,
    accounts,
    seconds: times.map((seconds, index) => seconds - (times[index - 1] ?? 0)),
    words: words.all,
    events,
  }
}

/** As a file: the same bytes on every machine. */
export function zip(packed: Packed): Uint8Array {
  return gzipSync(strToU8(JSON.stringify(packed)), { level: 9, mtime: 0 })
}
