import { bytesToHex, isHex, numberToHex, type Address, type Hex } from 'viem'

import { accountIn, type Chain } from './chain'
import { GAS_LIMIT, type Message, type Moment, type Outcome } from './execute'
import type { PlacedLog } from './past-events'
import type { Layer } from './state'

/** What a node refuses, as JSON-RPC tells it. */
export class Refusal extends Error {
  readonly code: number
  readonly data: Hex | undefined

  constructor(code: number, message: string, data?: Hex) {
    super(message)
    this.code = code
    this.data = data
  }
}

type Params = readonly unknown[]
type Method = (params: Params) => unknown
const nobody: Address = '0x0000000000000000000000000000000000000000'
const zeroHash = `0x${'0'.repeat(64)}` as const

/** A JSON-RPC node over a chain in memory: the methods that the app, its wallet and the clock ask for. */
export function createNode(chain: Chain): (method: string, params: Params) => Promise<unknown> {
  const methods: Readonly<Record<string, Method>> = {
    eth_chainId: () => numberToHex(chain.chainId),
    net_version: () => `${chain.chainId}`,
    eth_blockNumber: () => numberToHex(chain.head.number),
    // Nobody is paid here.
    eth_gasPrice: () => '0x0',
    eth_maxPriorityFeePerGas: () => '0x0',
    eth_feeHistory: ([count]) => feeHistory(chain, parseInt(count as string, 16)),
    eth_getBlockByNumber: ([tag]) => blockAt(chain, numberOf(chain, tag)),
    eth_getBlockByHash: ([hash]) => blockAt(chain, blockWithHash(chain, hash)),
    eth_getBalance: ([address, tag]) =>
      numberToHex(accountIn(stateAt(chain, tag), address as Address).balance),
    eth_getTransactionCount: ([address, tag]) =>
      numberToHex(accountIn(stateAt(chain, tag), address as Address).nonce),
    eth_getCode: ([address, tag]) => codeIn(stateAt(chain, tag), address as Address),
    eth_call: async ([wish, tag]) => {
      const outcome = await chain.run(stateAt(chain, tag), messageOf(wish), momentOf(chain, tag))
      if (!outcome.isOk) throw reverted(outcome)
      return outcome.returned
    },
    eth_estimateGas: ([wish]) => estimate(chain, messageOf(wish)),
    eth_simulateV1: ([wish, tag]) => simulate(chain, wish as Simulation, tag),
    eth_getLogs: ([filter]) => logsIn(chain, filter as Filter),
    eth_getTransactionByHash: ([hash]) => transactionOf(chain, hash as Hex),
    eth_getTransactionReceipt: ([hash]) => receiptOf(chain, hash as Hex),
    eth_sendTransaction: ([wish]) => chain.send(messageOf(wish)),
    evm_setNextBlockTimestamp: ([seconds]) => chain.setNextSeconds(seconds as number),
    evm_mine: () => chain.mine(),
    anvil_setBalance: ([address, wei]) => chain.setBalance(address as Address, BigInt(wei as Hex)),
  }
  return async (method, params) => {
    const answer = Object.hasOwn(methods, method) ? methods[method] : undefined
    if (!answer) throw new Refusal(-32601, `The method ${method} is not available.`)
    return (await answer(params)) ?? null
  }
}

function numberOf(chain: Chain, tag: unknown): number {
  if (tag === 'earliest') return 0
  return isHex(tag) ? parseInt(tag, 16) : chain.head.number
}

function stateAt(chain: Chain, tag: unknown): readonly Layer[] {
  return chain.stateAt(numberOf(chain, tag))
}

/** A call sees the block it is asked of; 'pending' is the next one. */
function momentOf(chain: Chain, tag: unknown): Moment {
  const number = numberOf(chain, tag)
  return tag === 'pending' ? chain.next : { number, seconds: chain.secondsOf(number) ?? 0 }
}

type Wish = { readonly [Field in 'from' | 'to' | 'data' | 'input' | 'value' | 'gas']?: Hex | null }

function messageOf(wish: unknown): Message {
  const { from, to, data, input, value, gas } = wish as Wish
  return {
    from: from ?? nobody,
    to: to ?? undefined,
    data: data ?? input ?? '0x',
    value: BigInt(value ?? 0),
    gas: gas ? BigInt(gas) : GAS_LIMIT,
  }
}

function reverted({ returned, failure }: Outcome): Refusal {
  return failure === 'revert'
    ? new Refusal(3, 'execution reverted', returned)
    : new Refusal(-32000, failure ?? 'execution failed')
}

/** The least gas found to be enough: what is given back at the end has to be there first, and a call passes on 63/64. */
async function estimate(chain: Chain, message: Message): Promise<Hex> {
  const below = chain.stateAt(chain.head.number)
  const free = await chain.run(below, message, chain.next)
  if (!free.isOk) throw reverted(free)
  for (let gas = free.gasNeeded; gas < message.gas; gas += gas / 16n)
    if ((await chain.run(below, { ...message, gas }, chain.next)).isOk) return numberToHex(gas)
  return numberToHex(message.gas)
}

type Simulation = {
  readonly blockStateCalls: readonly {
    readonly blockOverrides?: { readonly time?: Hex }
    readonly calls?: readonly unknown[]
  }[]
}

async function simulate(chain: Chain, { blockStateCalls }: Simulation, tag: unknown): Promise<unknown> {
  const layers = [...stateAt(chain, tag)]
  let at = momentOf(chain, tag)
  const blocks = []
  for (const { blockOverrides, calls = [] } of blockStateCalls) {
    const later = numberOf(chain, tag) === chain.head.number && blocks.length === 0 ? chain.next : undefined
    at = { number: at.number + 1, seconds: later?.seconds ?? at.seconds + 1 }
    if (blockOverrides?.time) at = { ...at, seconds: parseInt(blockOverrides.time, 16) }
    const answers = []
    for (const call of calls) {
      const outcome = await chain.run(layers, messageOf(call), at)
      layers.push(outcome.layer)
      const { isOk, returned, gasUsed, logs } = outcome
      const refusal = isOk ? undefined : reverted(outcome)
      answers.push({
        status: isOk ? '0x1' : '0x0',
        returnData: returned,
        gasUsed: numberToHex(gasUsed),
        logs,
        ...(refusal && { error: { code: refusal.code, message: refusal.message, data: refusal.data } }),
      })
    }
    blocks.push({ number: numberToHex(at.number), timestamp: numberToHex(at.seconds), calls: answers })
  }
  return blocks
}

type Filter = {
  readonly address?: Hex | readonly Hex[]
  readonly topics?: readonly (Hex | readonly Hex[] | null)[]
  readonly fromBlock?: unknown
  readonly toBlock?: unknown
  readonly blockHash?: unknown
}

function logsIn(chain: Chain, { address, topics = [], fromBlock, toBlock, blockHash }: Filter): unknown {
  const oneBlock = blockHash === undefined ? undefined : blockWithHash(chain, blockHash)
  const from = oneBlock ?? numberOf(chain, fromBlock)
  const to = oneBlock ?? numberOf(chain, toBlock)
  const addresses = address === undefined ? undefined : setOf(address)
  const wanted = topics.map((topic) => (topic === null ? undefined : setOf(topic)))
  return chain.logs
    .filter(
      (log) =>
        log.blockNumber >= from &&
        log.blockNumber <= to &&
        (addresses?.has(log.address) ?? true) &&
        wanted.every((set, index) => set?.has(log.topics[index] ?? '0x') ?? true),
    )
    .map((log) => placed(chain, log))
}

const setOf = (hex: Hex | readonly Hex[]) =>
  new Set((typeof hex === 'string' ? [hex] : hex).map((one) => one.toLowerCase()))

function placed(chain: Chain, log: PlacedLog): unknown {
  const { blockNumber, transactionIndex, logIndex } = log
  return {
    ...log,
    blockNumber: numberToHex(blockNumber),
    blockHash: chain.hashOf(blockNumber),
    blockTimestamp: numberToHex(chain.secondsOf(blockNumber) ?? 0),
    transactionIndex: numberToHex(transactionIndex),
    logIndex: numberToHex(logIndex),
    removed: false,
  }
}

function codeIn(layers: readonly Layer[], address: Address): Hex {
  const key = `c${address.slice(2).toLowerCase()}`
  const code = layers.findLast((layer) => layer.has(key))?.get(key)
  return code instanceof Uint8Array ? bytesToHex(code) : '0x'
}

function blockWithHash(chain: Chain, hash: unknown): number {
  for (let number = chain.head.number; number >= 0; number -= 1)
    if (chain.hashOf(number) === hash) return number
  return -1
}

function blockAt(chain: Chain, number: number): unknown {
  const seconds = chain.secondsOf(number)
  if (seconds === undefined) return null
  const transactions = [...chain.transactions.values()].filter(({ blockNumber }) => blockNumber === number)
  return {
    number: numberToHex(number),
    hash: chain.hashOf(number),
    parentHash: number === 0 ? zeroHash : chain.hashOf(number - 1),
    timestamp: numberToHex(seconds),
    baseFeePerGas: '0x0',
    gasLimit: numberToHex(GAS_LIMIT),
    gasUsed: numberToHex(transactions.reduce((sum, { outcome }) => sum + outcome.gasUsed, 0n)),
    miner: nobody,
    transactions: transactions.map(({ hash }) => hash),
  }
}

function feeHistory(chain: Chain, count: number): unknown {
  const oldest = Math.max(0, chain.head.number - count + 1)
  return {
    oldestBlock: numberToHex(oldest),
    baseFeePerGas: Array.from({ length: count + 1 }, () => '0x0'),
    gasUsedRatio: Array.from({ length: count }, () => 0),
    reward: Array.from({ length: count }, () => ['0x0']),
  }
}

function transactionOf(chain: Chain, hash: Hex): unknown {
  const found = chain.transactions.get(hash)
  if (!found) return null
  const { from, to = null, data, value, gas, nonce, blockNumber } = found
  return {
    ...{ hash, from, to, input: data, type: '0x2', chainId: numberToHex(chain.chainId) },
    value: numberToHex(value),
    gas: numberToHex(gas),
    nonce: numberToHex(nonce),
    ...{ gasPrice: '0x0', maxFeePerGas: '0x0', maxPriorityFeePerGas: '0x0' },
    ...placeOf(chain, blockNumber),
  }
}

function placeOf(chain: Chain, blockNumber: number) {
  return {
    blockNumber: numberToHex(blockNumber),
    blockHash: chain.hashOf(blockNumber),
    transactionIndex: '0x0',
  }
}

function receiptOf(chain: Chain, hash: Hex): unknown {
  const found = chain.transactions.get(hash)
  if (!found) return null
  const { from, to = null, blockNumber, outcome } = found
  return {
    ...{ transactionHash: hash, from, to, type: '0x2', effectiveGasPrice: '0x0' },
    ...placeOf(chain, blockNumber),
    status: outcome.isOk ? '0x1' : '0x0',
    contractAddress: outcome.created,
    gasUsed: numberToHex(outcome.gasUsed),
    cumulativeGasUsed: numberToHex(outcome.gasUsed),
    logs: chain.logs.filter((log) => log.transactionHash === hash).map((log) => placed(chain, log)),
  }
}
