import { useState } from 'react'

import type { FrontPart } from '../system/front'
import type { LoadedPart } from '../system/use-parts'
import { Choices } from '../ui/Choices'
import { Panel } from '../ui/Panel'
import { t } from '../words/t'

/** One system at a time: a picture, and four sentences in the order in which things happen. */
export function HowPanel({ parts }: { parts: readonly LoadedPart<FrontPart>[] }) {
  const [chosen, choose] = useState<string>()
  const told = parts.flatMap(({ system, part }) => (part ? [{ system, part }] : []))
  const shown = told.find(({ system }) => system.id === chosen) ?? told[0]
  if (!shown) return null
  const { Picture, steps } = shown.part
  return (
    <Panel
      title={t`How it works`}
      aside={
        <Choices
          label={t`System`}
          choices={told.map(({ system: { id, name } }) => ({ id, label: name }))}
          chosen={shown.system.id}
          onChoose={choose}
        />
      }
    >
      <div className="grid items-center gap-x-10 gap-y-5 lg:grid-cols-[minmax(0,1.1fr)_minmax(0,1fr)]">
        <Picture />
        <ol className="grid gap-2.5">
          {steps.map((step, index) => (
            <li key={index} className="grid grid-cols-[1.25rem_minmax(0,1fr)]">
              <span aria-hidden="true" className="font-semibold text-accent">
                {index + 1}
              </span>
              <div>{step}</div>
            </li>
          ))}
        </ol>
      </div>
    </Panel>
  )
}
