import { isAddressEqual } from 'viem'
import type { Hash, TransactionReceipt } from 'viem'
import { getBlock, getTransaction, getTransactionCount, getTransactionReceipt } from 'viem/actions'

import type { ChainClient } from '../../chain/runtime'
import { matchesEffect } from '../plan/effect'
import { findEffect } from './effect-search'
import type { Entry } from './entry'
import { outcomeNote } from './outcome'
import { explainReverted } from '../explain/explain-reverted'
import type { Event } from './machine'
import { isDecided, isSupersededByGuess } from './machine'
import { findTransactionByNonce } from './find-by-nonce'
import type { MinedTransaction } from './find-by-nonce'

const nothingTaken: ReadonlySet<string> = new Set()

/** Nonces looked through for a request of which only the first possible one is known. */
const searchNonces = 20

/**
 * Asks the chain what became of one transaction. Nothing is concluded from silence: an error of the node is
 * thrown and the entry stays as it is; a missing receipt counts only together with the account's nonce, and a
 * missing block only when another one has its number. trust.md D2–D5
 * `taken` has the hashes that prove other entries: an effect counts once. trust.md D41
 */
export async function inspect(
  client: ChainClient,
  entry: Entry,
  head: bigint,
  finalityBlocks: number,
  taken: ReadonlySet<string> = nothingTaken,
): Promise<readonly Event[]> {
  if (isDecided(entry)) return inspectDecided(client, entry, head, finalityBlocks)
  if (isKnownByEffect(entry)) return inspectByEffect(client, entry, head, taken)
  if (entry.hash === undefined) return inspectWithoutHash(client, entry, head, taken)
  return inspectHash(client, entry, entry.hash, head, taken)
}

/** A Safe's hash may never appear, and a batch is another call than its steps: what they do shows. trust.md D27 */
export function isKnownByEffect({ isContractAccount, stepKind }: Entry): boolean {
  return isContractAccount || stepKind === 'batch'
}

/** Still in the same block? Then only depth matters. Another block at its height means it was taken back. */
async function inspectDecided(
  client: ChainClient,
  entry: Entry,
  head: bigint,
  finalityBlocks: number,
): Promise<readonly Event[]> {
  const { blockNumber, blockHash } = entry
  if (isSupersededByGuess(entry)) {
    const receipt = entry.hash && (await orMissing(getTransactionReceipt(client, { hash: entry.hash })))
    if (receipt) return receiptEvents(client, entry, receipt)
  }
  // Behind its block: a lagging node, or a chain that became shorter. The next block tells. F7, F8
  if (blockNumber === undefined || head < blockNumber) return []
  const block = await orMissing(getBlock(client, { blockNumber }))
  // A node may not have the block although it has later ones: then the receipt tells where the transaction is.
  if (block?.hash !== blockHash) {
    const foundIn = await blockHashOf(client, entry.replacedBy ?? entry.hash)
    if (foundIn !== blockHash) return [{ type: 'reorged' }]
    // The receipt still names its block, and the node shows another one there: it does not know what it says.
    if (block) return []
  }
  return head - blockNumber >= BigInt(finalityBlocks) ? [{ type: 'finalized' }] : []
}

async function blockHashOf(client: ChainClient, hash: Hash | undefined): Promise<Hash | undefined> {
  const receipt = hash && (await orMissing(getTransactionReceipt(client, { hash })))
  return receipt?.blockHash
}

async function inspectHash(
  client: ChainClient,
  entry: Entry,
  hash: Hash,
  head: bigint,
  taken: ReadonlySet<string>,
): Promise<readonly Event[]> {
  const receipt = await orMissing(getTransactionReceipt(client, { hash }))
  if (receipt && (taken.has(hash) || !(await isAfterAsk(client, entry, receipt)))) {
    const found = await inspectWithoutHash(client, entry, head, new Set([...taken, hash]))
    return [{ type: 'notOurs', note: notOurs }, ...found]
  }
  if (receipt) return receiptEvents(client, entry, receipt)

  const known = await orMissing(getTransaction(client, { hash }))
  const nonce = known?.nonce ?? entry.nonce
  const used = await getTransactionCount(client, { address: entry.account })
  const events: Event[] = known ? [{ type: 'seen', nonce: known.nonce }] : []
  if (nonce === undefined) return known ? events : [{ type: 'notFound', atBlock: head }]
  if (used > nonce) {
    const user = await findTransactionByNonce(client, entry.account, nonce, entry.askedBlock, head)
    // Our own hash: only the receipt is late. Not found: another node may know more at the next block.
    if (!user || user.hash === hash) return events
    return verdictOn(client, entry, user)
  }
  if (known) return used < nonce ? [...events, { type: 'nonceGap', missing: nonce - used }] : events
  return [{ type: 'notFound', atBlock: head }]
}

const notOurs = 'The wallet named an earlier transaction. Whether it sent this one is not known.'

/**
 * An account's transaction of before the ask can't be what was asked for, however alike. In a block not after the ask
 * it still is if its nonce was free then: the chain became shorter in between. trust.md D41
 */
async function isAfterAsk(
  client: ChainClient,
  entry: Entry,
  { blockNumber, from, transactionHash: hash }: TransactionReceipt,
): Promise<boolean> {
  if (blockNumber > entry.askedBlock) return true
  if (entry.nonce === undefined || !isAddressEqual(from, entry.account)) return false
  const transaction = await orMissing(getTransaction(client, { hash }))
  return transaction !== undefined && transaction.nonce >= entry.nonce
}

/** The tab closed, or the wallet failed, between question and answer: whoever used the nonce tells. F18, F21 */
async function inspectWithoutHash(
  client: ChainClient,
  entry: Entry,
  head: bigint,
  taken: ReadonlySet<string>,
): Promise<readonly Event[]> {
  const user = await sameCallSince(client, entry, head, taken)
  if (!user) return []
  const receipt = await orMissing(getTransactionReceipt(client, { hash: user.hash }))
  const found: Event = { type: 'submitted', hash: user.hash }
  return receipt ? [found, ...(await receiptEvents(client, entry, receipt))] : [found]
}

/** The very call that was asked for, among the nonces the account has used since. */
async function sameCallSince(
  client: ChainClient,
  entry: Entry,
  head: bigint,
  taken: ReadonlySet<string>,
): Promise<MinedTransaction | undefined> {
  const { nonce: first, account, askedBlock } = entry
  if (first === undefined) return undefined
  const used = await getTransactionCount(client, { address: account })
  for (let nonce = first; nonce < used && nonce < first + searchNonces; nonce += 1) {
    const user = await findTransactionByNonce(client, account, nonce, askedBlock, head)
    if (user && isSameCall(entry, user) && !taken.has(user.hash)) return user
  }
  return undefined
}

async function verdictOn(
  client: ChainClient,
  entry: Entry,
  user: MinedTransaction,
): Promise<readonly Event[]> {
  if (isSameCall(entry, user)) {
    const receipt = await orMissing(getTransactionReceipt(client, { hash: user.hash }))
    const repriced: Event = { type: 'repriced', hash: user.hash }
    return receipt ? [repriced, ...(await receiptEvents(client, entry, receipt))] : [repriced]
  }
  const isCancel =
    user.to !== null && isAddressEqual(user.to, entry.account) && user.value === 0n && user.input === '0x'
  const { hash, blockNumber, blockHash } = user
  return [{ type: 'superseded', isCancel, hash, blockNumber, blockHash }]
}

function isSameCall(entry: Entry, { to, input, value }: MinedTransaction): boolean {
  return to !== null && isAddressEqual(to, entry.to) && input === entry.data && value === entry.value
}

/**
 * What a receipt proves. The event for this account is stronger than the fields beside it: a status that is missing or
 * says otherwise, a relayer as the sender. Without event and without a status nothing is told. trust.md D41
 */
async function receiptEvents(
  client: ChainClient,
  entry: Entry,
  receipt: TransactionReceipt,
): Promise<readonly Event[]> {
  const { blockNumber, blockHash, transactionHash: hash, logs, from } = receipt
  const proved = { type: 'receipt', hash, blockNumber, blockHash } as const
  if (entry.effects.every((effect) => logs.some((log) => matchesEffect(log, effect))))
    return [{ ...proved, isSuccess: true, hasEffect: true, note: outcomeNote(entry, logs) }]
  // viem's type has no third value; nodes do.
  const status: string | null = receipt.status
  if (status === 'reverted') {
    const note = await explainReverted(client, entry, receipt)
    return [{ ...proved, isSuccess: false, hasEffect: false, note }]
  }
  if (status !== 'success') return []
  const isOurs = entry.isContractAccount || isAddressEqual(from, entry.account)
  const note = isOurs
    ? 'It ran, but without the expected result. Check the figures before going on.'
    : `It was sent by another account: ${from}.`
  return [{ ...proved, isSuccess: true, hasEffect: false, note }]
}

async function inspectByEffect(
  client: ChainClient,
  entry: Entry,
  head: bigint,
  taken: ReadonlySet<string>,
): Promise<readonly Event[]> {
  const { hash } = entry
  const receipt = hash && !taken.has(hash) && (await orMissing(getTransactionReceipt(client, { hash })))
  if (receipt && (await isAfterAsk(client, entry, receipt))) return receiptEvents(client, entry, receipt)
  const log = await findEffect(client, entry, head, taken)
  if (!log) return entry.status === 'proposed' || !entry.isContractAccount ? [] : [{ type: 'proposed' }]
  const { transactionHash, blockNumber, blockHash } = log
  const proved = { type: 'receipt', hash: transactionHash, blockNumber, blockHash } as const
  const whole = entry.unbounded && (await orMissing(getTransactionReceipt(client, { hash: transactionHash })))
  return [{ ...proved, isSuccess: true, hasEffect: true, note: outcomeNote(entry, whole?.logs ?? []) }]
}

const missingErrors = ['BlockNotFoundError', 'TransactionNotFoundError', 'TransactionReceiptNotFoundError']

/** viem throws where the node says null; anything else is a fault and goes up. */
async function orMissing<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked
  } catch (error) {
    if (missingErrors.includes((error as Error).name)) return undefined
    throw error
  }
}
