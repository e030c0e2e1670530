import { getAddress, isAddress, isHash, numberToHex, type Address } from 'viem'

import { answerWithin } from './answer-within'
import { WALLET_ICON, type FoundWallet } from './announced'
import { isChainId } from './safe-provider'
import { askSafe } from './safe-messages'

type Request = { readonly method: string; readonly params?: readonly unknown[] }
type Call = { readonly to: Address; readonly data?: string; readonly value?: string }
type Safe = { readonly origin: string; readonly address: Address; readonly chainId: number }

const LIMIT_MS = 10_000

/** What a Safe's page asks its own node for. */
const reads = new Set([
  'eth_blockNumber',
  'eth_call',
  'eth_getTransactionByHash',
  'eth_getTransactionReceipt',
])

/**
 * The Safe whose page shows this one in a frame, as a wallet; undefined where no page of `origins` answers as one.
 * What is sent through it goes to the co-signers: the hash that comes back is of a proposal, and on no chain (trust.md D27).
 */
export async function findSafe(origins: readonly string[]): Promise<FoundWallet | undefined> {
  try {
    const { data, origin } = await answerWithin(askSafe(origins, 'getSafeInfo'), LIMIT_MS, '')
    const { safeAddress, chainId } = data as { safeAddress?: unknown; chainId?: unknown }
    if (typeof safeAddress !== 'string' || !isAddress(safeAddress, { strict: false }) || !isChainId(chainId))
      return undefined
    const safe = { origin, address: getAddress(safeAddress), chainId }
    return {
      id: 'safe',
      name: 'Safe',
      icon: WALLET_ICON,
      provider: { request: (args) => reply(safe, args as Request) },
    }
  } catch {
    return undefined
  }
}

async function reply({ origin, address, chainId }: Safe, { method, params = [] }: Request): Promise<unknown> {
  const ask = async (question: string, about: unknown) => (await askSafe([origin], question, about)).data
  const propose = async (calls: readonly Call[]) => {
    const txs = calls.map(({ to, data = '0x', value = '0x0' }) => ({ to, data, value: `${BigInt(value)}` }))
    return hashIn(await ask('sendTransactions', { txs }))
  }
  switch (method) {
    case 'eth_accounts':
    case 'eth_requestAccounts':
      return [address]
    case 'eth_chainId':
      return numberToHex(chainId)
    case 'eth_sendTransaction':
      return propose([params[0] as Call])
    case 'wallet_getCapabilities':
      return { [numberToHex(chainId)]: { atomic: { status: 'supported' } } }
    case 'wallet_sendCalls':
      return { id: await propose((params[0] as { calls: readonly Call[] }).calls) }
    case 'wallet_getCallsStatus':
      return callsStatus(await ask('getTxBySafeTxHash', { safeTxHash: params[0] }))
    // It is this page that keeps a Safe: there is nothing for it to forget.
    case 'wallet_revokePermissions':
      return null
  }
  if (reads.has(method)) return ask('rpcCall', { call: method, params })
  throw Object.assign(new Error(`A Safe does not support ${method}.`), { code: 4200 })
}

function hashIn(answer: unknown): string {
  const { safeTxHash } = (answer ?? {}) as { safeTxHash?: unknown }
  if (typeof safeTxHash !== 'string' || !isHash(safeTxHash))
    throw new Error('Safe did not name the transaction.')
  return safeTxHash
}

/** Safe's word for the state of a proposal as that of a batch (EIP-5792): only one that was executed has a transaction. */
function callsStatus(answer: unknown): object {
  const { txStatus, txHash } = (answer ?? {}) as { txStatus?: unknown; txHash?: unknown }
  if (txStatus === 'CANCELLED') return { status: 400 }
  if (typeof txHash !== 'string' || (txStatus !== 'SUCCESS' && txStatus !== 'FAILED')) return { status: 100 }
  return { status: txStatus === 'SUCCESS' ? 200 : 500, receipts: [{ transactionHash: txHash }] }
}
