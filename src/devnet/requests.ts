import type { Address, Hex } from 'viem'

export type DevnetTransaction = {
  readonly from: Address
  readonly to?: Address
  readonly data?: Hex
  readonly value?: Hex
}

export type ConnectRequest = {
  readonly kind: 'connect'
  readonly id: number
  readonly answer: (account: Address | undefined) => void
}
export type SendRequest = {
  readonly kind: 'send'
  readonly id: number
  readonly transaction: DevnetTransaction
  readonly answer: (isConfirmed: boolean) => void
}

/** What the wallet asks the person. */
export type Request = ConnectRequest | SendRequest

let lastId = 0

let waiting: readonly Request[] = []
const listeners = new Set<() => void>()

function change(next: readonly Request[]) {
  waiting = next
  listeners.forEach((listener) => listener())
}

/** The question on screen, if any; the others wait. */
export function currentRequest(): Request | undefined {
  return waiting[0]
}

export function subscribeRequests(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Asks which account to connect; undefined is no. */
export function askForAccount(): Promise<Address | undefined> {
  return new Promise((resolve) => {
    const request: Request = {
      kind: 'connect',
      id: (lastId += 1),
      answer: (account) => settle(request, () => resolve(account)),
    }
    change([...waiting, request])
  })
}

/** Asks for consent to one transaction. */
export function askToSend(transaction: DevnetTransaction): Promise<boolean> {
  return new Promise((resolve) => {
    const request: Request = {
      kind: 'send',
      id: (lastId += 1),
      transaction,
      answer: (isConfirmed) => settle(request, () => resolve(isConfirmed)),
    }
    change([...waiting, request])
  })
}

/** Takes the question off the screen, then answers it. */
function settle(request: Request, answer: () => void) {
  change(waiting.filter((other) => other !== request))
  answer()
}
