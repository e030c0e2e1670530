/** What one can do to a STBT of a running devnet, ours or one with the live rules. Runs in Node and in the browser. */
import { decodeEventLog, decodeFunctionData, encodeEventTopics, type Address } from 'viem'
import { devCoinAbi } from '../../../abis/DevCoin'
import { devPriceFeedAbi } from '../../../abis/DevPriceFeed'
import { stbtAbi } from '../../../abis/STBT'
import { stbtMinterAbi } from '../../../abis/StbtMinter'
import { stbtTimelockControllerAbi } from '../../../abis/StbtTimelockController'
import { bankingDayFrom, isBankingDay } from '../../../src/math/stbt-banking-days'
import { newYorkDay } from '../../../src/math/stbt-days'
import { redemptionDown } from '../../../src/math/stbt-requests'
import { WAD } from '../../../src/math/units'
import { accounts, keeper, operator } from '../../accounts'
import { chainSeconds } from '../../actions'
import { encode, readContract, sendContract } from '../../contract'
import type { Rpc } from '../../rpc'
import type { Call } from '../../script'
import type { Edge, Running } from '../../system'
import { queueSeconds, type StbtInstance } from './deploy'
import { closeOf, reportOf, reserveAnswer } from './rebases'
import { saltOf } from './operations'
import { requestsOf } from './requests'
import { everything } from './settings'

const reportSeconds = Number(queueSeconds['distributeInterests(int256,uint256,uint256)'])

/** Reports a period's interest: 5% a year, or a loss of a hundredth of a percent. Says what has become of it. */
export async function reportNext(chain: Running, instance: Known, isLoss: boolean): Promise<string> {
  const { rpc, moveClock } = chain
  const from = await lastEnd(rpc, instance.stbt)
  const day = await nextDay(rpc, from)
  const to = closeOf(day)
  const onStbt = { address: instance.stbt, abi: stbtAbi } as const
  const last = await readContract(rpc, { ...onStbt, functionName: 'lastDistributeTime' })
  const interval = await readContract(rpc, { ...onStbt, functionName: 'minDistributeInterval' })
  const due = Math.max(Number(to), Number(last + interval))
  if (due > (await chainSeconds(rpc))) await moveClock(due)

  const supply = await readContract(rpc, { ...onStbt, functionName: 'totalSupply' })
  await answerReserve(rpc, instance)
  const gain = (supply * 5n * (to - from)) / (100n * 365n * 86_400n)
  const { schedule, execute } = reportOf(instance, isLoss ? -supply / 10_000n : gain, from, to, day)
  await send(rpc, schedule)
  await moveClock((await chainSeconds(rpc)) + reportSeconds)
  await send(rpc, execute)
  const grown = (await readContract(rpc, { ...onStbt, functionName: 'totalSupply' })) - supply
  return grown === 0n ? 'All of it is carried.' : `The supply has changed by ${inWhole(grown)} STBT.`
}

/** The banking day whose report is next: the newest whose period has ended, or the first that will. */
async function nextDay(rpc: Rpc, lastTo: bigint): Promise<bigint> {
  const now = BigInt(await chainSeconds(rpc))
  let newest = newYorkDay(now)
  while (!isBankingDay(newest) || closeOf(newest) > now) newest -= 1n
  return closeOf(newest) > lastTo ? newest : bankingDayFrom(newYorkDay(lastTo - 1n) + 1n)
}

/** Where the last period ended; a day ago if there was none. */
async function lastEnd(rpc: Rpc, stbt: Address): Promise<bigint> {
  const topics = encodeEventTopics({ abi: stbtAbi, eventName: 'InterestsDistributed' })
  const log = (await rpc('eth_getLogs', [{ address: stbt, fromBlock: '0x0', topics }])).at(-1)
  if (log === undefined) return BigInt(await chainSeconds(rpc)) - 86_400n
  const { data, topics: ofLog } = log
  const { args } = decodeEventLog({
    abi: stbtAbi,
    eventName: 'InterestsDistributed',
    data,
    topics: ofLog,
  })
  return args.interestToTime
}

/** Lets the reserve answer anew: what it says stays fresh. */
export async function answerReserve(rpc: Rpc, { stbt, reserveFeed }: Known): Promise<void> {
  if (reserveFeed === undefined) return
  const supply = await readContract(rpc, { address: stbt, abi: stbtAbi, functionName: 'totalSupply' })
  const feed = { address: reserveFeed, abi: devPriceFeedAbi } as const
  const decimals = await readContract(rpc, { ...feed, functionName: 'decimals' })
  await send(rpc, reserveAnswer({ reserveFeed }, supply, decimals))
}

/** What config.json names of it. */
export type Known = Omit<StbtInstance, 'reserveFeed'> & { readonly reserveFeed?: Address | undefined }

/** Executes every request whose time has come. Says how many were, and why one was not. */
export async function executeReady(rpc: Rpc, instance: Known): Promise<string> {
  const now = await chainSeconds(rpc)
  const ready = (await requestsOf(rpc, instance)).filter(({ readyAt }) => readyAt > 1 && readyAt <= now)
  const refused: string[] = []
  for (const { kind, nonce, operation } of ready) {
    const execute = {
      address: instance.timelock,
      abi: stbtTimelockControllerAbi,
      functionName: 'execute',
      args: operation,
    }
    try {
      // A failed transaction would not say why.
      await rpc('eth_call', [{ from: keeper, to: execute.address, data: encode(execute) }, 'latest'])
      await sendContract(rpc, keeper, execute)
    } catch (error) {
      refused.push(`${kind} ${nonce}: ${error instanceof Error ? error.message : String(error)}.`)
    }
  }
  return [`${ready.length - refused.length} executed.`, ...refused].join(' ')
}

/** Pays the oldest redemption that is owed, less `otherFees` in whole units of its coin. */
export async function settleOldest(rpc: Rpc, { minter, ...rest }: Known, otherFees: bigint): Promise<string> {
  const onMinter = { address: minter, abi: stbtMinterAbi } as const
  for (const { kind, coin, nonce, data } of await requestsOf(rpc, { minter, ...rest })) {
    if (kind === 'Mint') continue
    const args = [nonce] as const
    const target = await readContract(rpc, { ...onMinter, functionName: 'redeemTargetMap', args })
    if (BigInt(target) === 0n) continue
    const decimals = await readContract(rpc, { address: coin, abi: devCoinAbi, functionName: 'decimals' })
    // USDT answers with a uint256, and the same figure.
    const coinDecimals = BigInt(decimals)
    const call = decodeFunctionData({ abi: stbtAbi, data })
    if (call.functionName !== 'redeemFrom') throw new Error(`Redemption ${nonce} burns nothing.`)
    const [, moved] = call.args
    const scale = { isDivided: true, unit: 10n ** (18n - coinDecimals) }
    const { paid } = redemptionDown(moved, WAD, WAD / 1_000n, 0n, scale)
    const amount = paid - otherFees * 10n ** coinDecimals
    const settlement = [coin, amount, nonce, saltOf(0), WAD / 1_000n, WAD]
    const faucet = { address: coin, abi: devCoinAbi, functionName: 'faucet', args: [minter, amount] }
    await sendContract(rpc, operator, faucet)
    await sendContract(rpc, operator, { ...onMinter, functionName: 'redeemSettle', args: settlement })
    return `Redemption ${nonce} is settled.`
  }
  return 'No redemption is owed.'
}

/** Gives everybody a permission that never ends. */
export async function permitEverybody(rpc: Rpc, { stbt }: Known): Promise<string> {
  for (const { address } of accounts) {
    const args = [address, everything]
    await sendContract(rpc, keeper, { address: stbt, abi: stbtAbi, functionName: 'setPermission', args })
  }
  return 'Everybody may send and receive.'
}

/** When requests can be executed, and when the next period ends. */
export async function stbtEdges(rpc: Rpc, instance: Known): Promise<Edge[]> {
  const requests = await requestsOf(rpc, instance)
  const day = await nextDay(rpc, await lastEnd(rpc, instance.stbt))
  return [
    ...requests
      .filter(({ readyAt }) => readyAt > 1)
      .map(({ kind, nonce, readyAt }) => ({
        seconds: readyAt,
        what: `${kind === 'Mint' ? 'Issue' : 'Redemption'} ${nonce} of STBT can be executed`,
      })),
    { seconds: Number(closeOf(day)), what: 'A report of STBT is due', kind: 'report' },
  ]
}

const inWhole = (amount: bigint): string => (Number(amount / 10n ** 14n) / 10_000).toFixed(2)

function send(rpc: Rpc, { from, ...rest }: Call) {
  return sendContract(rpc, from, rest)
}
