import { useState } from 'react'

import { Choices } from '../ui/Choices'
import { Panel } from '../ui/Panel'
import { CoverForm } from './CoverForm'
import { DistributionForm } from './DistributionForm'
import { HandOverForm } from './HandOverForm'
import { ParameterForm } from './ParameterForm'
import type { ProposeProps } from './propose'
import { WeightsForm } from './WeightsForm'

const forms = [
  { id: 'distribution', label: 'A distribution', Form: DistributionForm },
  { id: 'cover', label: 'A cover', Form: CoverForm },
  { id: 'change', label: 'A change', Form: ParameterForm },
  { id: 'trustees', label: 'Other trustees', Form: WeightsForm },
  { id: 'handOver', label: 'A hand-over', Form: HandOverForm },
] as const

/** What only a trustee may propose: one form at a time, and what is typed into another one stays. rules.md S7, S10, S18 */
export function ProposePanel(props: ProposeProps) {
  const [chosen, setChosen] = useState<string>()
  return (
    <Panel title="Propose" lead="Trustees propose, and vote until the vote ends. Choose what it is about.">
      <Choices label="What to propose" choices={forms} chosen={chosen} onChoose={setChosen} />
      {forms.map(({ id, Form }) => (
        <div key={id} hidden={id !== chosen} className="mt-4">
          <Form {...props} />
        </div>
      ))}
    </Panel>
  )
}
