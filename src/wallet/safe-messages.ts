import { plainText } from '../chain/plain-text'

type Answer = {
  readonly id?: unknown
  readonly success?: unknown
  readonly data?: unknown
  readonly error?: unknown
}

/** What Safe says when a person closes its review of a transaction. */
const REFUSED = 'Transaction was rejected'
const LONGEST_ERROR = 300

let count = 0

/**
 * Asks the page that this one is framed by, in the words of Safe's SDK (@safe-global/safe-apps-sdk 9.1.0,
 * `communication`). Not the SDK itself: it sends to whatever page frames it, and takes any answer of that page.
 *
 * @param origins whom the question is for; a page of another origin does not get it, and its answers are not heard
 * @returns what was answered, unchecked, and by which of `origins`
 * @throws what was answered instead, with the code of EIP-1193 where the person refused
 */
export function askSafe(
  origins: readonly string[],
  method: string,
  params?: unknown,
): Promise<{ readonly data: unknown; readonly origin: string }> {
  const id = `ballast-${(count += 1)}`
  return new Promise((resolve, reject) => {
    function onMessage({ data: message, source, origin }: MessageEvent<unknown>): void {
      if (source !== window.parent || !origins.includes(origin)) return
      if (typeof message !== 'object' || message === null) return
      const { id: answered, success, data, error } = message as Answer
      if (answered !== id) return
      removeEventListener('message', onMessage)
      if (success === true) resolve({ data, origin })
      else reject(errorOf(error))
    }
    addEventListener('message', onMessage)
    for (const origin of origins)
      window.parent.postMessage({ id, method, params, env: { sdkVersion: '9.1.0' } }, origin)
  })
}

function errorOf(error: unknown): Error {
  const text = typeof error === 'string' ? plainText(error.slice(0, LONGEST_ERROR), LONGEST_ERROR) : ''
  const refusal = text === REFUSED ? { code: 4001 } : {}
  return Object.assign(new Error(text === '' ? 'Safe did not say why.' : text), refusal)
}
