import { isAddressEqual, isHash, keccak256, maxUint256, numberToHex, toHex } from 'viem'
import type { Address, Hash, Hex } from 'viem'

import { randomId } from '../plan/random-id'
import { toJson } from '../follow/entry'
import { explainError, isRefusedByPerson } from '../explain/errors'
import type { Act, Plan } from '../plan/plan'
import type { Explained } from '../explain/revert'
import { actStep, approveStep } from '../plan/steps'
import type { Step } from '../plan/steps'
import { withinLimit } from '../wallet'
import type { Wallet } from '../wallet'
import { t } from '../../words/t'

/** A plan and its remaining transactions as the person saw them; frozen, and known to the choke point. */
export type Review = { readonly id: string; readonly plan: Plan; readonly steps: readonly Step[] }

export type SendResult =
  | { readonly isSent: true; readonly hash: Hash }
  | { readonly isSent: true; readonly batchId: string }
  /** `mayBeSent`: the wallet had the request, and it was not the person who refused it. */
  | { readonly isSent: false; readonly problem: Explained; readonly mayBeSent: boolean }

/** Of `approve(address,uint256)`. */
const approveSelector = '0x095ea7b3'

const fingerprints = new Map<string, Hex>()
/** What the wallet is being asked for, each with everything it is asked for at once. */
const inHand = new Map<string, readonly string[]>()
let reviewCount = 0

/**
 * Seals what a person is about to review. Steps that do not follow from the plan are a mistake of ours.
 * @throws if the steps are not the plan's
 */
export function sealReview(plan: Plan, steps: readonly Step[]): Review {
  reviewCount += 1
  const id = `${Date.now().toString(36)}-${reviewCount}-${randomId().slice(0, 8)}`
  const review = deepFreeze(structuredClone({ id, plan, steps }))
  const problem = review.steps.map((step) => stepProblem(review.plan, step)).find((sentence) => sentence)
  if (problem) throw new Error(problem)
  fingerprints.set(id, fingerprint(review))
  return review
}

/**
 * Names what a transaction does, whatever bounds it: two of them in flight at once would be a double send, also when the
 * second has a later deadline. Entries of older versions are named by all their bytes.
 */
export function intentKey(
  chainId: number,
  account: Address,
  call: { to: Address; data: Hex; intent?: Hex | undefined; value: bigint },
): string {
  return `${chainId}:${account}:${call.to}:${call.intent ?? keccak256(call.data)}:${call.value}`.toLowerCase()
}

/**
 * The only way a transaction leaves this app (trust.md X5, X6): one step of a sealed review. Refuses what is not
 * exactly that review, a second click, and a wallet on another chain or account. `onAsk` is called right before
 * the wallet is asked, so that the intent is on record whatever happens next. `rehearsedGas`, the gas the step used in
 * its rehearsal, goes along with a margin.
 */
export async function sendStep(
  review: Review,
  stepIndex: number,
  wallet: Wallet,
  onAsk: () => void | Promise<void>,
  rehearsedGas?: bigint,
): Promise<SendResult> {
  const step = review.steps[stepIndex]
  if (!step) return refusal(t`There is no such step in the review.`)
  const { chainId, account } = review.plan
  return once([step], review, wallet, onAsk, async () => {
    const { to, data, value } = step
    const gas = rehearsedGas === undefined ? {} : { gas: numberToHex(gasLimit(rehearsedGas)) }
    const transaction = {
      from: account,
      to,
      data,
      value: numberToHex(value),
      chainId: numberToHex(chainId),
      ...gas,
    }
    const hash = await wallet.request({ method: 'eth_sendTransaction', params: [transaction] })
    if (typeof hash !== 'string' || !isHash(hash))
      throw new Error('The wallet did not give back a transaction hash.')
    return { isSent: true, hash: hash.toLowerCase() as Hash }
  })
}

/** No transaction may have more (EIP-7825). */
const maxGas = 2n ** 24n

/**
 * The limit for a step that used so much gas in its rehearsal, rounded down. Half more: storage is refunded at the end
 * only, a call within gets 63/64 of what is left, and where a contract swallows the failure of one, a wallet's own
 * estimate finds a limit at which nothing happens. trust.md D43
 */
export function gasLimit(rehearsedGas: bigint): bigint {
  const limit = (rehearsedGas * 3n) / 2n
  return limit < maxGas ? limit : maxGas
}

/**
 * All steps of a sealed review in one go, all or nothing (EIP-5792). Only for wallets that say so. trust.md D27
 * `rehearsedGas`, of each step, goes along with a margin: for wallets that take it (ERC-8132), of all steps or of none.
 */
export async function sendBatch(
  review: Review,
  wallet: Wallet,
  onAsk: () => void | Promise<void>,
  rehearsedGas: readonly (bigint | undefined)[] = [],
): Promise<SendResult> {
  const { chainId, account } = review.plan
  const limits = rehearsedGas.flatMap((gas) => (gas === undefined ? [] : [numberToHex(gasLimit(gas))]))
  const isLimited = limits.length === review.steps.length
  return once(review.steps, review, wallet, onAsk, async () => {
    const calls = review.steps.map(({ to, data, value }, index) => ({
      to,
      data,
      value: numberToHex(value),
      ...(isLimited && { capabilities: { gasLimitOverride: { value: limits[index], optional: true } } }),
    }))
    const batch = {
      version: '2.0.0',
      from: account,
      chainId: numberToHex(chainId),
      atomicRequired: true,
      calls,
    }
    const answer = await wallet.request({ method: 'wallet_sendCalls', params: [batch] })
    const id: unknown = typeof answer === 'object' && answer !== null && 'id' in answer ? answer.id : answer
    if (typeof id !== 'string' || id.length > 8192)
      throw new Error('The wallet did not give back a batch id.')
    return { isSent: true, batchId: id }
  })
}

/** Lets a transaction be asked for again whose first request the wallet never answered: the person's own choice. */
export function forgetRequest(key: string): void {
  for (const together of inHand.get(key) ?? []) inHand.delete(together)
}

/** What a wallet says it can do with several calls. */
export type BatchAbility = {
  /** It takes them as one transaction. */
  readonly isAtomic: boolean
  /** It would, once it has turned the account into a smart one (EIP-7702): never without the person's leave. trust.md X6 */
  readonly canUpgrade: boolean
  /** It takes a limit of gas for each (ERC-8132). trust.md D43 */
  readonly takesGas: boolean
}

/** Asks the wallet what it can do with several calls; one that can't say can do nothing. */
export async function batchAbility(wallet: Wallet, chainId: number, account: Address): Promise<BatchAbility> {
  try {
    const chain = numberToHex(chainId)
    const answer = await withinLimit(() =>
      wallet.request({ method: 'wallet_getCapabilities', params: [account, [chain]] }),
    )
    const capabilities = answer as Record<
      string,
      { atomic?: { status?: string }; gasLimitOverride?: { supported?: boolean } } | undefined
    > | null
    // What holds on every chain is said of chain 0.
    const takesGas = [chain, '0x0'].some((one) => capabilities?.[one]?.gasLimitOverride?.supported === true)
    const status = capabilities?.[chain]?.atomic?.status
    return { isAtomic: status === 'supported', canUpgrade: status === 'ready', takesGas }
  } catch {
    return { isAtomic: false, canUpgrade: false, takesGas: false }
  }
}

async function once(
  steps: readonly Step[],
  review: Review,
  wallet: Wallet,
  onAsk: () => void | Promise<void>,
  ask: () => Promise<SendResult>,
): Promise<SendResult> {
  const { chainId, account } = review.plan
  const keys = steps.map((step) => intentKey(chainId, account, step))
  if (keys.some((key) => inHand.has(key))) {
    return refusal(t`The wallet is already asked for this transaction. Answer there.`)
  }
  for (const key of keys) inHand.set(key, keys)
  let isAsked = false
  try {
    const problem = reviewProblem(review) ?? (await walletProblem(review.plan, wallet))
    if (problem) return { isSent: false, mayBeSent: false, problem }
    await onAsk()
    isAsked = true
    return await ask()
  } catch (error) {
    const problem = explainError(error, { doing: t`Sending` })
    return { isSent: false, problem, mayBeSent: isAsked && !isRefusedByPerson(error) }
  } finally {
    // A request that was given up and asked again is another one's by now.
    for (const key of keys) if (inHand.get(key) === keys) inHand.delete(key)
  }
}

function reviewProblem(review: Review): Explained | undefined {
  const isSealed = fingerprints.get(review.id) === fingerprint(review)
  const sentence = isSealed
    ? review.steps.map((step) => stepProblem(review.plan, step)).find((problem) => problem !== undefined)
    : t`What would be sent is not what was reviewed.`
  return sentence === undefined ? undefined : refusal(sentence).problem
}

/** Derives the step from the plan once more: contract, calldata, spender, amount and value must come out the same. */
function stepProblem(plan: Plan, step: Step): string | undefined {
  const act = plan.acts[step.actIndex]
  if (!act) return t`A step belongs to no act of the plan.`
  if (step.kind === 'act') {
    if (toJson(actStep(act, step.actIndex)) !== toJson(step)) return t`A step differs from the plan.`
    if (step.data.startsWith(approveSelector) && !isReset(plan, act, step))
      return t`An act may only take an allowance back, from the spender shown.`
    const { recipient } = act
    const isNamed = !recipient || step.data.toLowerCase().includes(recipient.slice(2).toLowerCase())
    return isNamed ? undefined : t`The recipient shown is not in the call.`
  }
  const { spends } = act
  if (!spends) return t`An approval was added that the plan does not need.`
  const allowed = step.kind === 'reset' ? [0n] : [spends.amount, maxUint256]
  const isPlanned = allowed.some(
    (amount) => toJson(approveStep(plan.account, spends, amount, step.actIndex)) === toJson(step),
  )
  return isPlanned ? undefined : t`An approval differs from the plan.`
}

/** Whether the step is the very call that sets the allowance the act names to 0. */
function isReset(plan: Plan, { spends }: Act, { to, data, value }: Step): boolean {
  if (!spends || value !== 0n) return false
  const reset = approveStep(plan.account, spends, 0n, 0)
  return reset.to === to && reset.data === data
}

/** Asks the wallet itself, right before it is used: it may have switched silently. trust.md D9 */
async function walletProblem(plan: Plan, wallet: Wallet): Promise<Explained | undefined> {
  const [chain, accounts] = await withinLimit(() =>
    Promise.all([wallet.request({ method: 'eth_chainId' }), wallet.request({ method: 'eth_accounts' })]),
  )
  const chainId = typeof chain === 'string' || typeof chain === 'number' ? BigInt(chain) : undefined
  if (chainId !== BigInt(plan.chainId)) {
    return {
      title: t`The wallet is on another network`,
      detail: t`This was prepared for chain ${plan.chainId}; the wallet is on chain ${chainId ?? 'unknown'}.`,
      action: t`Switch the network in the wallet, then try again.`,
      raw: `eth_chainId: ${String(chain)}`,
    }
  }
  const listed: unknown[] = Array.isArray(accounts) ? accounts : []
  const [account] = listed
  if (typeof account !== 'string' || !isAddressEqual(account as Address, plan.account)) {
    return {
      title: t`The wallet is on another account`,
      detail: t`This was prepared for ${plan.account}; the wallet offers ${typeof account === 'string' ? account : 'none'}.`,
      action: t`Choose that account in the wallet, then try again.`,
      raw: `eth_accounts: ${JSON.stringify(accounts)}`,
    }
  }
  return undefined
}

function refusal(sentence: string): Extract<SendResult, { isSent: false }> {
  const problem = {
    title: t`Nothing was sent`,
    detail: sentence,
    action: t`Close this review and start again.`,
    raw: sentence,
  }
  return { isSent: false, mayBeSent: false, problem }
}

function fingerprint(review: Review): Hex {
  return keccak256(toHex(toJson(review)))
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    for (const part of Object.values(value)) deepFreeze(part)
    Object.freeze(value)
  }
  return value
}
