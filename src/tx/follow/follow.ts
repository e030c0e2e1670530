import { isAddressEqual } from 'viem'
import type { Hash } from 'viem'
import { getBlock, getTransactionCount } from 'viem/actions'

import type { ChainClient } from '../../chain/chain-reader'
import { matchesEffect } from '../plan/effect'
import { approvedOtherwise } from './approved'
import { findEffect } from './effect-search'
import type { Entry } from './entry'
import { outcomeNote } from './outcome'
import { explainReverted } from '../explain/explain-reverted'
import type { Event } from './machine'
import { isDecided, isSupersededByGuess } from './machine'
import { findTransactionByNonce } from './find-by-nonce'
import type { Look, Outcome, Sighting } from './sighting'
import { t } from '../../words/t'

/** The chain as an entry is followed on it: a node that says where to look, and the eyes that see what is there. */
export type Followed = {
  readonly client: ChainClient
  readonly look: Look
}

type Included = Sighting & { readonly outcome: Outcome }

/** Nonces looked through for a request of which only the first possible one is known. */
const searchNonces = 20

/**
 * Asks the chain what became of one transaction. Nothing is concluded from silence: an error of the node is
 * thrown and the entry stays as it is; a missing receipt counts only together with the account's nonce, and a
 * missing block only when another one has its number. trust.md D2–D5
 * `taken` has the hashes that prove other entries: an effect counts once. trust.md D41
 * @throws Doubt where sources contradict each other or a second one is waited for; what a node says that can't be asked
 */
export async function inspect(
  chain: Followed,
  entry: Entry,
  head: bigint,
  finalityBlocks: number,
  taken: ReadonlySet<string>,
): Promise<readonly Event[]> {
  if (isDecided(entry)) return inspectDecided(chain, entry, head, BigInt(finalityBlocks), taken)
  if (isKnownByEffect(entry)) return inspectByEffect(chain, entry, head, taken)
  if (entry.hash === undefined) return inspectWithoutHash(chain, entry, head, taken)
  return inspectHash(chain, entry, entry.hash, head, taken)
}

/** A Safe's hash may never appear, and a batch is another call than its steps: what they do shows. trust.md D27 */
export function isKnownByEffect({ isContractAccount, stepKind }: Entry): boolean {
  return isContractAccount || stepKind === 'batch'
}

/** Still in the same block? Then only depth matters. Another block at its height means it was taken back. */
async function inspectDecided(
  { client, look }: Followed,
  entry: Entry,
  head: bigint,
  finalityBlocks: bigint,
  taken: ReadonlySet<string>,
): Promise<readonly Event[]> {
  const { blockNumber, blockHash, replacedBy, hash = replacedBy, witnesses = [] } = entry
  if (isSupersededByGuess(entry) && hash !== undefined) {
    const late = await look(hash)
    if (isIncluded(late)) return receiptEvents(client, entry, late)
  }
  // Behind its block: a lagging node, or a chain that became shorter. The next block tells. F7, F8
  if (blockNumber === undefined || hash === undefined || head < blockNumber) return []
  if (replacedBy === undefined && taken.has(hash)) return [{ type: 'notOurs', note: notOurs }]
  const block = await orMissing(getBlock(client, { blockNumber }))
  const isSameBlock = block?.hash === blockHash
  if (isSameBlock && witnesses.length > 1 && head - blockNumber < finalityBlocks) return []
  // A node may not have the block although it has later ones: where the transaction is, is said by those who show it.
  const seen = await look(replacedBy ?? hash)
  if (!isIncluded(seen) || seen.outcome.blockHash !== blockHash) return [{ type: 'reorged' }]
  // It is still in its block, and the node shows another one there: it does not know what it says.
  if (block && !isSameBlock) return []
  const again =
    replacedBy === undefined ? await receiptEvents(client, entry, seen) : [superseded(entry, seen)]
  const depth = (seen.head < head ? seen.head : head) - blockNumber
  return depth >= finalityBlocks ? [...again, { type: 'finalized' }] : again
}

async function inspectHash(
  chain: Followed,
  entry: Entry,
  hash: Hash,
  head: bigint,
  taken: ReadonlySet<string>,
): Promise<readonly Event[]> {
  const { client, look } = chain
  const seen = await look(hash)
  if (seen && (taken.has(seen.hash) || !isSinceAsk(entry, seen))) {
    const found = await inspectWithoutHash(chain, entry, head, new Set([...taken, seen.hash]))
    return [{ type: 'notOurs', note: notOurs }, ...found]
  }
  if (isIncluded(seen)) return receiptEvents(client, entry, seen)

  // A relayer's nonce says nothing of the account's.
  if (seen && !isOwn(entry, seen)) return []
  const nonce = seen?.transaction.nonce ?? entry.nonce
  const used = await getTransactionCount(client, { address: entry.account })
  const events: Event[] = seen ? [{ type: 'seen', nonce: seen.transaction.nonce }] : []
  if (nonce === undefined) return [{ type: 'notFound', atBlock: head }]
  if (used > nonce) {
    const user = await lookByNonce(chain, entry, nonce, head)
    // Our own hash: only the receipt is late. Not found: another node may know more at the next block.
    if (!user || user.hash === seen?.hash) return events
    if (!isSameCall(entry, user)) return [superseded(entry, user)]
    return [{ type: 'repriced', hash: user.hash }, ...(await receiptEvents(client, entry, user))]
  }
  if (seen) return used < nonce ? [...events, { type: 'nonceGap', missing: nonce - used }] : events
  return [{ type: 'notFound', atBlock: head }]
}

const notOurs = t`The wallet named an earlier transaction. Whether it sent this one is not known.`

/**
 * What was there before the ask can't be what was asked for, however alike: the account's own transactions are told by
 * their nonce, also while an earlier one waits for its block; a relayer's by its block. trust.md D41
 */
function isSinceAsk(entry: Entry, seen: Sighting): boolean {
  if (isOwn(entry, seen) && entry.nonce !== undefined) return seen.transaction.nonce >= entry.nonce
  return seen.outcome === undefined || seen.outcome.blockNumber > entry.askedBlock
}

/** The tab closed, or the wallet failed, between question and answer: whoever used the nonce tells. F18, F21 */
async function inspectWithoutHash(
  chain: Followed,
  entry: Entry,
  head: bigint,
  taken: ReadonlySet<string>,
): Promise<readonly Event[]> {
  const user = await sameCallSince(chain, entry, head, taken)
  if (!user) return []
  return [{ type: 'submitted', hash: user.hash }, ...(await receiptEvents(chain.client, entry, user))]
}

/** The very call that was asked for, among the nonces the account has used since. */
async function sameCallSince(
  chain: Followed,
  entry: Entry,
  head: bigint,
  taken: ReadonlySet<string>,
): Promise<Included | undefined> {
  const { nonce: first, account } = entry
  if (first === undefined) return undefined
  const used = await getTransactionCount(chain.client, { address: account })
  for (let nonce = first; nonce < used && nonce < first + searchNonces; nonce += 1) {
    const user = await lookByNonce(chain, entry, nonce, head)
    if (user && isSameCall(entry, user) && !taken.has(user.hash)) return user
  }
  return undefined
}

/** The account's transaction with a nonce: a node says which it is, and it counts as far as it is seen. */
async function lookByNonce(
  { client, look }: Followed,
  entry: Entry,
  nonce: number,
  head: bigint,
): Promise<Included | undefined> {
  const hash = await findTransactionByNonce(client, entry.account, nonce, entry.askedBlock, head)
  const seen = hash && (await look(hash))
  return isIncluded(seen) && isOwn(entry, seen) && seen.transaction.nonce === nonce ? seen : undefined
}

function superseded({ account }: Entry, { hash, transaction, outcome, witnesses }: Included): Event {
  const { to, value, input } = transaction
  const isCancel = to !== null && isAddressEqual(to, account) && value === 0n && input === '0x'
  const { blockNumber, blockHash } = outcome
  return { type: 'superseded', isCancel, hash, blockNumber, blockHash, witnesses }
}

function isIncluded(seen: Sighting | undefined): seen is Included {
  return seen?.outcome !== undefined
}

function isOwn({ account }: Entry, { transaction }: Sighting): boolean {
  return isAddressEqual(transaction.from, account)
}

function isSameCall(entry: Entry, { transaction: { to, input, value } }: Sighting): boolean {
  return to !== null && isAddressEqual(to, entry.to) && input === entry.data && value === entry.value
}

/**
 * Whether a wallet sent what was reviewed: the same bytes, or the same within or before its own. People change approvals
 * in their wallet; how relayers, co-signers and batches wrap a call is theirs.
 */
function isReviewedCall(entry: Entry, seen: Sighting): boolean {
  if (entry.stepKind !== 'act' || !isOwn(entry, seen)) return true
  const { to, input, value } = seen.transaction
  if (to === null || !isAddressEqual(to, entry.to)) return input.includes(entry.data.slice(2))
  return input.startsWith(entry.data) && value === entry.value
}

/**
 * What was seen proves. The event for this account is stronger than the fields beside it: a status that is missing or
 * says otherwise, a relayer as the sender. Without event and without a status nothing is told. trust.md D41
 */
async function receiptEvents(client: ChainClient, entry: Entry, seen: Included): Promise<readonly Event[]> {
  const { hash, outcome, witnesses } = seen
  const { blockNumber, blockHash, logs, isSuccess, gasUsed } = outcome
  const { account, approvals = [] } = entry
  const isBatch = entry.stepKind === 'batch'
  const otherwise = approvedOtherwise({ account, approvals, isBatch }, logs)
  const approved = otherwise.length > 0 ? { approved: otherwise } : {}
  const told = { type: 'receipt', hash, blockNumber, blockHash, witnesses, ...approved } as const
  if (entry.effects.every((effect) => logs.some((log) => matchesEffect(log, effect)))) {
    if (isReviewedCall(entry, seen))
      return [{ ...told, isSuccess: true, hasEffect: true, note: outcomeNote(entry, logs) }]
    const note = t`The wallet sent another call than the one reviewed. Check the figures before going on.`
    return [{ ...told, isSuccess: true, hasEffect: false, note }]
  }
  if (isSuccess === false) {
    const note = await explainReverted(client, entry, { hash, blockNumber, gasUsed })
    return [{ ...told, isSuccess: false, hasEffect: false, note }]
  }
  if (isSuccess === undefined) return []
  const note =
    entry.isContractAccount || isOwn(entry, seen)
      ? t`It ran, but without the expected result. Check the figures before going on.`
      : t`It was sent by another account: ${seen.transaction.from}.`
  return [{ ...told, isSuccess: true, hasEffect: false, note }]
}

async function inspectByEffect(
  { client, look }: Followed,
  entry: Entry,
  head: bigint,
  taken: ReadonlySet<string>,
): Promise<readonly Event[]> {
  const named = entry.hash && (await look(entry.hash))
  const isOlder = named && (taken.has(named.hash) || !isSinceAsk(entry, named))
  if (!isOlder && isIncluded(named)) return receiptEvents(client, entry, named)
  const found = await findEffect(client, entry, head, taken)
  const seen = found && (await look(found))
  if (isIncluded(seen) && isSinceAsk(entry, seen)) return receiptEvents(client, entry, seen)
  if (isOlder) return [{ type: 'notOurs', note: notOurs }]
  return entry.status === 'proposed' || !entry.isContractAccount ? [] : [{ type: 'proposed' }]
}

/** viem throws where the node says null; anything else is a fault and goes up. */
async function orMissing<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked
  } catch (error) {
    if ((error as Error).name === 'BlockNotFoundError') return undefined
    throw error
  }
}
