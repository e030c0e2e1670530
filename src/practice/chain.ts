import { concatHex, keccak256, stringToHex, type Address, type Hex } from 'viem'

import { execute, GAS_LIMIT, type Message, type Moment, type Outcome } from './execute'
import { firstLayer } from './first-layer'
import { pastEvents, type PlacedLog } from './past-events'
import type { Packed } from './packed'
import type { Layer } from './state'

type Transaction = Message & {
  readonly hash: Hex
  readonly nonce: bigint
  readonly blockNumber: number
  readonly outcome: Outcome
}

/**
 * A chain that lives in memory: it begins as it was packed, makes a block for each transaction, and its clock goes on from
 * the newest block as the device's does. The state of every block since the beginning can be asked for.
 */
export class Chain {
  readonly chainId: number
  readonly logs: PlacedLog[]
  readonly transactions = new Map<Hex, Transaction>()
  readonly #seed: Hex
  readonly #nowMs: () => number
  readonly #seconds: number[]
  readonly #layers: Layer[]
  readonly #firstKnown: number
  readonly #hashes = new Map<string, Hex>()
  /** Block time less the device's, seconds. */
  #ahead: number
  #nextSeconds: number | undefined
  #queue: Promise<unknown> = Promise.resolve()

  /** @param seed makes its hashes: another one is another chain to whoever remembers the first block's */
  constructor(packed: Packed, chainId: number, seed: Hex, nowMs: () => number = Date.now) {
    this.chainId = chainId
    this.#seed = seed
    this.#nowMs = nowMs
    let seconds = 0
    this.#seconds = packed.seconds.map((more) => (seconds += more))
    this.#layers = [firstLayer(packed)]
    this.#firstKnown = this.head.number
    this.#ahead = this.head.seconds - this.#deviceSeconds()
    this.logs = pastEvents(packed, (block, index) => this.#hash(`${block}:${index}`))
  }

  get head(): Moment {
    const number = this.#seconds.length - 1
    return { number, seconds: this.#seconds[number] ?? 0 }
  }

  /** When the next block would be made. */
  get next(): Moment {
    const { number, seconds } = this.head
    const now = this.#nextSeconds ?? this.#deviceSeconds() + this.#ahead
    return { number: number + 1, seconds: Math.max(now, seconds + 1) }
  }

  secondsOf(number: number): number | undefined {
    return this.#seconds[number]
  }

  hashOf(number: number): Hex {
    return this.#hash(`${number}`)
  }

  /** The state after this block. Throws for a block before the beginning, of which no state was packed. */
  stateAt(number: number): readonly Layer[] {
    const kept = number - this.#firstKnown + 1
    if (kept < 1 || kept > this.#layers.length)
      throw new Error(`The state of block ${number} is not kept: the practice begins at ${this.#firstKnown}.`)
    return this.#layers.slice(0, kept)
  }

  /** What a message would do on this state; nothing is kept. */
  run(below: readonly Layer[], message: Message, at: Moment): Promise<Outcome> {
    return execute(below, message, at, this.chainId, (number) => this.hashOf(number))
  }

  /** The time of the next block, unix seconds; the clock goes on from there. */
  setNextSeconds(seconds: number): void {
    if (seconds <= this.head.seconds) throw new Error('Time on a chain only goes forward.')
    this.#nextSeconds = seconds
  }

  /** A block without transactions. */
  mine(): Promise<void> {
    return this.#inTurn(() => {
      this.#seal(new Map())
      return Promise.resolve()
    })
  }

  /** Runs a message in a block of its own, whether it succeeds or not, and gives its hash. */
  send(message: Message): Promise<Hex> {
    return this.#inTurn(async () => {
      const at = this.next
      const below = this.stateAt(this.head.number)
      const { nonce, balance } = accountIn(below, message.from)
      if (balance < message.value) throw new Error('insufficient funds for the value that is sent')
      if (message.gas > GAS_LIMIT) throw new Error('the gas limit exceeds that of a block')
      const outcome = await this.run(below, message, at)
      const hash = this.#hash(`${message.from}:${nonce}`)
      this.#nextSeconds = at.seconds
      this.#seal(outcome.layer)
      this.transactions.set(hash, { ...message, hash, nonce, blockNumber: at.number, outcome })
      outcome.logs.forEach((log, logIndex) =>
        this.logs.push({
          ...log,
          blockNumber: at.number,
          transactionHash: hash,
          transactionIndex: 0,
          logIndex,
        }),
      )
      return hash
    })
  }

  /** Gives an account this much ether, in a block of its own. */
  setBalance(address: Address, balance: bigint): Promise<void> {
    return this.#inTurn(() => {
      const { nonce } = accountIn(this.#layers, address)
      this.#seal(new Map([[`a${address.slice(2).toLowerCase()}`, { nonce, balance }]]))
      return Promise.resolve()
    })
  }

  #seal(layer: Layer): void {
    const { seconds } = this.next
    this.#seconds.push(seconds)
    this.#layers.push(layer)
    this.#ahead = seconds - this.#deviceSeconds()
    this.#nextSeconds = undefined
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = this.#queue.then(work)
    this.#queue = done.catch(() => undefined)
    return done
  }

  #deviceSeconds(): number {
    return Math.floor(this.#nowMs() / 1000)
  }

  #hash(of: string): Hex {
    const known = this.#hashes.get(of)
    if (known) return known
    const hash = keccak256(concatHex([this.#seed, stringToHex(of)]))
    this.#hashes.set(of, hash)
    return hash
  }
}

/** Nonce and wei of an account. */
export function accountIn(
  layers: readonly Layer[],
  address: Address,
): { readonly nonce: bigint; readonly balance: bigint } {
  const key = `a${address.slice(2).toLowerCase()}`
  const layer = layers.findLast((one) => one.has(key))
  const kept = layer?.get(key)
  return kept !== undefined && 'nonce' in kept ? kept : { nonce: 0n, balance: 0n }
}
