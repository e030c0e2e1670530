import type { Address } from 'viem'
import { call, getBlockNumber, readContract } from 'viem/actions'

import type { ChainClient } from '../../chain/chain-reader'
import { erc20Abi } from '../plan/token-abis'
import { errorFacts, isRevert } from '../explain/error-facts'
import type { Plan, Spending } from '../plan/plan'
import { allowanceKey, approvalAmount, approveStep } from '../plan/steps'
import type { AllowanceFact, ApprovalWidth } from '../plan/steps'

/** Every token and spender of a plan, once, with the largest amount one act needs. */
export function spendingsOf(plan: Plan): readonly Spending[] {
  const byKey = new Map<string, Spending>()
  for (const { spends } of plan.acts) {
    if (!spends) continue
    const known = byKey.get(allowanceKey(spends))
    if (!known || known.amount < spends.amount) byKey.set(allowanceKey(spends), spends)
  }
  return [...byKey.values()]
}

/** A node that lags behind a receipt of another one is waited for so often and so long: a block, on slow chains. */
const LOOKS = 15
const LOOK_MS = 1_000

/**
 * The block to read at: the head, but never one older than the last own receipt, which a lagging node may not know yet.
 * Waits for it up to 15 s; afterwards reading at it says what the node says. trust.md F7
 */
export async function blockAtLeast(client: ChainClient, floor: bigint): Promise<bigint> {
  for (let look = 1; look <= LOOKS; look += 1) {
    const head = await getBlockNumber(client, { cacheTime: 0 })
    if (head >= floor) return head
    if (look < LOOKS) await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
  }
  return floor
}

/**
 * The plan's allowances at a block, and for each that is too small whether the token takes the new one on top
 * of the old: asked by simulating that very `approve`, never by the token's name. rules.md U2, trust.md D12
 * @throws what the node says, when it can't be read
 */
export async function readAllowances(
  client: ChainClient,
  plan: Plan,
  width: ApprovalWidth,
  blockNumber: bigint,
): Promise<ReadonlyMap<string, AllowanceFact>> {
  const facts = await Promise.all(
    spendingsOf(plan).map(async (spending): Promise<[string, AllowanceFact]> => {
      const pair = { token: spending.token.address, spender: spending.spender }
      const allowance = await readAllowance(client, plan.account, pair, blockNumber)
      const mayNeedReset = allowance > 0n && allowance < spending.amount
      const needsReset =
        mayNeedReset && (await isChangeRefused(client, plan.account, spending, width, blockNumber))
      return [allowanceKey(spending), { allowance, needsReset }]
    }),
  )
  return new Map(facts)
}

/**
 * What a spender may take of an account's tokens, in base units of the token.
 * @throws what the node says, when it can't be read
 */
export async function readAllowance(
  client: ChainClient,
  account: Address,
  { token, spender }: { readonly token: Address; readonly spender: Address },
  blockNumber: bigint,
): Promise<bigint> {
  return readContract(client, {
    address: token,
    abi: erc20Abi,
    functionName: 'allowance',
    args: [account, spender],
    blockNumber,
  })
}

async function isChangeRefused(
  client: ChainClient,
  account: Address,
  spending: Spending,
  width: ApprovalWidth,
  blockNumber: bigint,
): Promise<boolean> {
  const isTaken = async (amount: bigint) => {
    const { to, data } = approveStep(account, spending, amount, 0)
    try {
      await call(client, { account, to, data, blockNumber })
      return true
    } catch (error) {
      if (isRevert(errorFacts(error))) return false
      throw error
    }
  }
  // A refusal counts only if the reset itself would work: otherwise the token refuses everything.
  return !(await isTaken(approvalAmount(spending, width))) && (await isTaken(0n))
}
