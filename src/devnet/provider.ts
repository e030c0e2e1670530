import { isAddress, isAddressEqual, numberToHex, type Address, type Hex } from 'viem'
import type { Rpc } from '../../devnet/rpc'
import type { DevnetTransaction } from './requests'

type Listener = (...args: never[]) => void
export type RequestArguments = { readonly method: string; readonly params?: unknown }

/** An error in the form of EIP-1193. */
function refusal(code: number, message: string) {
  return Object.assign(new Error(message), { code })
}

function firstOf(params: unknown): unknown {
  return Array.isArray(params) ? params[0] : undefined
}

/** Whose wallet it is: what it may show and send is decided here. */
export type Keeper = {
  /** What refusals call the wallet. */
  readonly name: string
  /** The account the site may see. */
  readonly account: () => Address | undefined
  readonly select: (account: Address | undefined) => void
  readonly subscribe: (listener: () => void) => unknown
  readonly askForAccount: () => Promise<Address | undefined>
  readonly askToSend: (transaction: DevnetTransaction) => Promise<boolean>
}

/** A wallet for a chain of our own: the node holds the keys of its well-known accounts, the app holds none. */
export class LocalWallet {
  readonly #rpc: Rpc
  readonly #chainId: Hex
  readonly #keeper: Keeper
  readonly #listeners = new Map<string, Set<Listener>>()

  constructor(rpc: Rpc, chainId: number, keeper: Keeper) {
    this.#rpc = rpc
    this.#chainId = numberToHex(chainId)
    this.#keeper = keeper
    keeper.subscribe(() => this.#emit('accountsChanged', this.#accounts()))
  }

  on(event: string, listener: Listener): this {
    const listeners = this.#listeners.get(event) ?? new Set()
    this.#listeners.set(event, listeners.add(listener))
    return this
  }

  removeListener(event: string, listener: Listener): this {
    this.#listeners.get(event)?.delete(listener)
    return this
  }

  async request({ method, params }: RequestArguments): Promise<unknown> {
    switch (method) {
      case 'eth_chainId':
        return this.#chainId
      case 'eth_accounts':
        return this.#accounts()
      case 'eth_requestAccounts':
        return this.#authorise()
      case 'wallet_getPermissions':
        return this.#accounts().map(() => ({ parentCapability: 'eth_accounts' }))
      case 'wallet_requestPermissions':
        await this.#authorise()
        return [{ parentCapability: 'eth_accounts' }]
      case 'wallet_revokePermissions':
        this.#keeper.select(undefined)
        return null
      case 'wallet_getCapabilities':
        return {}
      case 'wallet_switchEthereumChain':
      case 'wallet_addEthereumChain':
        return this.#switchChain(firstOf(params))
      case 'eth_sendTransaction':
        return this.#send(firstOf(params))
    }
    // Signatures are not needed, and the node's own switches are not the site's business.
    if (/sign/i.test(method) || !/^(eth|net|web3)_/.test(method))
      throw refusal(4200, `The ${this.#keeper.name} does not support ${method}.`)
    return this.#rpc(method, Array.isArray(params) ? params : [])
  }

  #accounts(): readonly Address[] {
    const account = this.#keeper.account()
    return account ? [account] : []
  }

  #emit(event: string, value: unknown) {
    this.#listeners.get(event)?.forEach((listener) => (listener as (value: unknown) => void)(value))
  }

  async #authorise(): Promise<readonly Address[]> {
    const known = this.#accounts()
    if (known.length > 0) return known
    const account = await this.#keeper.askForAccount()
    if (!account) throw refusal(4001, 'The request was rejected.')
    this.#keeper.select(account)
    return [account]
  }

  #switchChain(wanted: unknown): null {
    const chainId =
      typeof wanted === 'object' && wanted !== null && 'chainId' in wanted ? wanted.chainId : undefined
    if (chainId !== this.#chainId) throw refusal(4902, `The ${this.#keeper.name} knows no other chain.`)
    return null
  }

  async #send(request: unknown): Promise<unknown> {
    const transaction = request as Partial<DevnetTransaction> & { readonly chainId?: unknown }
    const { from, chainId } = transaction
    if (!from || !isAddress(from)) throw refusal(-32602, 'The transaction has no sender.')
    const account = this.#keeper.account()
    if (!account || !isAddressEqual(from, account)) throw refusal(4100, 'This account is not connected.')
    if (chainId !== undefined && chainId !== this.#chainId)
      throw refusal(-32602, 'The transaction is for another chain.')
    if (!(await this.#keeper.askToSend({ ...transaction, from })))
      throw refusal(4001, 'The request was rejected.')
    return this.#rpc('eth_sendTransaction', [request])
  }
}
