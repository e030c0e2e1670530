import { useState } from 'react'

import { Choices } from '../ui/Choices'
import { Panel } from '../ui/Panel'
import { CoverForm } from './CoverForm'
import { DistributionForm } from './DistributionForm'
import { HandOverForm } from './HandOverForm'
import { ParameterForm } from './ParameterForm'
import type { ProposeProps } from './propose'
import { WeightsForm } from './WeightsForm'
import { t } from '../words/t'

const forms = [
  { id: 'distribution', label: t`A distribution`, Form: DistributionForm },
  { id: 'cover', label: t`A cover`, Form: CoverForm },
  { id: 'change', label: t`A change`, Form: ParameterForm },
  { id: 'trustees', label: t`Other trustees`, Form: WeightsForm },
  { id: 'handOver', label: t`A hand-over`, Form: HandOverForm },
] as const

/** What only a trustee may propose: one form at a time, and what is typed into another one stays. rules.md S7, S10, S18 */
export function ProposePanel(props: ProposeProps) {
  const [chosen, setChosen] = useState<string>()
  return (
    <Panel
      title={t`Propose`}
      lead={t`Trustees propose, and vote until the vote ends. Choose what it is about.`}
    >
      <Choices label={t`What to propose`} choices={forms} chosen={chosen} onChoose={setChosen} />
      {forms.map(({ id, Form }) => (
        <div key={id} hidden={id !== chosen} className="mt-4">
          <Form {...props} />
        </div>
      ))}
    </Panel>
  )
}
