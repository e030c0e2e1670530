import type { AbiParameter } from 'viem'

import { isHex } from './raw-log'

/** Whether a value is one that viem decodes of this type, as far as its shape tells: nothing else may reach a page. */
export function fitsAbi(parameter: AbiParameter, value: unknown): boolean {
  const { type } = parameter
  const isIndexed = 'indexed' in parameter && parameter.indexed === true
  const element = /^(.*)\[\d*\]$/.exec(type)?.[1]
  // What is longer than a word is indexed by its hash.
  if (isIndexed && (element !== undefined || ['string', 'bytes', 'tuple'].includes(type))) return isHex(value)
  if (element !== undefined)
    return Array.isArray(value) && value.every((one) => fitsAbi({ ...parameter, type: element }, one))
  if (type === 'tuple') {
    if (typeof value !== 'object' || value === null || !('components' in parameter)) return false
    const fields: Readonly<Record<string, unknown>> = { ...value }
    return parameter.components.every((part) => fitsAbi(part, fields[part.name ?? '']))
  }
  if (type === 'bool') return typeof value === 'boolean'
  if (type === 'string') return typeof value === 'string'
  if (type.startsWith('bytes')) return isHex(value)
  if (type === 'address') return isHex(value) && value.length === 42
  const bits = parseInt(/^u?int(\d+)$/.exec(type)?.[1] ?? '', 10)
  return bits > 48 ? typeof value === 'bigint' : Number.isSafeInteger(value)
}
