import { plainText } from '../chain/plain-text'

const REJECTED = 4001
const ALREADY_ASKING = -32002

/** What a wallet's refusal means, as a sentence. Wallets throw errors, objects, strings and nothing at all. */
export function walletReason(error: unknown): string {
  const code = findCode(error)
  if (code === REJECTED) return 'You declined in the wallet. You can try again.'
  if (code === ALREADY_ASKING) return 'The wallet is already asking you something. Open it and answer there.'
  const text = plainText(findText(error))
  return text === ''
    ? 'The wallet refused without saying why. Change the network in the wallet itself.'
    : `The wallet refused: ${text}`
}

function findCode(error: unknown, depth = 0): unknown {
  if (typeof error !== 'object' || error === null || depth > 5) return undefined
  const { code, cause } = error as { code?: unknown; cause?: unknown }
  return code === REJECTED || code === ALREADY_ASKING ? code : findCode(cause, depth + 1)
}

function findText(error: unknown): string {
  if (typeof error === 'string') return error
  if (typeof error !== 'object' || error === null) return ''
  const { details, shortMessage, message } = error as Record<string, unknown>
  return (
    [details, shortMessage, message].find(
      (text): text is string => typeof text === 'string' && text !== '',
    ) ?? ''
  )
}
