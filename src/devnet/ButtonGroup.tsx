import type { PanelGroup } from '../../devnet/system'
import { Button } from '../ui/Button'

type ButtonGroupProps = {
  group: PanelGroup
  isDisabled: boolean
  /** Does the work and shows the sentence it ends with. */
  run: (work: () => Promise<string>) => unknown
}

export function ButtonGroup({ group: { title, actions }, isDisabled, run }: ButtonGroupProps) {
  return (
    <div role="group" aria-label={title}>
      <p className="mb-1 text-xs text-muted">{title}</p>
      <div className="flex flex-wrap gap-1">
        {actions.map((action) => (
          <Button key={action.label} size="small" disabled={isDisabled} onClick={() => run(action.run)}>
            {action.label}
          </Button>
        ))}
      </div>
    </div>
  )
}
