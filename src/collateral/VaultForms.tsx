import { useState } from 'react'

import { Choices } from '../ui/Choices'
import { Panel } from '../ui/Panel'
import { RepayForm } from './RepayForm'
import type { FormProps } from './VaultForm'

const forms = [{ id: 'pay', label: 'Pay', Form: RepayForm }] as const

/** What can be done with a vault: one form at a time, and what is typed into another one stays. rules.md C4 */
export function VaultForms(props: FormProps) {
  const [chosen, setChosen] = useState<string>()
  return (
    <Panel title="Change this vault">
      <Choices label="What to do" choices={forms} chosen={chosen} onChoose={setChosen} />
      {forms.map(({ id, Form }) => (
        <div key={id} hidden={id !== chosen} className="mt-4">
          <Form {...props} />
        </div>
      ))}
    </Panel>
  )
}
