import { gunzipSync } from 'node:zlib'
import { decodeFunctionResult, type Abi, type Address, type Hex } from 'viem'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { backstopPoolAbi } from '../../abis/BackstopPool'
import { backstopRegistryAbi } from '../../abis/BackstopRegistry'
import { backstopSeriesAbi } from '../../abis/BackstopSeries'
import { tetherUsdAbi } from '../../abis/TetherUSD'
import { demo } from '../../devnet/accounts'
import { usdt } from '../../devnet/calls'
import { encode } from '../../devnet/contract'
import { startDevnet, type Devnet } from '../../devnet/devnet'
import { pack, type Dump } from '../../devnet/practice/pack'
import { connect } from '../../devnet/rpc'
import { Chain } from './chain'
import { createNode } from './node'

/** As the contract counts its phases. */
const STAKING = 1n

type Ask = (method: string, params: readonly unknown[]) => Promise<unknown>

let devnet: Devnet<'backstop'>
let anvil: Ask
let node: Ask

beforeAll(async () => {
  devnet = await startDevnet({ endTime: 1_780_315_200, systems: ['backstop'] })
  anvil = connect(devnet.rpcUrl)
  const zipped = (await anvil('anvil_dumpState', [])) as string
  const dump = JSON.parse(gunzipSync(Buffer.from(zipped.slice(2), 'hex')).toString()) as Dump
  node = createNode(new Chain(pack(dump, devnet.addresses), 31_337, '0x'))
})
afterAll(() => devnet.stop())

/** What the node says, once the local chain has said the same. */
async function both(method: string, params: readonly unknown[]): Promise<unknown> {
  const settle = (asked: Promise<unknown>) =>
    asked.catch((error: unknown) => ({ refused: (error as { data?: unknown }).data }))
  const [ours, theirs] = await Promise.all([settle(node(method, params)), settle(anvil(method, params))])
  expect(ours, `${method} ${JSON.stringify(params)}`).toEqual(theirs)
  return ours
}

const registryOf = () => devnet.addresses.backstop.registry

const call = (address: Address, abi: Abi, functionName: string, args: readonly unknown[] = []) => ({
  from: demo,
  to: address,
  data: encode({ address, abi, functionName, args }),
})

type Receipt = {
  status: Hex
  gasUsed: Hex
  logs: { address: Hex; topics: Hex[]; data: Hex; logIndex: Hex }[]
}

/** Sends on both, in blocks of the same second: status, gas and events are the same. */
async function send(seconds: bigint, wish: ReturnType<typeof call>): Promise<Receipt> {
  const told = async (ask: Ask) => {
    await ask('evm_setNextBlockTimestamp', [Number(seconds)])
    const hash = await ask('eth_sendTransaction', [{ ...wish, gas: '0x4c4b40' }])
    let receipt: Receipt | null = null
    while (!receipt) receipt = (await ask('eth_getTransactionReceipt', [hash])) as Receipt | null
    const { status, gasUsed, logs } = receipt
    return {
      status,
      gasUsed,
      logs: logs.map(({ address, topics, data, logIndex }) => ({ address, topics, data, logIndex })),
    }
  }
  const [ours, theirs] = [await told(node), await told(anvil)]
  expect(ours).toEqual(theirs)
  return ours
}

const read = async (wish: ReturnType<typeof call>) => (await both('eth_call', [wish, 'latest'])) as Hex

it('does what the local chain does: the same answers, events, gas and refusals', async () => {
  const { registry } = devnet.addresses.backstop
  const token = devnet.addresses.shared.usdt
  const listed = decodeFunctionResult({
    abi: backstopRegistryAbi,
    functionName: 'allSeries',
    data: await read(call(registry, backstopRegistryAbi, 'allSeries')),
  })
  const phases = await Promise.all(
    listed.map(({ series }) => read(call(series, backstopSeriesAbi, 'phase')).then(BigInt)),
  )
  const { pool = '0x' } = listed[phases.indexOf(STAKING)] ?? {}
  const seconds = BigInt(devnet.endTime)

  await send(seconds + 60n, call(token, tetherUsdAbi, 'approve', [pool, usdt(1_000)]))
  expect((await send(seconds + 70n, call(pool, backstopPoolAbi, 'stake', [usdt(1_000), 0n]))).status).toBe(
    '0x1',
  )
  // More than was approved: reverts on both, for the same gas.
  expect((await send(seconds + 80n, call(pool, backstopPoolAbi, 'stake', [usdt(1), 0n]))).status).toBe('0x0')
  await both('eth_call', [call(pool, backstopPoolAbi, 'unstake', [usdt(2_000), demo]), 'latest'])
  expect((await send(seconds + 90n, call(pool, backstopPoolAbi, 'unstake', [usdt(400), demo]))).status).toBe(
    '0x1',
  )

  await read(call(token, tetherUsdAbi, 'balanceOf', [demo]))
  await read(call(pool, backstopPoolAbi, 'totalShares'))
  await both('eth_getTransactionCount', [demo, 'latest'])
  await both('eth_getCode', [pool, 'latest'])
})

it('runs several calls in a block that never happens', async () => {
  const token = devnet.addresses.shared.usdt
  const calls = [
    call(token, tetherUsdAbi, 'transfer', [registryOf(), usdt(5)]),
    call(token, tetherUsdAbi, 'balanceOf', [registryOf()]),
    call(token, tetherUsdAbi, 'transfer', [registryOf(), usdt(5_000_000)]),
  ]
  const wish = { blockStateCalls: [{ calls }], traceTransfers: true, validation: false }
  type Simulated = { status: Hex; returnData: Hex; gasUsed: Hex; logs: { data: Hex }[] }
  const told = async (ask: Ask) => {
    const [block] = (await ask('eth_simulateV1', [wish, 'latest'])) as { calls: Simulated[] }[]
    return block?.calls.map(({ status, returnData, logs }) => ({
      status,
      returnData,
      logs: logs.map(({ data }) => data),
    }))
  }
  expect(await told(node)).toEqual(await told(anvil))
})
