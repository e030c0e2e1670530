import type { ReactNode } from 'react'
import { Button } from '../ui/Button'

export function PanelGroup({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div role="group" aria-label={title}>
      <p className="mb-1 text-xs text-muted">{title}</p>
      <div className="flex flex-wrap gap-1">{children}</div>
    </div>
  )
}

type PanelButtonProps = { isDisabled: boolean; onPress: () => unknown; children: ReactNode }

export function PanelButton({ isDisabled, onPress, children }: PanelButtonProps) {
  return (
    <Button size="small" disabled={isDisabled} onClick={() => void onPress()}>
      {children}
    </Button>
  )
}
