import { encodeFunctionData, isAddressEqual, numberToHex, parseAbi } from 'viem'
import type { Address, Hex } from 'viem'
import { call, estimateGas, getBalance, getGasPrice } from 'viem/actions'

import type { ChainClient } from '../../chain/chain-reader'
import { displayAmount } from '../../math/amount'
import { spendingsOf } from './allowances'
import {
  agrees,
  assetKey,
  assetsOf,
  changeKey,
  changesInLogs,
  expectedChange,
  holdersOf,
  leastChange,
} from './changes'
import type { Change } from './changes'
import { effectPattern, matchesEffect } from '../plan/effect'
import { erc20Abi } from '../plan/token-abis'
import { errorFacts, isRevert } from '../explain/error-facts'
import { bookOf } from '../explain/error-book'
import { explainError } from '../explain/errors'
import type { Asset, Effect, Plan, Spending } from '../plan/plan'
import { movedBy } from '../explain/moved'
import { explainRevert, isSilent } from '../explain/revert'
import type { Explained } from '../explain/revert'
import { simulateRaw } from './simulate'
import type { RawCall, RawLog, RawResult } from './simulate'
import type { Step } from '../plan/steps'
import { explainTokenRefusal } from '../explain/token-refusal'
import { t } from '../../words/t'

export type AllowanceChange = { readonly spending: Spending; readonly before: bigint; readonly after: bigint }

/** What the chain says a plan will do. With any problem the wallet stays closed. trust.md D13 */
export type Rehearsal = {
  readonly blockNumber: bigint
  readonly changes: readonly Change[]
  readonly allowances: readonly AllowanceChange[]
  /** Gas of each step, as far as it is known. */
  readonly stepGas: readonly (bigint | undefined)[]
  /** Gas of all steps at the present price, in wei; undefined if any part is unknown. */
  readonly feeWei: bigint | undefined
  readonly problems: readonly Explained[]
  /** What this node could not tell, in sentences. */
  readonly couldNotKnow: readonly string[]
}

/** Above any step of ours and under the limit of one transaction (EIP-7825), so that a token that burns all gas is seen to. */
const stepGas = 10_000_000n
const readGas = 300_000n

/**
 * Runs the remaining steps of a plan on the newest state, in order, without sending anything: what leaves and
 * arrives by balances and logs, allowances before and after, gas, and the first revert as a sentence. It has to
 * agree with the plan: to the last unit, or as much as it accepts of what moves with each second. Where the node can't simulate a sequence the first step alone is tried,
 * and what stays unknown is said.
 */
export async function rehearse(
  client: ChainClient,
  plan: Plan,
  steps: readonly Step[],
  blockNumber: bigint,
): Promise<Rehearsal> {
  const reads = readsOf(plan)
  const stepCalls = steps.map(({ to, data, value }): RawCall => ({ to, data, value, gas: stepGas }))
  const readCalls = reads.map(({ to, data }): RawCall => ({ to, data, gas: readGas }))
  const tokens = assetsOf(plan).flatMap((asset) => (asset.kind === 'erc20' ? [asset.address] : []))
  const successorCalls = tokens.map((to): RawCall => ({ to, data: successorData, gas: readGas }))
  const [simulation, gasPrice, etherWei] = await Promise.all([
    simulateRaw(client, [...readCalls, ...stepCalls, ...readCalls, ...successorCalls], {
      account: plan.account,
      blockNumber,
    }),
    getGasPrice(client).catch(() => undefined),
    getBalance(client, { address: plan.account, blockNumber }).catch(() => undefined),
  ])
  const money = { gasPrice, etherWei }
  if (!simulation.isSupported) {
    return rehearseFirst(client, plan, steps, { blockNumber, reason: simulation.reason, ...money })
  }

  const before = simulation.results.slice(0, reads.length)
  const run = simulation.results.slice(reads.length, reads.length + steps.length)
  const after = simulation.results.slice(reads.length + steps.length, 2 * reads.length + steps.length)
  const successors = successorsOf(tokens, simulation.results.slice(2 * reads.length + steps.length))
  const problems = await stepProblems(client, plan, steps, run)
  const amounts = reads.map((read, index) => ({
    ...read,
    before: amountOf(before[index]),
    after: amountOf(after[index]),
  }))
  const { symbol } = client.chain.nativeCurrency
  const changes = changesOf(plan, steps, run, amounts, successors, symbol)
  const gas = run.map(({ gasUsed }) => gasUsed)
  if (problems.length === 0) problems.push(...differences(plan, changes))
  const feeWei = gasPrice === undefined ? undefined : gas.reduce((sum, used) => sum + used * gasPrice, 0n)
  if (problems.length === 0) problems.push(...shortOfCoin(steps, feeWei, etherWei, symbol))
  return {
    blockNumber,
    changes,
    allowances: amounts.flatMap(({ spending, before: from, after: to }) =>
      spending && from !== undefined && to !== undefined ? [{ spending, before: from, after: to }] : [],
    ),
    stepGas: gas,
    feeWei,
    problems,
    couldNotKnow: amounts.some((amount) => amount.before === undefined || amount.after === undefined)
      ? [t`A balance or allowance could not be read; what Transfer events tell is shown instead.`]
      : [],
  }
}

type Read = {
  readonly to: Address
  readonly data: Hex
  readonly holder?: Address
  readonly asset?: Asset
  readonly spending?: Spending
}
type ReadAmount = Read & { readonly before: bigint | undefined; readonly after: bigint | undefined }

function readsOf(plan: Plan): readonly Read[] {
  const balances = holdersOf(plan).flatMap((holder) =>
    assetsOf(plan).flatMap((asset): Read[] => {
      if (asset.kind === 'native') return []
      const data = encodeFunctionData({ abi: erc20Abi, functionName: 'balanceOf', args: [holder] })
      return [{ to: asset.address, data, holder, asset }]
    }),
  )
  const allowances = spendingsOf(plan).map((spending): Read => {
    const args = [plan.account, spending.spender] as const
    const data = encodeFunctionData({ abi: erc20Abi, functionName: 'allowance', args })
    return { to: spending.token.address, data, spending }
  })
  return [...balances, ...allowances]
}

/** Tether says by this where it has moved to; other tokens have no such function. */
const successorAbi = parseAbi(['function upgradedAddress() view returns (address)'])
const successorData = encodeFunctionData({ abi: successorAbi, functionName: 'upgradedAddress' })

/** By asset: the contract that tells of it by its own events, because the token has moved there. */
function successorsOf(
  tokens: readonly Address[],
  results: readonly RawResult[],
): ReadonlyMap<string, Address> {
  const told = tokens.flatMap((token, index): [string, Address][] => {
    const word = amountOf(results[index])
    if (word === undefined || word === 0n || word >= 2n ** 160n) return []
    return [[token.toLowerCase(), numberToHex(word, { size: 20 })]]
  })
  return new Map(told)
}

function amountOf(result: RawResult | undefined): bigint | undefined {
  return result?.isOk && result.returnData.length >= 66 ? BigInt(result.returnData.slice(0, 66)) : undefined
}

async function stepProblems(
  client: ChainClient,
  plan: Plan,
  steps: readonly Step[],
  run: readonly RawResult[],
): Promise<Explained[]> {
  for (const [index, step] of steps.entries()) {
    const result = run[index]
    if (!result) continue
    if (!result.isOk) return [await explainStep(client, plan, step, result.returnData)]
    for (const effect of step.rehearsed ? [step.effect, step.rehearsed] : [step.effect]) {
      const pattern = effectPattern(effect)
      if (!result.logs.some((log) => matchesEffect(log, pattern))) return [withoutEffect(step, effect)]
    }
  }
  return []
}

async function explainStep(client: ChainClient, plan: Plan, step: Step, data: Hex): Promise<Explained> {
  const spending = step.spending ?? plan.acts[step.actIndex]?.spends
  const asked =
    isSilent(data) && spending ? await explainTokenRefusal(client, plan.account, spending) : undefined
  return asked ?? explainRevert(data, await bookOf(plan.system), movedIn(plan, step))
}

const movedIn = ({ account, acts }: Plan, { actIndex }: Step) => movedBy(account, [acts[actIndex]])

function withoutEffect(step: Step, effect: Effect): Explained {
  return {
    title: t`This would not do what it should`,
    detail: t`"${step.title}" would run without emitting ${effect.eventName} with the expected numbers.`,
    action: t`The state has changed since this was prepared: close this, look at the new figures and try again.`,
    raw: `${step.call.label}.${step.call.functionName} at ${step.to}`,
  }
}

function changesOf(
  plan: Plan,
  steps: readonly Step[],
  run: readonly RawResult[],
  amounts: readonly ReadAmount[],
  successors: ReadonlyMap<string, Address>,
  coinSymbol: string,
): readonly Change[] {
  const holders = holdersOf(plan)
  const acts = new Set(steps.filter(({ kind }) => kind === 'act').map(({ actIndex }) => actIndex))
  const logs = run.flatMap((result): readonly RawLog[] => (result.isOk ? result.logs : []))
  const inLogs = changesInLogs(logs, holders, coinSymbol)
  const planned = holders.flatMap((holder) =>
    assetsOf(plan).map((asset): Change => {
      const read = amounts.find(
        (amount) => amount.asset && assetKey(amount.asset) === assetKey(asset) && amount.holder === holder,
      )
      const byBalance =
        read?.before === undefined || read.after === undefined ? undefined : read.after - read.before
      const byLogs = inLogs.get(changeKey(holder, asset))?.amount ?? 0n
      const expected = expectedChange(plan, acts, holder, asset)
      // What a token that has moved takes for itself, nobody has told: what arrives is shown.
      const isMoved = successors.has(assetKey(asset)) && expected > 0n
      const least = isMoved ? 1n : leastChange(plan, acts, holder, asset)
      return {
        holder,
        asset,
        rehearsed: byBalance ?? byLogs,
        expected,
        ...(least !== undefined && { least }),
      }
    }),
  )
  const known = new Set(planned.map(({ holder, asset }) => changeKey(holder, asset)))
  const isMovedOne = ({ holder, asset, amount }: { holder: Address; asset: Asset; amount: bigint }) =>
    planned.some(
      (change) =>
        change.holder === holder &&
        change.rehearsed === amount &&
        successors.get(assetKey(change.asset))?.toLowerCase() === assetKey(asset),
    )
  const surprises = [...inLogs.entries()]
    .filter(([key, change]) => !known.has(key) && !isMovedOne(change))
    .map(([, { holder, asset, amount }]): Change => ({ holder, asset, rehearsed: amount, expected: 0n }))
  return [...planned, ...surprises].filter(({ rehearsed, expected }) => rehearsed !== 0n || expected !== 0n)
}

function differences(plan: Plan, changes: readonly Change[]): readonly Explained[] {
  return changes
    .filter((change) => !agrees(change))
    .map(({ holder, asset, rehearsed, expected }) => ({
      title: t`The simulation doesn’t match the preview`,
      detail: t`${isAddressEqual(holder, plan.account) ? t`Your` : t`The recipient's`} ${asset.symbol} would change by ${signed(asset, rehearsed)}, and ${signed(asset, expected)} is expected.`,
      action: t`Close this and try again with fresh figures; if it keeps happening, put the copied details into a report.`,
      raw: `${holder} ${assetKey(asset)}: rehearsed ${rehearsed}, expected ${expected}`,
    }))
}

function signed(asset: Asset, amount: bigint): string {
  const decimals = asset.kind === 'erc721' ? 0 : asset.decimals
  return `${amount > 0n ? '+' : ''}${displayAmount(amount, decimals, { maxFractionDigits: decimals })}`
}

function shortOfCoin(
  steps: readonly Step[],
  feeWei: bigint | undefined,
  etherWei: bigint | undefined,
  symbol: string,
): readonly Explained[] {
  if (feeWei === undefined || etherWei === undefined) return []
  const needed = steps.reduce((sum, { value }) => sum + value, feeWei)
  if (etherWei >= needed) return []
  const text = (wei: bigint) => `${displayAmount(wei, 18, { maxFractionDigits: 8, round: 'up' })} ${symbol}`
  return [
    {
      title: t`Not enough ${symbol} for the network fee`,
      detail: t`About ${text(needed)} is needed, and the account has ${text(etherWei)}.`,
      action: t`Add ${symbol} to the account, then try again.`,
      raw: `needed ${needed} wei, balance ${etherWei} wei`,
    },
  ]
}

/** Without `eth_simulateV1`: the first step alone, by `eth_call`. */
async function rehearseFirst(
  client: ChainClient,
  plan: Plan,
  steps: readonly Step[],
  known: {
    blockNumber: bigint
    reason: Explained
    gasPrice: bigint | undefined
    etherWei: bigint | undefined
  },
): Promise<Rehearsal> {
  const { blockNumber, gasPrice, etherWei } = known
  const [first] = steps
  const problems: Explained[] = []
  let gas: bigint | undefined
  if (first) {
    const { to, data, value } = first
    try {
      await call(client, { account: plan.account, to, data, value, blockNumber })
      gas = await estimateGas(client, { account: plan.account, to, data, value }).catch(() => undefined)
    } catch (error) {
      const facts = errorFacts(error)
      const revertData = facts.revertData ?? '0x'
      const isSilentRevert = isRevert(facts) && isSilent(revertData)
      problems.push(
        isSilentRevert
          ? await explainStep(client, plan, first, revertData)
          : explainError(error, {
              doing: t`Rehearsing the first step`,
              book: await bookOf(plan.system),
              moved: movedIn(plan, first),
            }),
      )
    }
  }
  const isAlone = steps.length === 1
  const feeWei = isAlone && gas !== undefined && gasPrice !== undefined ? gas * gasPrice : undefined
  if (problems.length === 0)
    problems.push(...shortOfCoin(isAlone ? steps : [], feeWei, etherWei, client.chain.nativeCurrency.symbol))
  return {
    blockNumber,
    changes: [],
    allowances: [],
    stepGas: steps.map((_, index) => (index === 0 ? gas : undefined)),
    feeWei,
    problems,
    couldNotKnow: [
      t`This node cannot rehearse a whole sequence, so what leaves and arrives could not be checked beforehand; what you see is what the plan expects.`,
      ...(isAlone ? [] : [t`Only the first step was tried; each later one is tried when its turn comes.`]),
      t`The node said: ${known.reason.title}. ${known.reason.detail}`,
    ],
  }
}
