import type { AccountFields, StateManagerInterface } from '@ethereumjs/common'
import { createAccount, KECCAK256_NULL, type Account, type Address } from '@ethereumjs/util'
import { bytesToHex, hexToBytes, keccak256 } from 'viem'

type Kept = { readonly nonce: bigint; readonly balance: bigint }
/** What is known of an account, its code and its slots, by key; a layer lies over those before it. */
export type Layer = Map<string, Kept | Uint8Array | undefined>

const nothing = new Uint8Array(0)
const plain = (bytes: Uint8Array) => bytesToHex(bytes).slice(2)
const accountKey = (address: Address) => `a${plain(address.bytes)}`
const codeKey = (address: Address) => `c${plain(address.bytes)}`
const slotKey = (address: Address, slot: Uint8Array) => plain(address.bytes) + plain(slot)

/** Contracts are few and their code is long: hashed once. */
const codeHashes = new WeakMap<Uint8Array, Uint8Array>()
function hashOf(code: Uint8Array): Uint8Array {
  const known = codeHashes.get(code) ?? hexToBytes(keccak256(code))
  codeHashes.set(code, known)
  return known
}

/**
 * State as layers: what a block changed lies over what there was before, so the state at an older block is the same list,
 * cut off earlier. A checkpoint is one more layer. Nothing below the top is ever written to.
 */
export class State implements StateManagerInterface {
  readonly #below: readonly Layer[]
  #layers: Layer[] = [new Map() as Layer]
  readonly originalStorageCache = {
    get: (address: Address, slot: Uint8Array) =>
      Promise.resolve((find(this.#below, slotKey(address, slot)) as Uint8Array | undefined) ?? nothing),
    clear: () => undefined,
  }

  constructor(below: readonly Layer[]) {
    this.#below = below
  }

  /** Everything written so far, once no checkpoint is open. */
  get written(): Layer {
    return this.#layers[0] ?? new Map()
  }

  getAccount(address: Address): Promise<Account | undefined> {
    const kept = this.#find(accountKey(address)) as Kept | undefined
    if (!kept) return Promise.resolve(undefined)
    const code = this.#codeOf(address)
    const account = createAccount({ ...kept, codeHash: hashOf(code) })
    return Promise.resolve(account)
  }

  putAccount(address: Address, account?: Account): Promise<void> {
    this.#put(accountKey(address), account && { nonce: account.nonce, balance: account.balance })
    return Promise.resolve()
  }

  deleteAccount(address: Address): Promise<void> {
    this.#put(codeKey(address), undefined)
    return this.putAccount(address)
  }

  async modifyAccountFields(address: Address, { nonce, balance }: AccountFields): Promise<void> {
    const account = (await this.getAccount(address)) ?? createAccount({})
    if (nonce !== undefined) account.nonce = nonce
    if (balance !== undefined) account.balance = balance
    await this.putAccount(address, account)
  }

  async putCode(address: Address, code: Uint8Array): Promise<void> {
    this.#put(codeKey(address), code)
    await this.modifyAccountFields(address, {})
  }

  getCode(address: Address): Promise<Uint8Array> {
    return Promise.resolve(this.#codeOf(address))
  }

  getCodeSize(address: Address): Promise<number> {
    return Promise.resolve(this.#codeOf(address).length)
  }

  getStorage(address: Address, slot: Uint8Array): Promise<Uint8Array> {
    return Promise.resolve((this.#find(slotKey(address, slot)) as Uint8Array | undefined) ?? nothing)
  }

  putStorage(address: Address, slot: Uint8Array, value: Uint8Array): Promise<void> {
    this.#put(slotKey(address, slot), value)
    return Promise.resolve()
  }

  /** Asked for at a new contract's address, where there is nothing to clear. */
  clearStorage(): Promise<void> {
    return Promise.resolve()
  }

  checkpoint(): Promise<void> {
    this.#layers.push(new Map())
    return Promise.resolve()
  }

  commit(): Promise<void> {
    const top = this.#layers.pop()
    for (const [key, value] of top ?? []) this.#put(key, value)
    return Promise.resolve()
  }

  revert(): Promise<void> {
    this.#layers.pop()
    return Promise.resolve()
  }

  clearCaches(): void {
    // There are none.
  }

  shallowCopy(): State {
    return new State([...this.#below, ...this.#layers])
  }

  // A block's hash here is not made from its state.
  getStateRoot(): Promise<Uint8Array> {
    return Promise.resolve(KECCAK256_NULL)
  }

  setStateRoot(): Promise<void> {
    return Promise.resolve()
  }

  hasStateRoot(): Promise<boolean> {
    return Promise.resolve(false)
  }

  #put(key: string, value: Kept | Uint8Array | undefined): void {
    this.#layers.at(-1)?.set(key, value)
  }

  #find(key: string) {
    for (let index = this.#layers.length - 1; index >= 0; index -= 1)
      if (this.#layers[index]?.has(key)) return this.#layers[index]?.get(key)
    return find(this.#below, key)
  }

  #codeOf(address: Address): Uint8Array {
    return (this.#find(codeKey(address)) as Uint8Array | undefined) ?? nothing
  }
}

function find(layers: readonly Layer[], key: string) {
  for (let index = layers.length - 1; index >= 0; index -= 1)
    if (layers[index]?.has(key)) return layers[index]?.get(key)
  return undefined
}
