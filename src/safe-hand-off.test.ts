import { encodeFunctionData, type AbiFunction, type AbiParameter } from 'viem'
import { describe, expect, it } from 'vitest'
import type { Plan } from './tx/plan/plan'
import { safeTransactionJson } from './tx/plan/safe-json'
import { remainingSteps } from './tx/plan/steps'

const samples = import.meta.glob<{ samplePlans: Readonly<Record<string, Plan>> }>('./*/sample-plans.ts', {
  eager: true,
})
const plans = Object.entries(samples).flatMap(([path, { samplePlans }]) =>
  Object.entries(samplePlans).map(([name, plan]) => [`${path.split('/')[1]} ${name}`, plan] as const),
)

type File = {
  transactions: {
    to: string
    value: string
    contractMethod: Pick<AbiFunction, 'inputs' | 'name'>
    contractInputsValues: Record<string, string>
  }[]
}

/** Reads a field as the builder does (tx-builder/src/utils.ts, parseInputValue), in viem's types. */
function typed({ type, ...input }: AbiParameter, text: string): unknown {
  if (type === 'bool') return text === 'true'
  if (/^u?int\d*$/.test(type)) return BigInt(text)
  if (type === 'tuple' && 'components' in input) {
    const fields = JSON.parse(text) as unknown[]
    return Object.fromEntries(
      input.components.map((field, index) => [field.name, typed(field, asText(fields[index]))]),
    )
  }
  if (!type.endsWith(']')) return text
  const item = { ...input, type: type.replace(/\[\d*\]$/, '') }
  return (JSON.parse(text) as unknown[]).map((one) => typed(item, asText(one)))
}
const asText = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))

describe('what is handed to co-signers', () => {
  it.each(plans)('is what %s would send', (_, plan) => {
    const steps = remainingSteps(plan, new Map(), { width: 'exact', doneActs: new Set() })
    const { transactions } = JSON.parse(safeTransactionJson(plan, steps, 0)) as File
    const built = transactions.map(({ to, value, contractMethod, contractInputsValues }) => {
      const { inputs, name } = contractMethod
      const abi: AbiFunction[] = [{ type: 'function', stateMutability: 'payable', outputs: [], inputs, name }]
      const args = inputs.map((input, index) => typed(input, contractInputsValues[input.name ?? index] ?? ''))
      return { to, value, data: encodeFunctionData({ abi, functionName: name, args }) }
    })
    expect(built).toEqual(steps.map(({ to, value, data }) => ({ to, value: `${value}`, data })))
  })
})
