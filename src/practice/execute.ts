import { createCustomCommon, Hardfork, Mainnet, type Common } from '@ethereumjs/common'
import { createEVM, type EVM, type EVMResult } from '@ethereumjs/evm'
import { createAddressFromString, createZeroAddress, hexToBytes as bytesOf } from '@ethereumjs/util'
import { bytesToHex, type Address, type Hex } from 'viem'

import { State, type Layer } from './state'

/** The fork the contracts are compiled for (contracts/foundry.toml) is older: their code runs alike. */
const FORK = Hardfork.Prague

export type Message = {
  readonly from: Address
  /** A contract is created where this is absent. */
  readonly to?: Address | undefined
  readonly data: Hex
  /** Wei. */
  readonly value: bigint
  readonly gas: bigint
}
/** A block by its number and time, unix seconds. */
export type Moment = { readonly number: number; readonly seconds: number }
export type Told = { readonly address: Address; readonly topics: readonly Hex[]; readonly data: Hex }
export type Outcome = {
  readonly isOk: boolean
  readonly returned: Hex
  readonly gasUsed: bigint
  /** Before anything is given back: less would not have been enough. */
  readonly gasNeeded: bigint
  /** Why it failed, in the EVM's word. */
  readonly failure: string | undefined
  readonly logs: readonly Told[]
  readonly created: Address | null
  /** What it changed; of what failed only the sender's nonce. */
  readonly layer: Layer
}

export const GAS_LIMIT = 60_000_000n

const commons = new Map<number, Common>()
function commonOf(chainId: number): Common {
  const common =
    commons.get(chainId) ?? createCustomCommon({ chainId, name: 'practice' }, Mainnet, { hardfork: FORK })
  commons.set(chainId, common)
  return common
}

/** What a message costs before it runs: EIP-2028, EIP-3860. */
function intrinsicGas({ to, data }: Message): { readonly due: bigint; readonly floor: bigint } {
  const bytes = bytesOf(data)
  const zeros = BigInt(bytes.filter((byte) => byte === 0).length)
  const others = BigInt(bytes.length) - zeros
  const creation = to ? 0n : 32_000n + 2n * ((BigInt(bytes.length) + 31n) / 32n)
  // EIP-7623: no less than this for the data, whatever it does.
  return { due: 21_000n + creation + zeros * 4n + others * 16n, floor: 21_000n + (zeros + others * 4n) * 10n }
}

/**
 * Runs one message on top of `below` as a transaction would run, without a fee: nobody is paid here. The code is that of
 * the contracts, byte for byte.
 * @param hashAt of one of the 256 blocks before, for BLOCKHASH
 */
export async function execute(
  below: readonly Layer[],
  message: Message,
  { number, seconds }: Moment,
  chainId: number,
  hashAt: (number: number) => Hex,
): Promise<Outcome> {
  const state = new State(below)
  const evm: EVM = await createEVM({
    common: commonOf(chainId),
    stateManager: state,
    blockchain: {
      getBlock: (at) => Promise.resolve({ hash: () => bytesOf(hashAt(at)) }),
      putBlock: () => Promise.resolve(),
      shallowCopy: () => evm.blockchain,
    },
  })
  const { from, to, data, value, gas } = message
  const { due, floor } = intrinsicGas(message)
  const caller = createAddressFromString(from)
  // EIP-2929, EIP-3651: sender, receiver, miner and precompiles are warm.
  const zero = createZeroAddress()
  for (const warm of [from, ...(to ? [to] : []), zero.toString(), ...evm.precompiles.keys()])
    evm.journal.addAlwaysWarmAddress(warm.replace('0x', '').toLowerCase())
  if (due > gas) throw new Error(`intrinsic gas too low: ${due} is needed, ${gas} allowed`)
  const { execResult, createdAddress } = await evm.runCall({
    caller,
    ...(to && { to: createAddressFromString(to) }),
    data: bytesOf(data),
    value,
    gasLimit: gas - due,
    block: {
      header: {
        number: BigInt(number),
        coinbase: zero,
        timestamp: BigInt(seconds),
        difficulty: 0n,
        prevRandao: new Uint8Array(32),
        gasLimit: GAS_LIMIT,
        baseFeePerGas: 0n,
        getBlobGasPrice: () => 1n,
      },
    },
  })
  const spent = due + execResult.executionGasUsed
  const refund = execResult.gasRefund ?? 0n
  const used = spent - (refund < spent / 5n ? refund : spent / 5n)
  return {
    isOk: execResult.exceptionError === undefined,
    returned: bytesToHex(execResult.returnValue),
    gasUsed: used > floor ? used : floor,
    gasNeeded: spent > floor ? spent : floor,
    failure: execResult.exceptionError?.error,
    logs: toLogs(execResult),
    created: createdAddress?.toString() ?? null,
    layer: state.written,
  }
}

function toLogs({ exceptionError, logs = [] }: EVMResult['execResult']): readonly Told[] {
  if (exceptionError !== undefined) return []
  return logs.map(([address, topics, data]) => ({
    address: bytesToHex(address),
    topics: topics.map((topic) => bytesToHex(topic)),
    data: bytesToHex(data),
  }))
}
