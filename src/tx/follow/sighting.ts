import { hexToNumber, isAddress, isHash } from 'viem'
import type { Address, Hash, Hex } from 'viem'
import * as v from 'valibot'

import { isBytes, isQuantity } from '../../chain/rpc-shape'
import { within } from '../../chain/time-limit'
import type { Source, Sources } from '../rehearse/sources'
import { toJson } from './entry'
import { t } from '../../words/t'

/** Where and how a transaction ran. */
export type Outcome = {
  readonly blockNumber: bigint
  readonly blockHash: Hash
  /** Some nodes do not tell. */
  readonly isSuccess: boolean | undefined
  readonly gasUsed: bigint
  readonly logs: readonly {
    readonly address: Address
    readonly topics: readonly Hash[]
    readonly data: Hex
  }[]
}

/** A transaction as everybody who shows it shows it. */
export type Sighting = {
  readonly hash: Hash
  readonly transaction: {
    readonly from: Address
    readonly to: Address | null
    readonly nonce: number
    readonly input: Hex
    readonly value: bigint
  }
  /** Undefined while no block has it. */
  readonly outcome: Outcome | undefined
  /** Who shows the outcome. */
  readonly witnesses: readonly string[]
  /** The newest block that each of them has. */
  readonly head: bigint
}

/**
 * Looks for a transaction at every node, and at the wallet where fewer than two of them can tell. Undefined where nobody
 * shows it.
 * @throws Doubt while sources contradict each other or a second one is waited for; an Error when nobody answers
 */
export type Look = (hash: Hash) => Promise<Sighting | undefined>

/** Why an outcome that somebody shows is not believed, as a sentence. trust.md D38 */
export class Doubt extends Error {
  override readonly name = 'Doubt'
  constructor(
    sentence: string,
    /** Sources contradict each other; otherwise one is waited for. */
    readonly isDispute: boolean,
    /** It may pass before the next block. */
    readonly isYoung: boolean,
  ) {
    super(sentence)
  }
}

type Answer = { readonly name: string; readonly head: bigint; readonly shown: Shown | undefined }
type Shown = Pick<Sighting, 'transaction' | 'outcome'>
type Located = Answer & { readonly shown: Shown & { readonly outcome: Outcome } }

/** A source that says nothing for so long is silent. */
const answerMs = 3_000
/** So long is a node that is silent or behind waited for, before one source's word is taken and called so. */
const confirmMs = 15_000

/** The only eyes by which a transaction is followed: what they show is what all sources that can tell agree on. */
export function createLook(sourcesNow: () => Sources, nowMs = () => performance.now()): Look {
  /** By hash: since when somebody shows an outcome that is not agreed on. */
  const doubtedSinceMs = new Map<Hash, number>()

  return async (given) => {
    const hash = given.toLowerCase() as Hash
    const { nodes, wallet } = sourcesNow()
    const asked = await Promise.all(nodes.map((node) => ask(node, hash)))
    const answers = asked.filter((answer) => answer !== undefined)
    const first = answers.find(isLocated)
    if (!first) {
      doubtedSinceMs.delete(hash)
      if (answers.length === 0) throw new Error('No node answers.')
      const waiting = answers.find(({ shown }) => shown !== undefined)?.shown
      return waiting && { hash, ...waiting, witnesses: [], head: 0n }
    }
    const { blockNumber } = first.shown.outcome
    const canTell = (answer: Answer) => isLocated(answer) || answer.head >= blockNumber
    if (answers.filter(canTell).length < 2) {
      const answer = await ask(wallet, hash)
      if (answer) answers.push(answer)
    }

    const agreeing = answers.filter(isLocated).filter((answer) => isSame(answer.shown, first.shown))
    const witnesses = agreeing.map(({ name }) => name)
    const differing = answers.filter((answer) => canTell(answer) && !agreeing.some((one) => one === answer))
    const since = doubtedSinceMs.get(hash) ?? nowMs()
    doubtedSinceMs.set(hash, since)
    const isYoung = nowMs() - since < confirmMs
    const listed = (names: readonly string[]) => names.join(t` and `)
    const told =
      witnesses.length === 1
        ? t`${witnesses.join()} shows it in block ${blockNumber}`
        : t`${listed(witnesses)} show it in block ${blockNumber}`
    if (differing.length > 0) {
      const others = differing.map(({ name }) => name)
      const sentence =
        others.length === 1
          ? t`${told}, and ${others.join()} says otherwise. Neither is believed until they agree.`
          : t`${told}, and ${listed(others)} say otherwise. Neither is believed until they agree.`
      throw new Doubt(sentence, true, isYoung)
    }
    const late = [
      ...nodes.filter((_, index) => asked[index] === undefined),
      ...answers.filter((answer) => !canTell(answer)),
    ]
    if (witnesses.length < 2 && late.length > 0 && isYoung) {
      const sentence = t`${told}. Up to ${confirmMs / 1000} s are given to ${late.map(({ name }) => name).join(' and ')} to confirm it.`
      throw new Doubt(sentence, false, true)
    }
    if (witnesses.length > 1) doubtedSinceMs.delete(hash)
    const best = agreeing.find(({ shown }) => shown.outcome.isSuccess !== undefined) ?? first
    const head = agreeing.reduce(
      (lowest, answer) => (answer.head < lowest ? answer.head : lowest),
      first.head,
    )
    return { hash, ...best.shown, witnesses, head }
  }
}

function isLocated(answer: Answer): answer is Located {
  return answer.shown?.outcome !== undefined
}

/** All of it is consensus, but for a status that some do not tell. */
function isSame(one: Located['shown'], other: Located['shown']): boolean {
  const isSilent = one.outcome.isSuccess === undefined || other.outcome.isSuccess === undefined
  const essence = ({ transaction, outcome: { blockHash, isSuccess, logs } }: Located['shown']) =>
    toJson([transaction, blockHash, logs, isSilent || isSuccess])
  return essence(one) === essence(other)
}

/** The head comes first: a node that had the block before it was asked has no excuse for not showing what is in it. */
async function ask(source: Source, hash: Hash): Promise<Answer | undefined> {
  try {
    return await within(answerMs, async () => {
      const head = v.parse(quantity, await source.head())
      const [transaction, receipt] = await Promise.all([source.transaction(hash), source.receipt(hash)])
      const shown = transaction === null ? undefined : v.parse(transactionSchema, transaction)
      const outcome = receipt === null ? undefined : v.parse(receiptSchema, receipt)
      if (outcome && !shown) return undefined
      if ([shown?.hash, outcome?.transactionHash].some((named) => named !== undefined && named !== hash))
        return undefined
      return { name: source.name, head, shown: shown && { transaction: essentials(shown), outcome } }
    })
  } catch {
    return undefined
  }
}

const lower = <T extends string>(text: T) => text.toLowerCase() as T
const hash = v.pipe(
  v.custom<Hash>((value) => typeof value === 'string' && isHash(value)),
  v.transform(lower),
)
const address = v.pipe(
  v.custom<Address>((value) => typeof value === 'string' && isAddress(value, { strict: false })),
  v.transform(lower),
)
const bytes = v.pipe(v.custom<Hex>(isBytes), v.transform(lower))
const quantity = v.pipe(
  v.custom<Hex>(isQuantity),
  v.transform((value) => BigInt(value)),
)
/** More than a block has room for. */
const maxLogs = 100_000

const transactionSchema = v.object({
  hash,
  from: address,
  to: v.nullish(address),
  nonce: v.pipe(
    v.custom<Hex>(isQuantity),
    v.transform((value) => hexToNumber(value)),
  ),
  input: bytes,
  value: quantity,
})
const receiptSchema = v.pipe(
  v.object({
    transactionHash: hash,
    blockNumber: quantity,
    blockHash: hash,
    status: v.nullish(quantity),
    gasUsed: v.nullish(quantity),
    logs: v.pipe(
      v.custom<unknown[]>((value) => Array.isArray(value) && value.length <= maxLogs),
      v.array(v.object({ address, topics: v.array(hash), data: bytes })),
    ),
  }),
  v.transform(({ status, gasUsed, ...rest }) => ({
    ...rest,
    gasUsed: gasUsed ?? 0n,
    isSuccess: typeof status === 'bigint' ? status === 1n : undefined,
  })),
)

function essentials({ from, to, nonce, input, value }: v.InferOutput<typeof transactionSchema>) {
  return { from, to: to ?? null, nonce, input, value }
}
