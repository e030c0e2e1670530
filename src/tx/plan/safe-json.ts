import { getAbiItem, keccak256, stringToBytes } from 'viem'
import type { AbiFunction, AbiParameter, Hash } from 'viem'

import type { Plan } from './plan'
import type { Step } from './steps'

/**
 * The same steps as a file for Safe's Transaction Builder, which shows co-signers each call by name with its arguments.
 * It makes the bytes from these itself, and would show nothing but bytes if it were given them. trust.md D34
 */
export function safeTransactionJson(plan: Plan, steps: readonly Step[], createdAtMs: number): string {
  const meta = { name: plan.title, description: plan.kind, createdFromSafeAddress: plan.account }
  const file = {
    version: '1.0',
    chainId: `${plan.chainId}`,
    createdAt: createdAtMs,
    meta,
    transactions: steps.map(({ to, value, call: { abi, functionName, args } }) => {
      const { name, inputs, stateMutability } = getAbiItem({ abi, name: functionName, args }) as AbiFunction
      return {
        to,
        value: value.toString(),
        data: null,
        contractMethod: { inputs, name, payable: stateMutability === 'payable' },
        contractInputsValues: Object.fromEntries(
          inputs.map((input, index) => [input.name || index, builderText(input, args[index])]),
        ),
      }
    }),
  }
  return JSON.stringify({ ...file, meta: { ...meta, checksum: batchChecksum(file) } }, null, 2)
}

/** What a person would type into the builder's field for an argument. */
function builderText(input: AbiParameter, value: unknown): string {
  const plain = plainValue(input, value)
  return typeof plain === 'string' ? plain : JSON.stringify(plain)
}

/** Numbers as text, structs as lists in the order of their fields. */
function plainValue(input: AbiParameter, value: unknown): unknown {
  if (Array.isArray(value) && input.type.endsWith(']')) {
    const item = { ...input, type: input.type.replace(/\[\d*\]$/, '') }
    return value.map((one) => plainValue(item, one))
  }
  if (input.type === 'tuple' && 'components' in input) {
    const fields = value as Readonly<Record<string, unknown>>
    return input.components.map((field, index) => plainValue(field, fields[field.name ?? index]))
  }
  return typeof value === 'bigint' || typeof value === 'number' ? value.toString() : value
}

/**
 * What the builder compares a file with that it is given, so that a changed one is noticed: the keccak256 of its keys and
 * values in the builder's own order. github.com/safe-global/safe-react-apps, apps/tx-builder/src/lib/checksum.ts
 */
export function batchChecksum(file: object): Hash {
  return keccak256(stringToBytes(inOrder(file)))
}

function inOrder(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inOrder).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null)
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  const values = entries.map(([, one]) => `${inOrder(one)},`)
  return `{${JSON.stringify(entries.map(([key]) => key))}${values.join('')}}`
}
