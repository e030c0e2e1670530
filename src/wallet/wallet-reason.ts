import { plainText } from '../chain/plain-text'
import { t } from '../words/t'

const ALREADY_ASKING = -32002
/** A hardware wallet's word for "declined on the device". */
const DECLINED_ON_DEVICE = 0x6985
const declined = new Set<unknown>([4001, 'ACTION_REJECTED', DECLINED_ON_DEVICE])

/**
 * What a wallet's error means, as a sentence. Wallets throw errors, objects, strings and nothing at all. Only a code
 * says that the person declined: words come in any language.
 */
export function walletReason(error: unknown): string {
  const { codes, texts } = look(error)
  const said = plainText(texts[0]?.slice(0, 1_000) ?? '')
  if (codes.some((code) => declined.has(code)) || /\b0x6985\b/i.test(said))
    return t`You declined in the wallet. You can try again.`
  if (codes.includes(ALREADY_ASKING))
    return t`The wallet is already asking you something. Open it and answer there.`
  return said === ''
    ? t`The wallet did not do it, and did not say why.`
    : t`The wallet did not do it: ${said}`
}

type Found = { readonly codes: unknown[]; readonly texts: string[] }

function look(error: unknown, depth = 0, found: Found = { codes: [], texts: [] }): Found {
  if (typeof error === 'string' && error !== '') found.texts.push(error)
  if (typeof error !== 'object' || error === null || depth > 5) return found
  const { code, statusCode, details, shortMessage, message, ...rest } = fieldsOf(error)
  found.codes.push(code, statusCode)
  for (const text of [details, shortMessage, message])
    if (typeof text === 'string' && text !== '') found.texts.push(text)
  for (const inner of Object.values(rest)) if (typeof inner === 'object') look(inner, depth + 1, found)
  return found
}

const names = [
  'code',
  'statusCode',
  'details',
  'shortMessage',
  'message',
  'cause',
  'data',
  'originalError',
] as const

/** A wallet's own object may have getters that throw. */
function fieldsOf(error: object): Partial<Record<(typeof names)[number], unknown>> {
  try {
    return Object.fromEntries(names.map((name) => [name, (error as Record<string, unknown>)[name]]))
  } catch {
    return {}
  }
}
