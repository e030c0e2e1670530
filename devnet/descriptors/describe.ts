/**
 * What a hardware wallet shows of a call in place of its bytes (ERC-7730, version 2 of its schema), from a function's ABI and
 * what its NatSpec says.
 */
import type { AbiFunction, AbiParameter } from 'viem'

/** What a contract's source says of one function. */
export type Told = { readonly notice?: string; readonly params?: Readonly<Record<string, string>> }

export type Field = {
  readonly path: string
  readonly label: string
  readonly format: string
  readonly params?: Readonly<Record<string, unknown>>
}
export type Format = { readonly intent: string; readonly fields: readonly Field[] }

/** How ERC-7730 names a function: with the names of what goes into it. */
export function signatureOf({ name, inputs }: AbiFunction): string {
  return `${name}(${inputs.map(named).join(', ')})`
}

function named(input: AbiParameter): string {
  const list = /(\[\d*\])*$/.exec(input.type)?.[0] ?? ''
  const type = 'components' in input ? `tuple(${input.components.map(named).join(', ')})${list}` : input.type
  return `${type} ${input.name}`
}

/** What the call does, and each of its arguments. */
export function formatOf({ name, inputs }: AbiFunction, { notice, params = {} }: Told): Format {
  return {
    intent: clause(notice) ?? spelled(name),
    fields: inputs.flatMap((input) => fieldsOf(input, input.name ?? '', params[input.name ?? ''])),
  }
}

function fieldsOf(input: AbiParameter, path: string, doc: string | undefined): readonly Field[] {
  if (input.type.endsWith(']'))
    return fieldsOf({ ...input, type: input.type.replace(/\[\d*\]$/, '') }, `${path}.[]`, doc)
  if ('components' in input)
    return input.components.flatMap((part) => fieldsOf(part, `${path}.${part.name}`, undefined))
  return [{ path, label: clause(doc) ?? spelled(input.name ?? ''), ...shown(input, doc) }]
}

function shown({ type, name }: AbiParameter, doc = ''): Pick<Field, 'format' | 'params'> {
  if (type === 'address') return { format: 'addressName' }
  if (!/^u?int/.test(type)) return { format: 'raw' }
  if (name === 'deadline' || /unix second/.test(doc))
    return { format: 'date', params: { encoding: 'timestamp' } }
  if (/^(Seconds|Length of .* in seconds)/.test(doc)) return { format: 'duration' }
  const decimals = /(\d+) decimals\)/.exec(doc)?.[1] ?? (/\bWAD\b/.test(doc) ? '18' : undefined)
  if (decimals === undefined) return { format: 'raw' }
  const [symbol = 'units'] = (doc.match(/\b[A-Z]{2,}[a-z]*\b/g) ?? []).filter((word) => word !== 'WAD')
  return { format: 'unit', params: { base: symbol, decimals: parseInt(decimals, 10) } }
}

/** The first thing that is said, without what is put in brackets. */
function clause(doc: string | undefined): string | undefined {
  const [first = ''] = (doc ?? '').replace(/\s*(over )?[([][^)\]]*[)\]]/g, '').split(/[.,;:]/)
  return first === '' || first === 'WAD' ? undefined : first.trim()
}

/** "minShares" as "Min shares". */
function spelled(name: string): string {
  const words = name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
