import { getAddress, isAddress, numberToHex, type Address } from 'viem'

import { isChainId } from './safe-provider'
import { t } from '../words/t'

type Request = { readonly method: string; readonly params?: unknown }
type Listener = (value: unknown) => void

/** What a wallet allows, by kind of chain: accounts are written "eip155:1:0x…". */
export type Namespaces = Readonly<
  Record<string, { readonly accounts: readonly string[]; readonly methods: readonly string[] }>
>

/** How the wallet is reached. */
export type Line = {
  readonly ask: (chain: string, request: Request) => Promise<unknown>
  readonly leave: () => Promise<void>
}

/** All that is ever asked of a wallet: no reads, which go to our own nodes, and no signatures of messages (trust.md X6). */
export const methods = [
  'eth_sendTransaction',
  'wallet_addEthereumChain',
  'wallet_getCallsStatus',
  'wallet_getCapabilities',
  'wallet_sendCalls',
  'wallet_switchEthereumChain',
  'wallet_watchAsset',
]
export const events = ['accountsChanged', 'chainChanged']

const MOST_ACCOUNTS = 1_000
/** The codes for "rejected by the person" of the protocol, where EIP-1193 has 4001. */
const declined = [5000, 5001, 5002, 5003]

/**
 * A wallet at the other end of a WalletConnect session, as EIP-1193 has it. What it allowed when it was connected is all
 * it is asked for, on chains it has an account on; `wished` is the chain it is on at first, where it allows that one.
 */
export function sessionProvider(allowed: Namespaces, wished: number, { ask, leave }: Line) {
  const listeners = new Map<string, Set<Listener>>()
  let namespaces = allowed
  let chosen: Address | undefined
  let chainId = chainIn(namespaces, wished)
  let isOver = false

  function accounts(): readonly Address[] {
    const all = accountsOn(namespaces, chainId)
    return chosen && all.includes(chosen) ? [chosen, ...all.filter((one) => one !== chosen)] : all
  }

  function emit(event: string, value: unknown): void {
    for (const listener of [...(listeners.get(event) ?? [])]) listener(value)
  }

  function moveTo(next: number): void {
    if (next === chainId) return
    chainId = next
    emit('chainChanged', numberToHex(chainId))
    emit('accountsChanged', accounts())
  }

  return {
    async request({ method, params }: Request): Promise<unknown> {
      if (isOver) throw coded(4900, t`The wallet has ended the connection.`)
      switch (method) {
        case 'eth_accounts':
        case 'eth_requestAccounts':
          return accounts()
        case 'eth_chainId':
          return numberToHex(chainId)
        case 'wallet_revokePermissions':
          isOver = true
          await leave()
          return null
        case 'wallet_switchEthereumChain': {
          const next = numberIn((params as readonly { chainId?: unknown }[] | undefined)?.[0]?.chainId)
          if (accountsOn(namespaces, next).length === 0) break
          moveTo(next)
          return null
        }
      }
      if (!methods.includes(method) || namespaces['eip155']?.methods.includes(method) !== true)
        throw coded(4200, refusalOf(method))
      try {
        return await ask(`eip155:${chainId}`, { method, params })
      } catch (error) {
        const code = (error as { code?: unknown } | null)?.code
        throw declined.some((one) => one === code) ? coded(4001, 'Rejected in the wallet.') : error
      }
    },
    on(event: string, listener: Listener): void {
      listeners.set(event, (listeners.get(event) ?? new Set()).add(listener))
    },
    removeListener(event: string, listener: Listener): void {
      listeners.get(event)?.delete(listener)
    },

    /** The wallet allows something else from now on. */
    update(next: Namespaces): void {
      namespaces = next
      if (accounts().length === 0) moveTo(chainIn(namespaces, chainId))
      emit('accountsChanged', accounts())
    },
    /** The wallet tells of another account or chain: believed only where it has allowed that one. */
    tell(name: string, data: unknown): void {
      if (name === 'chainChanged') {
        const next = numberIn(data)
        if (accountsOn(namespaces, next).length > 0) moveTo(next)
      }
      if (name === 'accountsChanged' && Array.isArray(data)) {
        const told = data.slice(0, MOST_ACCOUNTS).map(addressIn)
        chosen = told.find((one) => one && accounts().includes(one)) ?? chosen
        emit('accountsChanged', accounts())
      }
    },
    /** The wallet has ended the session. */
    end(): void {
      isOver = true
      emit('disconnect', { code: 4900, message: 'Disconnected' })
    },
  }
}

/** The accounts that a wallet allows on a chain. */
export function accountsOn(namespaces: Namespaces, chainId: number): readonly Address[] {
  return (namespaces['eip155']?.accounts ?? []).slice(0, MOST_ACCOUNTS).flatMap((account) => {
    const address = account.startsWith(`eip155:${chainId}:`) ? addressIn(account) : undefined
    return address ? [address] : []
  })
}

function chainIn(namespaces: Namespaces, wished: number): number {
  const allowed = (namespaces['eip155']?.accounts ?? []).map((account) => numberIn(account.split(':')[1]))
  const isOpen = (chainId: number) => accountsOn(namespaces, chainId).length > 0
  return isOpen(wished) ? wished : (allowed.find(isOpen) ?? wished)
}

function addressIn(account: unknown): Address | undefined {
  const last = typeof account === 'string' ? account.slice(-42) : ''
  return isAddress(last, { strict: false }) ? getAddress(last) : undefined
}

/** The number of a chain; 0, which is none, for anything else. */
function numberIn(value: unknown): number {
  const isShort = typeof value === 'number' || (typeof value === 'string' && value.length <= 66)
  // eslint-disable-next-line no-restricted-syntax -- the number of a chain, not money
  const id = isShort && value !== '' ? Number(value) : 0
  return isChainId(id) ? id : 0
}

function refusalOf(method: string): string {
  return method === 'wallet_switchEthereumChain' || method === 'wallet_addEthereumChain'
    ? t`It was connected without this network. Disconnect it, then connect it again and allow the network there.`
    : `The wallet was not connected for ${method}.`
}

const coded = (code: number, message: string) => Object.assign(new Error(message), { code })
