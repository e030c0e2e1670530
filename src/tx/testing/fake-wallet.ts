import { connect } from '../../../devnet/rpc'
import type { Wallet } from '../wallet'

/** How the next request is treated. */
export type Mood =
  | { readonly kind: 'sign' }
  | { readonly kind: 'throw'; readonly error: unknown; readonly afterSending?: boolean | undefined }
  | { readonly kind: 'hang' }
  | { readonly kind: 'edit'; readonly data: `0x${string}` }

export type Sent = { readonly method: string; readonly params: unknown; readonly hash?: `0x${string}` }

const readMethods = ['eth_blockNumber', 'eth_getTransactionByHash', 'eth_getTransactionReceipt']

type BatchCall = {
  readonly to: string
  readonly data: string
  readonly value: string
  readonly capabilities?: { readonly gasLimitOverride?: { readonly value: string } }
}

/** A wallet over an unlocked account of a local chain, with scripted moods; remembers everything it was asked. */
export class FakeWallet implements Wallet {
  mood: Mood = { kind: 'sign' }
  chainId: string | undefined
  accounts: unknown
  /** The nonce it chooses; by itself, the next one. */
  nonce: number | undefined
  readonly asked: Sent[] = []
  readonly methods = new Set<string>()
  /** Requests that hang: calling one lets it go on. */
  readonly hanging: (() => void)[] = []
  /** Takes batches (EIP-5792): each call as a transaction of its own, mined in one block. */
  isAtomic = false
  /** It first has to turn the account into a smart one. */
  isUpgradeNeeded = false
  /** Takes a limit of gas for each call of a batch (ERC-8132); without one it finds its own, too low a one. */
  takesGas = false
  /** What a wallet of several signers gives back instead of a transaction. */
  proposal: `0x${string}` | undefined
  /** What it says a batch became, whatever was sent. */
  batchSaid: `0x${string}` | undefined
  /** Its provider reads from the chain, too. */
  isReading = false
  /** What it was asked to propose. */
  readonly proposed: unknown[] = []
  private batchHash: unknown
  /** Requests that are on their way to the chain. */
  busy = 0
  private readonly rpc: (method: string, params?: readonly unknown[]) => Promise<unknown>

  constructor(rpcUrl: string, account: string) {
    this.rpc = connect(rpcUrl)
    this.accounts = [account]
  }

  async request({ method, params = [] }: { method: string; params?: unknown }): Promise<unknown> {
    this.methods.add(method)
    const list = params as readonly unknown[]
    if (method === 'eth_accounts') return this.accounts
    if (method === 'eth_chainId') return this.chainId ?? this.rpc(method)
    if (this.isReading && readMethods.includes(method)) return this.rpc(method, list)
    if (this.isAtomic) {
      const answer = await this.batch(method, list)
      if (answer !== undefined) return answer
    }
    if (this.proposal !== undefined) {
      this.proposed.push(list[0])
      return this.proposal
    }
    if (method !== 'eth_sendTransaction') throw Object.assign(new Error('Unsupported method'), { code: 4200 })
    const { mood } = this
    if (mood.kind === 'throw' && mood.afterSending !== true) {
      this.asked.push({ method, params })
      throw mood.error
    }
    if (mood.kind === 'hang') {
      await new Promise<void>((resolve) => this.hanging.push(resolve))
      this.mood = this.mood.kind === 'hang' ? { kind: 'sign' } : this.mood
      return this.request({ method, params })
    }
    const transaction = list[0] as Record<string, unknown>
    const given = mood.kind === 'edit' ? { ...transaction, data: mood.data } : transaction
    const nonce = this.nonce === undefined ? {} : { nonce: `0x${this.nonce.toString(16)}` }
    // A limit that is given is taken; without one the wallet estimates, as real ones do.
    this.busy += 1
    const gas = transaction['gas'] ?? (await this.rpc('eth_estimateGas', [given]).catch(() => '0x7a120'))
    const hash = (await this.rpc(method, [{ ...given, ...nonce, gas }]).finally(
      () => (this.busy -= 1),
    )) as `0x${string}`
    this.asked.push({ method, params, hash })
    if (mood.kind === 'throw') throw mood.error
    return hash
  }

  private async batch(method: string, [first]: readonly unknown[]): Promise<unknown> {
    if (method === 'wallet_getCapabilities')
      return {
        '0x0': { gasLimitOverride: { supported: this.takesGas } },
        '0x7a69': { atomic: { status: this.isUpgradeNeeded ? 'ready' : 'supported' } },
      }
    if (method === 'wallet_getCallsStatus') {
      const transactionHash = this.batchSaid ?? this.batchHash
      const receipt = await this.rpc('eth_getTransactionReceipt', [transactionHash])
      return receipt ? { status: 200, receipts: [{ transactionHash }] } : { status: 100 }
    }
    if (method !== 'wallet_sendCalls') return undefined
    const { from, calls } = first as { from: string; calls: BatchCall[] }
    this.asked.push({ method, params: [first] })
    if (this.mood.kind === 'throw' && this.mood.afterSending === false) throw this.mood.error
    for (const { to, data, value, capabilities } of calls) {
      const call = { from, to, data, value }
      const own = this.takesGas ? await this.rpc('eth_estimateGas', [call]) : '0x7a120'
      const gas = capabilities?.gasLimitOverride?.value ?? own
      this.batchHash = await this.rpc('eth_sendTransaction', [{ ...call, gas }])
    }
    if (this.mood.kind === 'throw') throw this.mood.error
    return { id: 'batch-1' }
  }
}
