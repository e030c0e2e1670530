import { encodeFunctionData, keccak256, maxUint256 } from 'viem'
import type { Address, Hash, Hex } from 'viem'

import { exactText } from '../../math/amount'
import { erc20Abi } from './token-abis'
import type { Act, ContractCall, Effect, Plan, Spending } from './plan'
import { t } from '../../words/t'

/** One transaction of a plan, down to the bytes the wallet is given. */
export type Step = {
  readonly kind: 'reset' | 'approve' | 'act'
  /** What its button says. */
  readonly title: string
  /** Which of the plan's acts needs it. */
  readonly actIndex: number
  readonly call: ContractCall
  readonly to: Address
  readonly data: Hex
  /** Names what the data does, whatever bounds it: two with the same one in flight would be done twice. */
  readonly intent: Hash
  /** In wei. */
  readonly value: bigint
  readonly effect: Effect
  /** `Act.rehearsed` */
  readonly rehearsed?: Effect
  /** Of resets and approvals: what is being allowed. */
  readonly spending?: Spending
}

/** What the chain says about one allowance. */
export type AllowanceFact = {
  readonly allowance: bigint
  /** A simulated `approve(new)` reverts while the old allowance stands. rules.md U2 */
  readonly needsReset: boolean
}

export type ApprovalWidth = 'exact' | 'unlimited'

/** Names one allowance: token and spender. */
export function allowanceKey(spending: Spending): string {
  return `${spending.token.address}:${spending.spender}`.toLowerCase()
}

/** What is approved for a spending, in base units of the token. */
export function approvalAmount(spending: Spending, width: ApprovalWidth): bigint {
  return width === 'unlimited' ? maxUint256 : spending.amount
}

/**
 * The transactions a plan still needs, in order, decided by the chain alone: an approval is done when the
 * allowance is enough, and a reset comes first only where the token refuses a change. rules.md U2
 * Allowances that earlier acts of the same plan use up are counted down.
 */
export function remainingSteps(
  plan: Plan,
  facts: ReadonlyMap<string, AllowanceFact>,
  options: { readonly width: ApprovalWidth; readonly doneActs: ReadonlySet<number> },
): readonly Step[] {
  const left = new Map<string, bigint>()
  return plan.acts.flatMap((act, actIndex) => {
    if (options.doneActs.has(actIndex)) return []
    const steps = [actStep(act, actIndex)]
    const { spends } = act
    if (!spends || spends.amount === 0n) return steps
    const key = allowanceKey(spends)
    const fact = facts.get(key) ?? { allowance: 0n, needsReset: false }
    const standing = left.get(key) ?? fact.allowance
    if (standing >= spends.amount) {
      left.set(key, standing - spends.amount)
      return steps
    }
    const amount = approvalAmount(spends, options.width)
    left.set(key, amount - spends.amount)
    steps.unshift(approveStep(plan.account, spends, amount, actIndex))
    if (standing > 0n && fact.needsReset) steps.unshift(approveStep(plan.account, spends, 0n, actIndex))
    return steps
  })
}

/** The call of a plan's act as a step; also how the choke point re-derives what was reviewed. */
export function actStep(act: Act, actIndex: number): Step {
  const { title, effect, rehearsed, call } = act
  return { kind: 'act', title, actIndex, effect, ...(rehearsed && { rehearsed }), ...encode(call) }
}

/** `approve(spender, amount)` as a step; amount 0 is the reset. The event's value stays free: people edit it in their wallet. */
export function approveStep(account: Address, spending: Spending, amount: bigint, actIndex: number): Step {
  const { token, spender } = spending
  const call: ContractCall = {
    address: token.address,
    label: token.symbol,
    abi: erc20Abi,
    functionName: 'approve',
    args: [spender, amount],
  }
  return {
    kind: amount === 0n ? 'reset' : 'approve',
    title: amount === 0n ? t`Reset allowance` : t`Approve ${amountText(spending, amount)}`,
    actIndex,
    effect: {
      address: token.address,
      abi: erc20Abi,
      eventName: 'Approval',
      args: { owner: account, spender },
    },
    spending,
    ...encode(call),
  }
}

function amountText({ token }: Spending, amount: bigint): string {
  if (amount === maxUint256) return t`unlimited ${token.symbol}`
  return exactText(amount, token)
}

function encode(call: ContractCall): Pick<Step, 'call' | 'to' | 'data' | 'intent' | 'value'> {
  const { abi, functionName, args, boundArgs = [], address, value = 0n } = call
  const data = encodeFunctionData({ abi, functionName, args })
  const unbounded = args.map((arg, position) => (boundArgs.includes(position) ? 0n : arg))
  const intent = keccak256(encodeFunctionData({ abi, functionName, args: unbounded }))
  return { call, to: address, data, intent, value }
}
