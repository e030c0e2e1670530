import { getAddress } from 'viem'

/** What is wrong with a value, as the rest of a sentence that starts with its path; undefined when nothing is. */
export type Check = (value: unknown) => string | undefined

export const wholeNumber =
  (least: number): Check =>
  (value) => {
    if (typeof value !== 'number' || !Number.isSafeInteger(value)) return 'must be a whole number'
    return value < least ? `must be ${least} or more` : undefined
  }

export const positiveNumber: Check = (value) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) return 'must be a number'
  return value > 0 ? undefined : 'must be more than 0'
}

export const trueOrFalse: Check = (value) =>
  typeof value === 'boolean' ? undefined : 'must be true or false'

export const filledText: Check = (value) => {
  if (typeof value !== 'string') return 'must be a name in quotes'
  return value === '' ? 'must not be empty' : undefined
}

export const httpUrl: Check = (value) => {
  if (typeof value !== 'string') return 'must be a URL in quotes'
  return isSafeUrl(value) ? undefined : 'must be an https:// URL (http:// only for this machine)'
}

export const checksummedAddress: Check = (value) =>
  isChecksummed(value)
    ? undefined
    : 'is not an address with a valid checksum (0x, 40 digits, upper and lower case as the explorer shows it)'

/** The sentence about one setting, if there is one to say. */
export function checkValue(path: string, value: unknown, check: Check): readonly string[] {
  const problem = check(value)
  return problem === undefined ? [] : [`${path} ${problem}.`]
}

/** Problems of an object's settings; a setting nobody knows is one too, for it is a typing mistake. */
export function checkFields(
  path: string,
  value: Record<string, unknown>,
  required: Record<string, Check>,
  optional: Record<string, Check>,
): readonly string[] {
  const unknown = Object.keys(value).filter((key) => !(key in required) && !(key in optional))
  return [
    ...(unknown.length > 0 ? [`${path} has a setting that does not exist: ${unknown.join(', ')}.`] : []),
    ...Object.entries(required).flatMap(([key, check]) => checkValue(`${path}.${key}`, value[key], check)),
    ...Object.entries(optional).flatMap(([key, check]) =>
      value[key] === undefined ? [] : checkValue(`${path}.${key}`, value[key], check),
    ),
  ]
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isChecksummed(value: unknown): boolean {
  if (typeof value !== 'string') return false
  try {
    return getAddress(value) === value
  } catch {
    return false
  }
}

function isSafeUrl(value: string): boolean {
  if (!URL.canParse(value)) return false
  const { protocol, hostname, username, password } = new URL(value)
  if (username !== '' || password !== '') return false
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname))
}

/** Whether a host name means this machine. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname)
}
