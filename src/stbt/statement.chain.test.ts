/**
 * The statement against random histories of hundreds of steps: after every block each holder's closing is what the
 * contract says, and each day's opening, flows and income make its closing. rules.md T19
 */
import {
  encodeDeployData,
  encodeFunctionData,
  getAbiItem,
  getAddress,
  numberToHex,
  toFunctionSelector,
  zeroAddress,
  zeroHash,
  type Address,
  type Hex,
} from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { account } from '../../devnet/accounts'
import { startAnvil } from '../../devnet/anvil'
import { artifact, buildContracts } from '../../devnet/artifacts'
import { encode, readContract } from '../../devnet/contract'
import { connect, receiptOf } from '../../devnet/rpc'
import { stbtAbi } from '../../abis/STBT'
import { stbtTimelockControllerAbi } from '../../abis/StbtTimelockController'
import { wstbtAbi } from '../../abis/WSTBT'
import { checkedLogs } from '../chain/checked-logs'
import { createDecoder } from '../chain/decoded-logs'
import { Random } from '../math/exactness/cases'
import { newYorkDay } from '../math/stbt-days'
import { incomeOf } from '../math/stbt-statement'
import { DAY_SECONDS, MAX_UINT256, WAD } from '../math/units'
import { changesOf, type Change } from './changes'
import { supplyEvents, supplyEventsAbi, type SupplyLog } from './events'
import { liveChangesOf, undecodedOf } from './live-changes'
import { balanceAt, daysOf, statementOf } from './statement'

const HISTORIES = Number(process.env['EXACTNESS_HISTORIES'] ?? 2)
const STEPS = 300
const GAS = '0x989680'
/** Issuer, controller and moderator, besides being a holder. */
const issuer = account(0)
const people = [issuer, account(1), account(2)] as const

let chain: Awaited<ReturnType<typeof startAnvil>>
let rpc: ReturnType<typeof connect>

beforeAll(async () => {
  buildContracts()
  chain = await startAnvil({})
  rpc = connect(chain.rpcUrl)
}, 600_000)

afterAll(() => chain.stop())

type Kind = 'ours' | 'live'
type World = {
  readonly kind: Kind
  readonly stbt: Address
  readonly wrapper: Address
  readonly queue: Address | undefined
}
type Moment = { readonly block: bigint; readonly day: bigint; readonly balances: readonly bigint[] }

describe.each(['ours', 'live'] as const)('a statement of the %s contract', (kind) => {
  const seeds = Array.from({ length: HISTORIES }, (_, index) => index + 1)
  it.each(seeds)('closes for every holder in history %s', { timeout: 300_000 }, async (seed) => {
    const random = new Random(seed)
    const world = await deploy(kind)
    const { stbt, wrapper } = world
    const holders = [...people, wrapper]
    const moments: Moment[] = []
    const firstBlock = BigInt(await rpc('eth_blockNumber')) + 1n
    let taken = 0
    for (let step = 0; step < STEPS; step++) {
      const isTaken = await act(random, world)
      if (isTaken) taken += 1
      moments.push(await look(stbt, holders))
    }
    expect(taken).toBeGreaterThan(STEPS / 2)

    const changes = await changesSince(world, firstBlock)
    expect(changes.every(({ isExact }) => isExact)).toBe(true)
    for (const [index, holder] of holders.entries()) {
      const shares = await readContract(rpc, { ...at(stbt), functionName: 'sharesOf', args: [holder] })
      const { entries, unexplained } = await statementOf(changes, holder, shares)
      expect(unexplained).toBe(0n)
      for (const { block, balances } of moments) {
        const last = entries.findLast(({ change }) => change.blockNumber <= block)
        expect(last?.movement.closing ?? 0n, `${holder} at ${block}`).toBe(balances[index])
      }
      const days = await daysOf(entries)
      let opening = 0n
      for (const { movement } of days) {
        expect(movement.opening).toBe(opening)
        expect(movement.opening + movement.flow + incomeOf(movement)).toBe(movement.closing)
        // On ours others never round to one's loss.
        if (kind === 'ours') expect(movement.rounding).toBeGreaterThanOrEqual(0n)
        opening = movement.closing
      }
      for (const [place, { day, balances }] of moments.entries())
        if (moments[place + 1]?.day !== day) expect(balanceAt(days, day)).toBe(balances[index])
    }
  })
})

/** Something that somebody does, and whether the contract took it. */
async function act(random: Random, world: World): Promise<boolean> {
  const { kind, stbt, wrapper } = world
  const who = random.pick(people)
  const whom = random.pick(people)
  const balance = await readContract(rpc, { ...at(stbt), functionName: 'balanceOf', args: [who] })
  const amount = random.pick([balance, balance / 2n, random.magnitude(80), random.magnitude(4), balance + 1n])
  const call = (functionName: string, args: readonly unknown[], from: Address = issuer) =>
    send(from, stbt, encode({ address: stbt, abi: stbtAbi, functionName, args }))
  switch (
    random.pick(['report', 'report', 'issue', 'burn', 'transfer', 'wrap', 'unwrap', 'force'] as const)
  ) {
    case 'report': {
      const now = BigInt((await rpc('eth_getBlockByNumber', ['latest', false])).timestamp)
      const next = now + DAY_SECONDS + BigInt(random.below(40_000))
      const supply = await readContract(rpc, { ...at(stbt), functionName: 'totalSupply' })
      const gain = (supply * BigInt(random.below(200))) / 10_000n
      const interest = random.below(4) === 0 ? -gain : gain
      const args = [interest, await reportedUntil(kind, stbt, next), next] as const
      return byIssuer(
        world,
        encodeFunctionData({ ...at(stbt), functionName: 'distributeInterests', args }),
        next,
      )
    }
    case 'issue': {
      const args = [whom, random.pick([random.magnitude(88), 1_000n * WAD]), '0x'] as const
      return byIssuer(world, encodeFunctionData({ ...at(stbt), functionName: 'issue', args }))
    }
    case 'burn':
      return call('controllerRedeem', [who, amount, '0x', '0x'])
    case 'transfer':
      return call('transfer', [whom, amount], who)
    case 'force':
      return call('controllerTransfer', [who, whom, amount, '0x', '0x'])
    case 'wrap': {
      await call('approve', [wrapper, MAX_UINT256], who)
      const data = encodeFunctionData({ abi: wstbtAbi, functionName: 'wrap', args: [amount] })
      return send(who, wrapper, data)
    }
    case 'unwrap': {
      const wrapped = await readContract(rpc, {
        address: wrapper,
        abi: wstbtAbi,
        functionName: 'balanceOf',
        args: [who],
      })
      const data = encodeFunctionData({ abi: wstbtAbi, functionName: 'unwrap', args: [wrapped / 2n] })
      return send(who, wrapper, data)
    }
  }
}

/** On ours the issuer is an account; on live a queue, which tells what it called. */
async function byIssuer({ stbt, queue }: World, data: Hex, at?: bigint): Promise<boolean> {
  const wait = async () => at !== undefined && (await rpc('evm_setNextBlockTimestamp', [Number(at)]))
  if (queue === undefined) {
    await wait()
    return send(issuer, stbt, data)
  }
  const salt = numberToHex(BigInt(await rpc('eth_blockNumber')), { size: 32 })
  const call = [stbt, 0n, data, zeroHash, salt] as const
  const abi = stbtTimelockControllerAbi
  await send(issuer, queue, encodeFunctionData({ abi, functionName: 'schedule', args: [...call, 0n] }))
  await rpc('evm_increaseTime', [1])
  await wait()
  return send(issuer, queue, encodeFunctionData({ abi, functionName: 'execute', args: call }))
}

/** Ours joins its periods; live takes any. */
async function reportedUntil(kind: Kind, stbt: Address, next: bigint): Promise<bigint> {
  const last = kind === 'ours' ? await readContract(rpc, { ...at(stbt), functionName: 'lastReportEnd' }) : 0n
  return last === 0n ? next - DAY_SECONDS : last
}

async function changesSince({ kind, stbt, queue }: World, fromBlock: bigint): Promise<readonly Change[]> {
  const logs = await logsOf(queue === undefined ? [stbt] : [stbt, queue], fromBlock)
  if (kind === 'ours') return changesOf(logs)
  const calls = new Map<Hex, Hex>()
  for (const hash of await undecodedOf(logs, stbt)) {
    const { to, input } = await rpc('eth_getTransactionByHash', [hash])
    if (getAddress(to) === stbt) calls.set(hash, input)
  }
  return liveChangesOf(logs, stbt, calls)
}

async function look(stbt: Address, holders: readonly Address[]): Promise<Moment> {
  const { timestamp } = await rpc('eth_getBlockByNumber', ['latest', false])
  const balances: bigint[] = []
  for (const holder of holders)
    balances.push(await readContract(rpc, { ...at(stbt), functionName: 'balanceOf', args: [holder] }))
  return { block: BigInt(await rpc('eth_blockNumber')), day: newYorkDay(BigInt(timestamp)), balances }
}

async function logsOf(address: readonly Address[], fromBlock: bigint): Promise<readonly SupplyLog[]> {
  const wish = { address, fromBlock: `0x${fromBlock.toString(16)}`, toBlock: 'latest' }
  const raw = (await rpc('eth_getLogs', [wish])) as unknown as readonly unknown[]
  const decoder = createDecoder(supplyEventsAbi, supplyEvents)
  // A contract has other events too: they count as unreadable, since nobody asked for them.
  const { logs } = await checkedLogs(raw, { addresses: address, decoder }, fromBlock, MAX_UINT256)
  return logs as readonly unknown[] as readonly SupplyLog[]
}

function at(address: Address) {
  return { address, abi: stbtAbi } as const
}

async function deploy(kind: Kind): Promise<World> {
  const stbt =
    kind === 'ours'
      ? await create('STBT', [issuer, zeroAddress, 0n])
      : await create('StbtStandIn', [issuer, zeroAddress])
  const wrapper = await create('WSTBT', ['Wrapped STBT', 'wSTBT', stbt])
  const queue = kind === 'live' ? await createQueue() : undefined
  const settings: [string, readonly unknown[]][] = [
    ['setIssuer', [queue ?? issuer]],
    ['setController', [issuer]],
    ['setModerator', [issuer]],
    ['setMaxDistributeRatio', [WAD / 100n]],
    ['setMinDistributeInterval', [72_000n]],
    ...[...people, wrapper].map((who): [string, readonly unknown[]] => [
      'setPermission',
      [who, { sendAllowed: true, receiveAllowed: true, expiryTime: 0n }],
    ]),
  ]
  for (const [functionName, args] of settings) {
    const data = encode({ address: stbt, abi: stbtAbi, functionName, args })
    expect(await send(issuer, stbt, data), functionName).toBe(true)
  }
  return { kind, stbt, wrapper, queue }
}

async function createQueue(): Promise<Address> {
  const selectors = (['issue', 'distributeInterests'] as const).map((name) =>
    toFunctionSelector(getAbiItem({ abi: stbtAbi, name })),
  )
  return create('StbtTimelockController', [[issuer], [zeroAddress], issuer, selectors, [1n, 1n]])
}

async function create(name: string, args: readonly unknown[]): Promise<Address> {
  const { abi, bytecode } = artifact(name)
  const data = encodeDeployData({ abi, bytecode, args })
  const hash = await rpc('eth_sendTransaction', [{ from: issuer, data, gas: GAS }])
  const { contractAddress } = await receiptOf(rpc, hash)
  if (contractAddress === null) throw new Error(`${name} is not there.`)
  return getAddress(contractAddress)
}

/** Whether it went through. */
async function send(from: Address, to: Address, data: Hex): Promise<boolean> {
  const hash = await rpc('eth_sendTransaction', [{ from, to, data, gas: GAS }])
  return (await receiptOf(rpc, hash)).status === '0x1'
}
