/** Writes a chain's history block by block: what is sent, from whom, and at which second are all chosen. */
import {
  decodeErrorResult,
  decodeEventLog,
  encodeEventTopics,
  type Abi,
  type Address,
  type ContractEventName,
  type GetEventArgs,
  type Hex,
} from 'viem'
import { encode } from './contract'
import type { Receipt, Rpc } from './rpc'

/** A contract call by an unlocked account. */
export type Call = {
  readonly from: Address
  readonly address: Address
  readonly abi: Abi
  readonly functionName: string
  readonly args: readonly unknown[]
}
export type Creation = { readonly from: Address; readonly data: Hex; readonly label: string }

/** Nobody estimates: an estimate would see the state before the block. */
const GAS = { call: '0x2dc6c0', creation: '0x7a1200' }

/** What a call could not do, in the contract's words. */
function explain(call: Call | Creation, error: unknown): Error {
  const message = error instanceof Error ? error.message : String(error)
  if (!('abi' in call)) return new Error(`Deploying ${call.label}: ${message}`)
  const data = /(0x[0-9a-f]{8,})/i.exec(message)?.[1]
  let reason = message
  try {
    const decoded = decodeErrorResult({ abi: call.abi, data: data as Hex })
    reason = `${decoded.errorName}(${decoded.args?.join(', ') ?? ''})`
  } catch {
    // Not an error of this contract: the node's message stands.
  }
  return new Error(`${call.functionName}(${call.args.join(', ')}) from ${call.from}: ${reason}`)
}

/**
 * Mines one block at `at` (unix seconds) with `calls` in this order; every one must succeed. Automatic mining must be
 * off (`writeBlocks`).
 */
export async function mineBlock(
  rpc: Rpc,
  at: number,
  calls: readonly (Call | Creation)[],
): Promise<readonly Receipt[]> {
  const hashes = await rpc.each(
    'eth_sendTransaction',
    calls.map((call) => [
      'abi' in call
        ? { from: call.from, to: call.address, data: encode(call), gas: GAS.call }
        : { from: call.from, data: call.data, gas: GAS.creation },
    ]),
  )
  await rpc('evm_mine', [at])
  // In the order of the calls: the chain mines what came first, first.
  const receipts = await rpc('eth_getBlockReceipts', ['latest'])
  for (const [index, call] of calls.entries()) {
    const receipt = receipts[index]
    if (receipt !== undefined && receipt.transactionHash !== hashes[index])
      throw new Error(`The block at ${at} has another order than its calls.`)
    if (receipt?.status === '0x1') continue
    const to = 'abi' in call ? { to: call.address, data: encode(call) } : { data: call.data }
    const error = await rpc('eth_call', [{ from: call.from, ...to }, 'latest']).catch(
      (reason: unknown) => reason,
    )
    throw explain(call, receipt === undefined ? 'not mined: the block is full' : error)
  }
  return receipts
}

/** Lets `write` mine the blocks of its choice; afterwards the chain mines one per transaction. */
export async function writeBlocks(rpc: Rpc, write: () => Promise<void>): Promise<void> {
  await rpc('evm_setAutomine', [false])
  await write()
  await rpc('evm_setAutomine', [true])
}

type EventArgs<TAbi extends Abi, Name extends ContractEventName<TAbi>> = GetEventArgs<
  TAbi,
  Name,
  { EnableUnion: false; IndexedOnly: false; Required: true }
>

/** Arguments of the first event `eventName` of `abi` in a receipt. */
export function eventIn<const TAbi extends Abi, Name extends ContractEventName<TAbi>>(
  receipt: Receipt | undefined,
  abi: TAbi,
  eventName: Name,
): EventArgs<TAbi, Name> {
  const events: Abi = abi
  const [selector] = encodeEventTopics({ abi: events, eventName })
  const log = receipt?.logs.find(({ topics }) => topics[0] === selector)
  if (!log) throw new Error(`No ${eventName} in the receipt.`)
  const { args }: { args?: unknown } = decodeEventLog({ abi: events, data: log.data, topics: log.topics })
  return args as EventArgs<TAbi, Name>
}
