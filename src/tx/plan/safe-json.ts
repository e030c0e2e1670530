import type { Plan } from './plan'
import type { Step } from './steps'

/** The same steps as a file for Safe's Transaction Builder. trust.md D34 */
export function safeTransactionJson(plan: Plan, steps: readonly Step[], createdAtMs: number): string {
  return JSON.stringify(
    {
      version: '1.0',
      chainId: `${plan.chainId}`,
      createdAt: createdAtMs,
      meta: { name: plan.title, description: plan.kind, createdFromSafeAddress: plan.account },
      transactions: steps.map(({ to, data, value }) => ({
        to,
        value: value.toString(),
        data,
        contractMethod: null,
        contractInputsValues: null,
      })),
    },
    null,
    2,
  )
}
