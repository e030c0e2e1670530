import { isHex } from 'viem'
import type { Hex } from 'viem'

import { plainText } from '../../chain/plain-text'

/** What can be found in anything that was thrown, however deep. */
export type ErrorFacts = {
  readonly codes: readonly (number | string)[]
  readonly messages: readonly string[]
  readonly revertData?: Hex
}

const maxDepth = 8
const nests = ['cause', 'error', 'originalError', 'data', 'info', 'payload', 'response'] as const

/** Looks through a thrown value of any shape: nested, circular, a string, nothing at all. trust.md D7, F19 */
export function errorFacts(thrown: unknown): ErrorFacts {
  const codes: (number | string)[] = []
  const messages: string[] = []
  let revertData: Hex | undefined
  const seen = new Set<unknown>()

  const look = (value: unknown, depth: number): void => {
    if (depth > maxDepth || seen.has(value)) return
    if (typeof value === 'string') {
      const message = plainText(value, 300)
      if (message !== '' && !messages.includes(message)) messages.push(message)
      return
    }
    if (typeof value !== 'object' || value === null) return
    seen.add(value)
    for (const name of [
      'code',
      'status',
      'name',
      'shortMessage',
      'message',
      'details',
      'reason',
      'data',
      'raw',
    ]) {
      const part = field(value, name)
      if ((name === 'code' || name === 'status') && (typeof part === 'number' || typeof part === 'string')) {
        codes.push(part)
      } else if ((name === 'data' || name === 'raw') && isHex(part) && part.length % 2 === 0) {
        revertData ??= part
      } else if (typeof part === 'string' && name !== 'name') look(part, depth)
      else if (name === 'name' && typeof part === 'string') codes.push(part)
    }
    for (const name of nests) look(objectOf(field(value, name)), depth + 1)
  }
  look(thrown, 0)
  return revertData === undefined ? { codes, messages } : { codes, messages, revertData }
}

/** A wallet's own object may have getters that throw. */
function field(value: object, name: string): unknown {
  try {
    return (value as Record<string, unknown>)[name]
  } catch {
    return undefined
  }
}

function objectOf(value: unknown): unknown {
  return typeof value === 'object' ? value : undefined
}

/** True when a contract refused: the chain ran the call and it failed. Anything else is a fault on the way. */
export function isRevert({ codes, messages, revertData }: ErrorFacts): boolean {
  return (
    codes.includes(3) ||
    (revertData !== undefined && revertData.length >= 10) ||
    messages.some((message) => /revert|opcode/i.test(message))
  )
}
