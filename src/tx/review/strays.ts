import type { Hash } from 'viem'
import { isAddressEqual } from 'viem'

import { approvedOtherwise, approvedSentence, askedFor } from '../follow/approved'
import type { Approved, AskedApproval } from '../follow/approved'
import type { Followed } from '../follow/follow'
import type { Plan, Spending } from '../plan/plan'
import { blockAtLeast, readAllowance } from '../rehearse/allowances'

/** What the wallet approved otherwise than asked, and what of it is in force. */
export type Stray = Approved & {
  /** To whom and how much, against what was asked. */
  readonly sentence: string
  /** What may still be taken, in base units; undefined where it could not be read. */
  readonly standing: bigint | undefined
  readonly isLess: boolean
  /** Of a token of this plan, where more was approved than was asked for: what a plan takes back. */
  readonly spending: Spending | undefined
}

/** A transaction of a review, with what was asked of the wallet for it. */
export type AskedTransaction = {
  readonly hash: Hash
  readonly isBatch: boolean
  readonly approvals: readonly AskedApproval[]
}

/**
 * Reads from the chain what the transactions of a review approved otherwise than asked, the last word for each token and
 * spender, and what of it stands at or after their blocks. Nothing of it is taken from storage. trust.md D11, X8
 * @throws what a node says, when it can't be read
 */
export async function readStrays(
  { client, look }: Followed,
  plan: Plan,
  asked: readonly AskedTransaction[],
): Promise<readonly Stray[]> {
  const last = new Map<
    string,
    { readonly approved: Approved; readonly approvals: readonly AskedApproval[] }
  >()
  let floor = 0n
  for (const { hash, isBatch, approvals } of asked) {
    const outcome = (await look(hash))?.outcome
    if (!outcome) continue
    if (outcome.blockNumber > floor) floor = outcome.blockNumber
    for (const { token, spender } of approvals) last.delete(`${token} ${spender}`)
    const { account } = plan
    for (const approved of approvedOtherwise({ account, approvals, isBatch }, outcome.logs))
      last.set(`${approved.token} ${approved.spender}`, { approved, approvals })
  }
  if (last.size === 0) return []
  const at = await blockAtLeast(client, floor)
  return Promise.all(
    [...last.values()].map(async ({ approved, approvals }): Promise<Stray> => {
      const standing = await readAllowance(client, plan.account, approved, at).catch(() => undefined)
      const sentence = approvedSentence(approvals, approved)
      const asked = askedFor(approvals, approved)
      const isLess = asked !== undefined && approved.amount < asked.amount
      const token = spentTokens(plan).find(({ address }) => isAddressEqual(address, approved.token))
      const { spender, amount } = approved
      const spending = token && { token, spender, spenderLabel: asked?.label ?? spender, amount }
      return { ...approved, sentence, standing, isLess, spending: isLess ? undefined : spending }
    }),
  )
}

function spentTokens({ acts }: Plan) {
  return acts.flatMap(({ spends }) => (spends ? [spends.token] : []))
}
