import type { IconName } from './Icon'

/** What a state means to a person. Always shown with an icon or a word too, never by colour alone. */
export type Tone = 'info' | 'success' | 'warn' | 'danger'

export const toneIcon = {
  info: 'info',
  success: 'check',
  warn: 'warn',
  danger: 'stop',
} as const satisfies Record<Tone, IconName>

export const toneText = {
  info: 'text-accent',
  success: 'text-success',
  warn: 'text-warn',
  danger: 'text-danger',
} as const satisfies Record<Tone, string>

export const toneSoft = {
  info: 'bg-accent-soft',
  success: 'bg-success-soft',
  warn: 'bg-warn-soft',
  danger: 'bg-danger-soft',
} as const satisfies Record<Tone, string>
