import { encodeEventTopics, getAddress, isAddressEqual, maxUint256 } from 'viem'
import type { Address, Hex } from 'viem'

import { exactText } from '../../math/amount'
import { erc20Abi } from '../plan/token-abis'
import type { Plan } from '../plan/plan'
import type { Step } from '../plan/steps'
import type { Entry } from './entry'
import { t } from '../../words/t'

/** What a request asks to approve, with what a sentence about it needs. */
export type AskedApproval = NonNullable<Entry['approvals']>[number]
/** What a transaction did approve, in base units of the token. */
export type Approved = { readonly token: Address; readonly spender: Address; readonly amount: bigint }
type Log = { readonly address: Address; readonly topics: readonly Hex[]; readonly data: Hex }

/** An `Approval` has two indexed arguments; an NFT's of the same name has three. */
const approvalTopics = 3
/** More of them are not told. */
const maxApproved = 5

/**
 * What the given steps ask to approve. In a batch the acts are part of it: a token that tells what is left after it was
 * spent tells no other approval, so for those any amount is asked.
 */
export function approvalsOf({ acts }: Pick<Plan, 'acts'>, steps: readonly Step[]): AskedApproval[] {
  const byPair = new Map<string, AskedApproval>()
  for (const { kind, call, actIndex } of steps) {
    const spends = acts[actIndex]?.spends
    if (!spends) continue
    const { token, spender, spenderLabel } = spends
    const isApproval = call.functionName === 'approve' && call.address === token.address
    if (!isApproval && steps.length === 1) continue
    const amount = isApproval ? (call.args[1] as bigint) : maxUint256
    const key = pairKey(token.address, spender)
    if (kind === 'act' && !isApproval && byPair.has(key)) continue
    const { address, symbol, decimals } = token
    byPair.set(key, { token: address, symbol, decimals, spender, label: spenderLabel, amount })
  }
  return [...byPair.values()]
}

/**
 * What a transaction approved of an account's tokens otherwise than asked: another amount, another spender, another token.
 * People change approvals in their wallet, and wallets do by themselves. trust.md D11
 * @param logs all of its receipt's; the last `Approval` of a token and spender counts
 */
export function approvedOtherwise(
  {
    account,
    approvals,
    isBatch,
  }: { account: Address; approvals: readonly AskedApproval[]; isBatch: boolean },
  logs: readonly Log[],
): readonly Approved[] {
  if (approvals.length === 0) return []
  const [event, owner] = encodeEventTopics({ abi: erc20Abi, eventName: 'Approval', args: { owner: account } })
  const byPair = new Map<string, Approved>()
  for (const { address, topics, data } of logs) {
    const [topic, from, spender] = topics
    if (topics.length !== approvalTopics || topic !== event || from !== owner || !spender || data.length < 66)
      continue
    const told = getAddress(`0x${spender.slice(-40)}`)
    const amount = BigInt(data.slice(0, 66))
    byPair.set(pairKey(address, told), { token: getAddress(address), spender: told, amount })
  }
  const otherwise = [...byPair.values()].filter((approved) => {
    const asked = askedFor(approvals, approved)
    if (!asked) return approved.amount > 0n
    // In a batch what was approved is spent in the same breath.
    return approved.amount > asked.amount || (!isBatch && approved.amount < asked.amount)
  })
  return otherwise.slice(0, maxApproved)
}

/** To whom and how much, against what was asked. */
export function approvedSentence(approvals: readonly AskedApproval[], approved: Approved): string {
  const asked = askedFor(approvals, approved)
  const to = `${asked ? `${asked.label}, ` : ''}${approved.spender}`
  const token = asked ?? approvals.find(({ token }) => isAddressEqual(token, approved.token))
  const said = t`The wallet approved ${amountText(approved, token)} to ${to}`
  if (!asked) return t`${said}. That was not asked for.`
  return approved.amount < asked.amount
    ? t`${said}: less than the ${amountText(asked, asked)} asked for.`
    : t`${said}: more than the ${amountText(asked, asked)} asked for.`
}

/** What was asked of the same token and spender. */
export function askedFor(
  approvals: readonly AskedApproval[],
  { token, spender }: Pick<Approved, 'token' | 'spender'>,
): AskedApproval | undefined {
  return approvals.find((one) => isAddressEqual(one.token, token) && isAddressEqual(one.spender, spender))
}

function amountText(
  { amount, token }: Approved,
  known: Pick<AskedApproval, 'symbol' | 'decimals'> | undefined,
): string {
  if (amount > maxUint256 / 2n) return t`unlimited ${known?.symbol ?? t`of the token ${token}`}`
  return known ? exactText(amount, known) : t`${amount} base units of the token ${token}`
}

function pairKey(token: Address, spender: Address): string {
  return `${token} ${spender}`.toLowerCase()
}
