/** What is asked of a Minter on a running devnet, and where it stands. Runs in Node and in the browser. */
import { decodeEventLog, encodeEventTopics, type Address, type Hex } from 'viem'
import { stbtMinterAbi } from '../../../abis/StbtMinter'
import { stbtTimelockControllerAbi } from '../../../abis/StbtTimelockController'
import { readContract } from '../../contract'
import type { Log, Rpc } from '../../rpc'
import type { StbtInstance } from './deploy'
import { operation, operationId, type Operation } from './operations'

type Asked = Pick<StbtInstance, 'stbt' | 'minter' | 'timelock'>

export type Request = {
  readonly kind: 'Mint' | 'Redeem'
  readonly requestor: Address
  readonly coin: Address
  readonly nonce: bigint
  /** Calldata of its operation. */
  readonly data: Hex
  readonly operation: Operation
  /** Unix seconds from which it can be executed; 0 = it is not in the queue, 1 = it is done. */
  readonly readyAt: number
}

const kinds = ['Mint', 'Redeem'] as const
const topics = kinds.map((eventName) => encodeEventTopics({ abi: stbtMinterAbi, eventName })[0])

/** Every request, oldest first. */
export async function requestsOf(rpc: Rpc, { stbt, minter, timelock }: Asked): Promise<Request[]> {
  const logs = await rpc('eth_getLogs', [{ address: minter, fromBlock: '0x0', topics: [topics] }])
  return Promise.all(
    logs.map(async (log) => {
      const told = decode(log)
      const wanted = operation(stbt, told.data, told.salt)
      const readyAt = await readContract(rpc, {
        address: timelock,
        abi: stbtTimelockControllerAbi,
        functionName: 'getTimestamp',
        args: [operationId(wanted)],
      })
      return { ...told, operation: wanted, readyAt: Number(readyAt) }
    }),
  )
}

function decode({ data, topics: ofLog }: Log) {
  const { eventName, args } = decodeEventLog({ abi: stbtMinterAbi, data, topics: ofLog })
  if (eventName !== 'Mint' && eventName !== 'Redeem') throw new Error(`${eventName} is no request.`)
  const { requestor, token, nonce, salt, data: calldata } = args
  return { kind: eventName, requestor, coin: token, nonce, salt, data: calldata }
}
