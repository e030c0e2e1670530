import { getAbiItem } from 'viem'
import type { AbiFunction } from 'viem'

import { CopyButton } from '../../ui/CopyButton'
import { Disclosure } from '../../ui/Disclosure'
import { toJson } from '../follow/entry'
import type { ContractCall, Plan } from '../plan/plan'
import { safeTransactionJson } from '../plan/safe-json'
import type { Step } from '../plan/steps'
import { t } from '../../words/t'

/** The exact calls, decoded and raw: what the wallet will be given, byte for byte. trust.md D32, D34 */
export function CallDetails({ plan, steps }: { plan: Plan; steps: readonly Step[] }) {
  if (steps.length === 0) return null
  return (
    <Disclosure summary={t`Exact calls`}>
      <ol className="grid gap-3">
        {steps.map((step) => (
          <li key={`${step.actIndex} ${step.kind}`} className="grid gap-1 text-xs">
            <p className="font-medium">
              {step.call.label}.{step.call.functionName}
            </p>
            <dl className="grid gap-0.5 font-mono">
              {argumentsOf(step.call).map(([name, value]) => (
                <div key={name} className="flex gap-2">
                  <dt className="text-muted">{name}</dt>
                  <dd className="break-all">{value}</dd>
                </div>
              ))}
            </dl>
            <p className="flex items-start gap-1">
              <code className="max-h-16 overflow-y-auto break-all text-muted">{step.data}</code>
              <CopyButton text={step.data} label={t`Copy calldata of ${step.title}`} />
            </p>
          </li>
        ))}
      </ol>
      <p className="mt-2 flex items-center gap-1 text-xs">
        {t`Copy as Safe transaction file`}
        <CopyButton text={safeTransactionJson(plan, steps, 0)} label={t`Copy Safe transaction JSON`} />
      </p>
    </Disclosure>
  )
}

function argumentsOf({ abi, functionName, args }: ContractCall): readonly (readonly [string, string])[] {
  const item = getAbiItem({ abi, name: functionName, args }) as AbiFunction | undefined
  return args.map((value, index) => [
    item?.inputs[index]?.name ?? `${index}`,
    typeof value === 'string' ? value : toJson(value).replaceAll('"', ''),
  ])
}
