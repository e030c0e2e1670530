/** Calling contracts through a bare RPC function; runs in Node and in the browser. */
import {
  decodeFunctionResult,
  encodeFunctionData,
  numberToHex,
  type Abi,
  type Address,
  type ContractFunctionArgs,
  type ContractFunctionName,
  type ContractFunctionReturnType,
  type Hex,
} from 'viem'
import { receiptOf, type Receipt, type Rpc } from './rpc'

export type ContractCall = {
  readonly address: Address
  readonly abi: Abi
  readonly functionName: string
  readonly args?: readonly unknown[]
}

type Views = 'view' | 'pure'
type ViewCall<
  TAbi extends Abi,
  Name extends ContractFunctionName<TAbi, Views>,
  Args extends ContractFunctionArgs<TAbi, Views, Name>,
> = {
  readonly address: Address
  readonly abi: TAbi
  readonly functionName: Name
  readonly args?: Args
}

export function encode({ abi, functionName, args = [] }: ContractCall): Hex {
  return encodeFunctionData({ abi, functionName, args })
}

/** Reads from the newest block. */
export async function readContract<
  const TAbi extends Abi,
  Name extends ContractFunctionName<TAbi, Views>,
  const Args extends ContractFunctionArgs<TAbi, Views, Name>,
>(rpc: Rpc, call: ViewCall<TAbi, Name, Args>): Promise<ContractFunctionReturnType<TAbi, Views, Name, Args>> {
  const { address } = call
  // Widened: the types of what goes in and comes out are those of the signature.
  const abi: Abi = call.abi
  const functionName: string = call.functionName
  const args = call.args === undefined ? [] : (call.args as readonly unknown[])
  const data = await rpc('eth_call', [
    { to: address, data: encode({ address, abi, functionName, args }) },
    'latest',
  ])
  const result: unknown = decodeFunctionResult({ abi, functionName, args, data })
  return result as ContractFunctionReturnType<TAbi, Views, Name, Args>
}

/** Sends from an unlocked account, and waits until it is mined. Throws what the contract says when it refuses. */
export async function sendContract(rpc: Rpc, from: Address, call: ContractCall): Promise<Receipt> {
  const transaction = { from, to: call.address, data: encode(call) }
  // Estimated in another second than it is mined in: what was the same to write may then be another.
  const estimate = await rpc('eth_estimateGas', [transaction]).catch((cause: unknown) => {
    throw new Error(`${call.functionName} failed: ${cause instanceof Error ? cause.message : 'refused'}`, {
      cause,
    })
  })
  const gas = numberToHex(2n * BigInt(estimate))
  const hash = await rpc('eth_sendTransaction', [{ ...transaction, gas }])
  // With a block time the transaction would wait for its turn.
  await rpc('evm_mine')
  const receipt = await receiptOf(rpc, hash)
  if (receipt.status !== '0x1') throw new Error(`${call.functionName} failed: ${hash}`)
  return receipt
}
