import { isSafeUrl } from '../chain/safe-url'
import { within } from '../chain/time-limit'

const LIMIT_MS = 10_000
/** Between two tries; the number of them and one are made. */
const PAUSES_MS = [1_000, 4_000] as const

/** Why no news may go to this address: others could read what an account has. Undefined where they may. */
export function webhookProblem(url: string): string | undefined {
  if (isSafeUrl(url)) return undefined
  return '--webhook has to be an https:// address, or http:// on this machine, without a user name in it.'
}

/**
 * Posts JSON, at most three times. Never throws.
 * @returns why it did not arrive, as a sentence; undefined where the server took it
 */
export async function post(
  url: string,
  body: string,
  pauses: readonly number[] = PAUSES_MS,
): Promise<string | undefined> {
  for (const pause of [...pauses, undefined]) {
    const problem = await postOnce(url, body)
    if (problem === undefined || pause === undefined) return problem
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
  return undefined
}

async function postOnce(url: string, body: string): Promise<string | undefined> {
  // The path of a webhook is its password: it stands in no message.
  const { host } = new URL(url)
  try {
    return await within(LIMIT_MS, async (signal) => {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
        // What it redirects to has not been checked.
        redirect: 'error',
        signal,
      })
      void response.body?.cancel()
      return response.ok ? undefined : `The webhook at ${host} answered ${response.status}.`
    })
  } catch {
    return `The webhook at ${host} did not answer.`
  }
}
