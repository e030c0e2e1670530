import { getAddress, isAddress, type Address } from 'viem'

import { answerWithin } from './answer-within'
import type { RawProvider } from './announced'
import { t } from '../words/t'

type Listener = (value: unknown) => void
type Request = { readonly method: string; readonly params?: unknown }

/** An EIP-1193 provider whose accounts, chain and events have the shape that is relied on. */
export type SafeProvider = {
  readonly request: (args: Request) => Promise<unknown>
  readonly on: (event: string, listener: Listener) => void
  readonly removeListener: (event: string, listener: Listener) => void
}

const LIMIT_MS = 10_000
const SILENT = t`The wallet does not answer. Open or unlock it.`

/** What wallets do not ask the person for: no answer within the limit means that none will come. */
const answersAtOnce = new Set(['eth_accounts', 'eth_chainId'])

/**
 * The wallet behind a check: some tell of accounts with `null`, of a chain with an object, or have no way to stop
 * listening, and wagmi takes all of it as it comes.
 */
export function safeProvider(raw: RawProvider): SafeProvider {
  const wrapped = new Map<Listener, Listener>()
  return {
    async request(args) {
      const asked = raw.request(args)
      const answer = answersAtOnce.has(args.method)
        ? await answerWithin(asked, LIMIT_MS, SILENT)
        : await asked
      switch (args.method) {
        case 'eth_accounts':
          return addressesIn(answer)
        case 'eth_requestAccounts': {
          const accounts = addressesIn(answer)
          if (accounts.length === 0) throw new Error('The wallet gave no account.')
          return accounts
        }
        case 'eth_chainId':
          return chainIdIn(answer)
        default:
          return answer
      }
    },
    on(event, listener) {
      const safe: Listener = (value) => listener(payload(event, value))
      wrapped.set(listener, safe)
      call(raw, ['on'], event, safe)
    },
    removeListener(event, listener) {
      const safe = wrapped.get(listener)
      wrapped.delete(listener)
      if (safe) call(raw, ['removeListener', 'off'], event, safe)
    },
  }
}

/** Whether this can be the number of a chain. */
export function isChainId(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0
}

function payload(event: string, value: unknown): unknown {
  switch (event) {
    case 'accountsChanged':
      return addressesIn(value)
    case 'chainChanged':
      return chainIdIn(value)
    case 'connect':
      return { chainId: chainIdIn(objectOf(value)?.['chainId']) }
    case 'disconnect':
      return objectOf(value)
    default:
      return value
  }
}

const objectOf = (value: unknown) =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined

function addressesIn(value: unknown): readonly Address[] {
  if (!Array.isArray(value)) return []
  return value
    .slice(0, 1_000)
    .filter((one): one is Address => typeof one === 'string' && isAddress(one, { strict: false }))
    .map((one) => getAddress(one))
}

/** As a number in hex; null where the wallet does not tell, which wagmi reads as 0. */
function chainIdIn(value: unknown): string | null {
  const isShort = typeof value === 'number' || (typeof value === 'string' && value.length <= 66)
  // eslint-disable-next-line no-restricted-syntax -- the number of a chain, not money
  const id = isShort && value !== '' ? Number(value) : 0
  return isChainId(id) ? `0x${id.toString(16)}` : null
}

function call(raw: RawProvider, names: readonly string[], event: string, listener: Listener): void {
  try {
    const methods = raw as unknown as Record<string, unknown>
    const name = names.find((one) => typeof methods[one] === 'function')
    if (name) (methods[name] as (event: string, listener: Listener) => void)(event, listener)
  } catch {
    // Without its events a wallet can still be asked.
  }
}
