import { isAddress, isAddressEqual, numberToHex, type Address, type Hex } from 'viem'
import { connect } from '../../devnet/rpc'
import { askForAccount, askToSend, type DevnetTransaction } from './requests'
import { selectAccount, selectedAccount, subscribeAccount } from './selected-account'

type Listener = (...args: never[]) => void
export type RequestArguments = { readonly method: string; readonly params?: unknown }

/** An error in the form of EIP-1193. */
function refusal(code: number, message: string) {
  return Object.assign(new Error(message), { code })
}

function firstOf(params: unknown): unknown {
  return Array.isArray(params) ? params[0] : undefined
}

/**
 * A wallet for the local chain: the node holds the keys of its well-known accounts, the app holds none. Whatever it
 * sends, a person confirms first.
 */
export class DevnetProvider {
  readonly #rpc
  readonly #chainId: Hex
  readonly #listeners = new Map<string, Set<Listener>>()

  constructor(rpcUrl: string, chainId: number) {
    this.#rpc = connect(rpcUrl)
    this.#chainId = numberToHex(chainId)
    subscribeAccount(() => this.#emit('accountsChanged', this.#accounts()))
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
        selectAccount(undefined)
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
      throw refusal(4200, `The devnet wallet does not support ${method}.`)
    return this.#rpc(method, Array.isArray(params) ? params : [])
  }

  #accounts(): readonly Address[] {
    const account = selectedAccount()
    return account ? [account] : []
  }

  #emit(event: string, value: unknown) {
    this.#listeners.get(event)?.forEach((listener) => (listener as (value: unknown) => void)(value))
  }

  async #authorise(): Promise<readonly Address[]> {
    const known = this.#accounts()
    if (known.length > 0) return known
    const account = await askForAccount()
    if (!account) throw refusal(4001, 'The request was rejected.')
    selectAccount(account)
    return [account]
  }

  #switchChain(wanted: unknown): null {
    const chainId =
      typeof wanted === 'object' && wanted !== null && 'chainId' in wanted ? wanted.chainId : undefined
    if (chainId !== this.#chainId) throw refusal(4902, 'The devnet wallet only knows the local chain.')
    return null
  }

  async #send(request: unknown): Promise<unknown> {
    const transaction = request as Partial<DevnetTransaction> & { readonly chainId?: unknown }
    const { from, chainId } = transaction
    if (!from || !isAddress(from)) throw refusal(-32602, 'The transaction has no sender.')
    const account = selectedAccount()
    if (!account || !isAddressEqual(from, account)) throw refusal(4100, 'This account is not connected.')
    if (chainId !== undefined && chainId !== this.#chainId)
      throw refusal(-32602, 'The transaction is for another chain.')
    if (!(await askToSend({ ...transaction, from }))) throw refusal(4001, 'The request was rejected.')
    return this.#rpc('eth_sendTransaction', [request])
  }
}
